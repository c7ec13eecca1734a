/** What people decided, and what they changed. */
import type { Reading } from '../reading.ts';
import { diffOf } from './diff.ts';
import { html, type Markup, nothing } from './markup.ts';
import { fact, folded, listOf, quote } from './parts.ts';

export function decisionsSection(reading: Reading): Markup | null {
  const { decisions } = reading.report;
  if (decisions.length === 0) return null;
  const words = reading.said.around.decisions;
  const items = decisions.map(({ at, by, text, reason, evidence }) => {
    const rested =
      evidence.length === 0
        ? nothing
        : html`<p class="hint">${words.evidence}</p>${listOf(
            evidence.map(each => html`<li>${each}</li>`),
            'short dashed',
          )}`;
    return fact(
      reading,
      at,
      by,
      html`<p class="lead">${text}</p>${quote(reading, reason)}${rested}`,
    );
  });
  return html`<ol class="facts">${items}</ol>`;
}

export function amendmentsSection(reading: Reading): Markup | null {
  const { amendments } = reading.report;
  if (amendments.length === 0) return null;
  const items = amendments.map(({ at, by, step, reason, diff }) =>
    fact(
      reading,
      at,
      by,
      html`<p class="lead"><span class="step">${step}</span></p>${quote(reading, reason)}${diffOf(diff)}`,
    ),
  );
  return html`<ol class="facts">${items}</ol>`;
}

export function improvementSection(reading: Reading): Markup | null {
  const { changes, patch, file } = reading.report.improvement;
  if (changes.length === 0 && patch === null) return null;
  const words = reading.said.around.improvement;
  const items = changes.map(
    ({ kind, text }) => html`<li><small>${words.kinds[kind]}</small> <span>${text}</span></li>`,
  );
  const inside = html`<p class="hint">${words.apply}</p>${diffOf(patch ?? '')}`;
  return html`${listOf(items, 'kinds')}
${patch === null ? nothing : folded('patch', words.patch(file), inside, { printed: true })}`;
}
