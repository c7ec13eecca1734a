/** This run beside another. */
import { figureLines, figureText } from '../figure-list.ts';
import type { Reading } from '../reading.ts';
import type { Comparison } from '../types.ts';
import { lengthsOf } from './against/lengths.ts';
import { figureOf } from './figures.ts';
import { html, type Markup } from './markup.ts';
import { folded, listOf } from './parts.ts';

/** Null when none was asked for. */
export function againstSection(reading: Reading): Markup | null {
  const { against } = reading.report;
  if (!against) return null;
  const { figures } = reading.said.charts.against;
  return html`${differencesOf(reading, against)}
${lengthsOf(reading, against)}
${folded('against-figures', figures, figuresTable(reading, against), { printed: true })}`;
}

function differencesOf(reading: Reading, { differences, outcome }: Comparison): Markup {
  const words = reading.said.charts.against;
  const side = (which: 'here' | 'there', title: string, headline: string) => {
    const items = differences
      .filter(difference => difference.side === which)
      .map(
        ({ kind, text }) => html`<li><small>${words.kinds[kind]}</small> <span>${text}</span></li>`,
      );
    return html`<div><h3>${title}</h3><p class="headline">${headline}</p>${items.length === 0 ? html`<p class="hint">${words.nothing}</p>` : listOf(items, 'kinds')}</div>`;
  };
  return html`<div class="sides">${side('here', words.onlyHere, reading.report.outcome.headline)}${side('there', words.onlyThere, outcome.headline)}</div>`;
}

function figuresTable(reading: Reading, against: Comparison): Markup {
  const words = reading.said.charts.against;
  const rows = figureLines(reading, reading.report.figures).map(
    ({ name, label, value }) =>
      html`<tr><th scope="row">${label}</th><td>${figureText(reading, name, value)}</td><td>${figureOf(reading, name, against.figures[name], 'against.')}</td></tr>
`,
  );
  return html`<table class="plain figures-both"><caption>${words.figures}</caption>
<thead><tr><th scope="col">${words.figure}</th><th scope="col">${words.here}</th><th scope="col">${words.there}</th></tr></thead>
<tbody>
${rows}</tbody></table>`;
}
