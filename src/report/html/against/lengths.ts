/** How long each phase took in both runs, and the steps worth a look; all of them folded. */
import type { Reading } from '../../reading.ts';
import { apartText, cellOf, isTelling, onlyOn } from '../../side-by-side.ts';
import type { Comparison } from '../../types.ts';
import { html, type Markup, nothing } from '../markup.ts';
import { folded, wide } from '../parts.ts';

type Row = Comparison['rows'][number];

export function lengthsOf(reading: Reading, { rows }: Comparison): Markup {
  if (rows.length === 0) return nothing;
  const words = reading.said.charts.against;
  const telling = rows.filter(isTelling);
  const steps = rows.filter(({ kind }) => kind === 'step').length;
  const isWhole = telling.length === rows.length;
  const shown =
    telling.length === 0
      ? html`<p class="hint">${words.alike}</p>`
      : tableOf(reading, telling, isWhole ? words.lengths : words.telling);
  const all = isWhole
    ? nothing
    : folded('against-all', words.all(steps), tableOf(reading, rows, words.lengths));
  return html`${shown}
${onlyLines(reading, rows)}
${all}`;
}

/** What one of them never came to would fill the table with dashes. */
function onlyLines(reading: Reading, rows: readonly Row[]): Markup {
  const words = reading.said.charts.against;
  const [here, there] = [onlyOn(rows, 'here'), onlyOn(rows, 'there')];
  return html`${here > 0 && html`<p class="hint">${words.doneHere(here)}</p>`}${there > 0 && html`<p class="hint">${words.doneThere(there)}</p>`}`;
}

function tableOf(reading: Reading, rows: readonly Row[], caption: string): Markup {
  const words = reading.said.charts.against;
  const { columns } = reading.said.charts.gantt;
  const most = Math.max(...rows.flatMap(({ here, there }) => [here ?? 0, there ?? 0]), 1);
  const heads = [columns.number, columns.title, words.hereLong, words.thereLong, words.difference];
  return wide(
    caption,
    html`<table class="plain lengths"><caption>${caption}</caption>
<thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}<td class="pair"></td></tr></thead>
<tbody>
${rows.map(row => rowOf(reading, row, most))}</tbody></table>`,
  );
}

function rowOf(reading: Reading, row: Row, most: number): Markup {
  return html`<tr class="${row.kind}"><td>${row.number}</td><th scope="row">${row.title}</th><td>${cell(reading, row, 'here')}</td><td>${cell(reading, row, 'there')}</td><td>${apart(reading, row)}</td><td class="pair">${pairOf(row, most)}</td></tr>
`;
}

function cell(reading: Reading, row: Row, side: 'here' | 'there'): Markup {
  const { length, outcome } = cellOf(reading, row, side);
  if (length === '' && outcome === '') {
    const { notDone } = reading.said.charts.gantt;
    return html`<small><span aria-hidden="true">—</span><span class="sr">${notDone}</span></small>`;
  }
  return html`${length} ${outcome && html`<small>${outcome}</small>`}`;
}

function apart(reading: Reading, row: Row): Markup {
  const text = apartText(reading, row);
  const { same, almost } = reading.said.charts.against;
  const word = text === '=' ? same : text === '≈' ? almost : '';
  if (word === '') return html`${text}`;
  return html`<small title="${word}"><span aria-hidden="true">${text}</span><span class="sr">${word}</span></small>`;
}

function pairOf({ here, there }: Row, most: number): Markup {
  const bar = (length: number | null, y: number, kind: string) =>
    length === null
      ? nothing
      : html`<rect class="${kind}" x="0" y="${y}" width="${Math.max(0.5, Math.round((length / most) * 1000) / 10)}%" height="5"/>`;
  return html`<svg class="pair" width="100%" height="16" aria-hidden="true">${bar(here, 2, 'here')}${bar(there, 9, 'there')}</svg>`;
}
