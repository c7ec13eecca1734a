/** What the Gantt draws, as a table. */
import { delay } from '../../../view/schedule/time.ts';
import { lengthText, type Reading, spanText } from '../../reading.ts';
import type { GanttRow } from '../../types.ts';
import { html, type Markup } from '../markup.ts';
import { wide } from '../parts.ts';
import { tookOf } from './groups.ts';

export function ganttTable(reading: Reading): Markup {
  const { columns, caption, captionBest, table } = reading.said.charts.gantt;
  const { rows } = reading.report.gantt;
  const hasBest = rows.some(({ best }) => best);
  const heads = (Object.keys(columns) as (keyof typeof columns)[])
    .filter(column => hasBest || column !== 'best')
    .map(column => html`<th scope="col">${columns[column]}</th>`);
  return wide(
    table,
    html`<table class="plain spans">
<caption>${hasBest ? captionBest : caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${rows.map(row => rowOf(reading, row, hasBest))}</tbody>
</table>`,
  );
}

function rowOf(reading: Reading, row: GanttRow, hasBest: boolean): Markup {
  const took = tookOf(row);
  const best = row.best && lengthText(reading, row.best.to - row.best.from);
  return html`<tr class="${row.kind}"><td>${row.number}</td><th scope="row">${row.title}</th><td>${spanText(reading, row.planned)}</td><td>${actualText(reading, row)}</td><td>${took === null ? '' : lengthText(reading, took)}</td>${hasBest && html`<td>${best ?? ''}</td>`}<td>${lateText(reading, row)}</td></tr>
`;
}

function actualText(reading: Reading, { actual }: GanttRow): string {
  const { failed, notDone } = reading.said.charts.gantt;
  if (actual.length === 0) return notDone;
  return actual
    .map(part => spanText(reading, part) + (part.tone === 'bad' ? ` (✗ ${failed})` : ''))
    .join(', ');
}

function lateText({ words, said }: Reading, { late }: GanttRow): string {
  return late === null ? '' : delay(late, words) || said.charts.gantt.onTime;
}
