/** The figures, how it went, where the time went: tables. */
import { delay } from '../../view/schedule/time.ts';
import { figureLines } from '../figure-list.ts';
import { longestOf } from '../longest.ts';
import { lengthText, type Reading, secondText, spanText } from '../reading.ts';
import type { GanttRow, Spending } from '../types.ts';
import { blocks, listOf, plain, tableOf } from './text.ts';

export function figuresPart(reading: Reading): string {
  const { against, figures } = reading.report;
  const words = reading.said.charts.against;
  const here = figureLines(reading, figures);
  if (!against) {
    return tableOf(
      [words.figure, ' '],
      here.map(({ label, text }) => [label, plain(text)]),
    );
  }
  const there = figureLines(reading, against.figures);
  return tableOf(
    [words.figure, words.here, words.there],
    here.map(({ label, text }, at) => [label, plain(text), plain(there[at]!.text)]),
  );
}

export function ganttPart(reading: Reading): string {
  const { rows } = reading.report.gantt;
  if (rows.length === 0) return '';
  const { columns } = reading.said.charts.gantt;
  const hasBest = rows.some(({ best }) => best);
  const heads = (Object.keys(columns) as (keyof typeof columns)[])
    .filter(column => hasBest || column !== 'best')
    .map(column => columns[column]);
  return blocks([
    tableOf(
      heads,
      rows.map(row => ganttRow(reading, row, hasBest)),
    ),
    momentsPart(reading),
  ]);
}

function ganttRow(reading: Reading, row: GanttRow, hasBest: boolean): string[] {
  const { failed, notDone } = reading.said.charts.gantt;
  const strong = (text: string) => (row.kind === 'step' || text === '' ? text : `**${text}**`);
  const actual = row.actual.map(
    part => spanText(reading, part) + (part.tone === 'bad' ? ` (${failed})` : ''),
  );
  const took = row.actual.reduce((sum, { from, to }) => sum + to - from, 0);
  const best = row.best ? lengthText(reading, row.best.to - row.best.from) : '';
  return [
    strong(plain(row.number)),
    strong(plain(row.title)),
    plain(spanText(reading, row.planned)),
    plain(actual.join(', ') || notDone),
    actual.length > 0 ? lengthText(reading, took) : '',
    ...(hasBest ? [best] : []),
    row.late === null ? '' : delay(row.late, reading.words),
  ];
}

function momentsPart(reading: Reading): string {
  const { kinds } = reading.said.charts.gantt;
  return listOf(
    reading.report.moments.map(
      ({ kind, at, text }) =>
        `${secondText(reading, at)} ${reading.said.around.pair(kinds[kind], plain(text))}`,
    ),
  );
}

const spendings: readonly Spending[] = ['commands', 'people', 'deciding', 'waiting', 'away'];

export function timePart(reading: Reading): string {
  const { phases, total } = reading.report.time;
  const longest = longestOf(reading.report.time);
  const sum = (spent: Record<Spending, number>) =>
    spendings.reduce((all, kind) => all + spent[kind], 0);
  if (sum(total) === 0) return '';
  const { time } = reading.said.charts;
  const row = (name: string, planned: number | null, spent: Record<Spending, number>) => [
    name,
    planned === null ? '' : lengthText(reading, planned),
    ...spendings.map(kind => lengthText(reading, spent[kind])),
    lengthText(reading, sum(spent)),
  ];
  return blocks([
    tableOf(
      [time.phase, time.planned, ...spendings.map(kind => time.kinds[kind]), time.total],
      [
        ...phases.map(({ number, title, planned, spent }) =>
          row(plain(`${number} ${title}`), planned, spent),
        ),
        row(`**${time.total}**`, null, total),
      ],
    ),
    longest.length === 0 ? '' : `### ${time.longest}`,
    listOf(
      longest.map(
        ({ from, took, text }) =>
          `${secondText(reading, from)} (${lengthText(reading, took)}) ${plain(text)}`,
      ),
    ),
  ]);
}
