/** What the Gantt draws, as a table. */
import { delay } from '../../../view/schedule/time.ts';
import { lengthText, type Reading, spanText } from '../../reading.ts';
import type { GanttRow } from '../../types.ts';
import { html, type Markup } from '../markup.ts';
import { wide } from '../parts.ts';
import { tookOf } from './groups.ts';

export function ganttTable(reading: Reading): Markup {
  const { columns, caption, table } = reading.said.charts.gantt;
  const heads = Object.values(columns).map(name => html`<th scope="col">${name}</th>`);
  const rows = reading.report.gantt.rows.map(row => rowOf(reading, row));
  return wide(
    table,
    html`<table class="plain spans">
<caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${rows}</tbody>
</table>`,
  );
}

function rowOf(reading: Reading, row: GanttRow): Markup {
  const took = tookOf(row);
  const best = row.best && lengthText(reading, row.best.to - row.best.from);
  return html`<tr class="${row.kind}"><td>${row.number}</td><th scope="row">${row.title}</th><td>${spanText(reading, row.planned)}</td><td>${actualText(reading, row)}</td><td>${took === null ? '' : lengthText(reading, took)}</td><td>${best ?? ''}</td><td>${lateText(reading, row)}</td></tr>
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
