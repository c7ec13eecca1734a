/** A unified diff: its lines differ by their sign, and are tinted. */
import { html, longText, type Markup } from './markup.ts';

export function diffOf(diff: string): Markup {
  const lines = diff.replace(/\n$/, '').split('\n');
  return html`<pre class="diff">${lines.map(line => lineOf(line, longText(`${line}\n`)))}</pre>`;
}

function lineOf(line: string, text: Markup): Markup {
  if (/^(---|\+\+\+|@@)/.test(line)) return html`<span class="hunk">${text}</span>`;
  if (line.startsWith('+')) return html`<ins>${text}</ins>`;
  if (line.startsWith('-')) return html`<del>${text}</del>`;
  return html`<span>${text}</span>`;
}
