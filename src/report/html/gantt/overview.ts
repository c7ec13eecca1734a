/** The whole run on one axis, and on its own where it would be lost on the plan's. */
import type { Reading } from '../../reading.ts';
import { html, type Markup } from '../markup.ts';
import { folded } from '../parts.ts';
import { doneAlone, plannedAndDone, withoutPlan } from './framed.ts';
import type { Group, StageGroup } from './groups.ts';
import { type OwnScale, ownScaleOf } from './own-scale.ts';
import type { ChartRow } from './row.ts';

export function overviewOf(reading: Reading, stages: readonly StageGroup[]): Markup {
  const { gantt } = reading.report;
  const words = reading.said.charts.gantt;
  const whole = { from: gantt.from, to: gantt.to };
  const own = ownScaleOf(gantt.rows, gantt.signs, { whole, gaps: gantt.gaps });
  const title = reading.said.charts.time.whole;
  const subject = { id: 'gantt-all', title, rows: rowsOf(stages, asRow), signs: gantt.signs };
  const planned = plannedAndDone(reading, subject, whole);
  if (!own) return planned;
  const rows = rowsOf(stages, group => withoutPlan(reading, asRow(group), group.row));
  const alone = html`<p class="hint">${words.ownScale(Math.round(own.share * 100))}</p>
${doneAlone(reading, { ...subject, id: 'gantt-own', title: words.own, rows }, own)}`;
  if (!isAllAhead(reading, own)) return html`${planned}${alone}`;
  return html`${alone}${folded('gantt-planned', words.planScale, planned)}`;
}

/** It ended before the first of its planned hours was over, as rehearsals do: they say nothing of it. */
function isAllAhead({ report }: Reading, { whole }: OwnScale): boolean {
  const spans = report.gantt.rows.filter(({ kind }) => kind !== 'step');
  return (
    report.run.endedAt !== null &&
    spans.every(({ planned }) => planned === null || planned.to > whole.to)
  );
}

/** A stage is a heading over its phases; the only one needs none. */
function rowsOf(stages: readonly StageGroup[], row: (group: Group) => ChartRow): ChartRow[] {
  return stages.flatMap(({ stage, groups }) => [
    ...(stage && stages.length > 1
      ? [{ kind: 'heading' as const, number: stage.number, title: stage.title, bars: null }]
      : []),
    ...groups.map(row),
  ]);
}

/** A phase shows what each of its steps did. */
function asRow({ row, steps }: Group): ChartRow {
  const parts = steps.flatMap(({ actual }) => actual);
  const actual = parts.length > 0 ? parts : row.actual;
  return { kind: 'bars', number: row.number, title: row.title, bars: { ...row, actual } };
}
