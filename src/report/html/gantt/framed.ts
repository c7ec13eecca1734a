/** A Gantt in its frame: as planned and done, or what was done alone. */
import { boundsText, lengthText, type Reading } from '../../reading.ts';
import type { Gantt, GanttRow, Stretch } from '../../types.ts';
import { html, type Markup } from '../markup.ts';
import { type Chart, chartOf } from './chart.ts';
import { tookOf } from './groups.ts';
import type { OwnScale } from './own-scale.ts';
import type { ChartRow } from './row.ts';

/** What any chart of this page has. */
interface Subject {
  /** Its own in the page. */
  id: string;
  title: string;
  rows: readonly ChartRow[];
  signs: Gantt['signs'];
}

export function plannedAndDone(reading: Reading, subject: Subject, whole: Stretch): Markup {
  const { gaps, window } = reading.report.gantt;
  const band = window?.actual ?? window?.planned ?? null;
  const { describe } = reading.said.charts.gantt;
  return framed(reading, { ...subject, whole, gaps, window: band }, describe);
}

/** Rows in which nothing was done are left out, and headings over none. */
export function doneAlone(reading: Reading, subject: Subject, { whole, gaps }: OwnScale): Markup {
  const band = reading.report.gantt.window?.actual ?? null;
  const rows = subject.rows
    .filter(({ bars }) => bars === null || bars.actual.length > 0)
    .filter((row, at, kept) => row.bars !== null || Boolean(kept[at + 1]?.bars));
  const { describeOwn } = reading.said.charts.gantt;
  return framed(reading, { ...subject, rows, whole, gaps, window: band }, describeOwn);
}

/** A row whose length stands beside its bars, instead of what the plan says of it. */
export function withoutPlan(reading: Reading, row: ChartRow, of: GanttRow): ChartRow {
  if (!row.bars) return row;
  const { actual } = row.bars;
  const took = lengthText(reading, tookOf(of) ?? 0);
  return { ...row, bars: { actual, planned: null, best: null, late: null, took } };
}

function framed(
  reading: Reading,
  chart: Omit<Chart, 'description'>,
  describe: (from: string, to: string, rows: number) => string,
): Markup {
  const { whole, rows, title } = chart;
  const [from, to] = boundsText(reading, whole);
  const description = describe(from, to, rows.length);
  return html`<div class="wide chart" role="region" tabindex="0" aria-label="${title}">${chartOf(reading, { ...chart, description })}</div>`;
}
