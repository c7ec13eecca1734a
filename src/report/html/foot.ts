/** Where the report comes from, and how to check it. */
import { fullText, type Reading } from '../reading.ts';
import { html, type Markup } from './markup.ts';

export function footOf(reading: Reading): Markup {
  const { run, generated } = reading.report;
  const words = reading.said.page.foot;
  const lines: [string, Markup][] = [
    [words.run, html`<code>${run.id}</code>`],
    [words.fingerprint, html`<code>${run.fingerprint}</code>`],
    [words.operators, html`${run.operators.join(', ') || '—'}`],
    [words.zone, html`${run.timezone}`],
    [words.journal, html`${words.entries(run.entries)}`],
    [words.hash, html`<code>${run.hash || '—'}</code> <small>${words.verify}</small>`],
  ];
  return html`<dl>${lines.map(([name, text]) => html`<div><dt>${name}</dt><dd>${text}</dd></div>`)}</dl>
<p>${words.made(generated.program)} ${words.madeAt} <time datetime="${generated.at}">${fullText(reading, generated.at)}</time></p>`;
}
