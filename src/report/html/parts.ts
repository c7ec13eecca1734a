/** The small things that every section is made of. */
import type { Label } from '../labels.ts';
import { minuteText, type Reading, secondText } from '../reading.ts';
import { type Content, html, longText, type Markup, nothing } from './markup.ts';

/** What a section shows, or null to leave it out. */
export type Section = (reading: Reading) => Markup | null;

export function badge({ glyph, word, tone }: Label): Markup {
  return html`<span class="badge ${tone}"><span aria-hidden="true">${glyph}</span> ${word}</span>`;
}

/** To the second, in the run's zone. */
export function when(reading: Reading, iso: string): Markup {
  return html`<time datetime="${iso}">${secondText(reading, iso)}</time>`;
}

/** To the minute. @param ms since the epoch */
export function minute(reading: Reading, ms: number): Markup {
  return html`<time datetime="${new Date(ms).toISOString()}">${minuteText(reading, ms)}</time>`;
}

/** Something folded; `keep` names it for the page that lives on, and is its own in the page. */
export function folded(
  keep: string,
  summary: Content,
  inside: Content,
  more: { printed?: boolean } = {},
): Markup {
  return html`<details data-keep="${keep}"${more.printed ? html` class="printed"` : nothing}>
<summary>${summary}</summary>
${inside}
</details>`;
}

/** Lines as they were printed or typed. */
export function lines(text: string, more = ''): Markup {
  return html`<pre class="${more}">
${longText(text.replace(/\n$/, ''))}</pre>`;
}

/** A wide table scrolls in its own frame, which the keyboard reaches. */
export function wide(name: Content, table: Markup): Markup {
  return html`<div class="wide" role="region" tabindex="0" aria-label="${name}">${table}</div>`;
}

/** `08:12 · ops@bastion`, what stands before a fact. */
export function stamp(reading: Reading, iso: string, by: string): Markup {
  return html`<p class="stamp">${when(reading, iso)}${by && html` <span class="by">${by}</span>`}</p>`;
}

/** A fact with its time beside it. */
export function fact(reading: Reading, at: string, by: string, body: Content): Markup {
  return html`<li class="fact">${stamp(reading, at, by)}<div>${body}</div></li>`;
}

/** What was said about it, quoted; nothing where nothing was said. */
export function quote({ said }: Reading, text: string): Markup {
  return text === '' ? nothing : html`<p class="said">${said.around.quoted(text)}</p>`;
}

/** `2.2 Migration`, whether or not the title begins with its number already. */
export function titled(step: string, title: string): Markup {
  const has = step === '' || title === step || title.startsWith(`${step} `);
  return has ? html`${title}` : html`<span class="step">${step}</span> ${title}`;
}

export function listOf(items: readonly Markup[], kind = ''): Markup {
  return items.length === 0 ? nothing : html`<ul class="${kind}">${items}</ul>`;
}
