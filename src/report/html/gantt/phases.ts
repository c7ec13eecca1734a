/** Each phase on an axis of its own, where five minutes can be seen. */
import type { Reading } from '../../reading.ts';
import { html, type Markup, nothing } from '../markup.ts';
import { folded } from '../parts.ts';
import { doneAlone, plannedAndDone, withoutPlan } from './framed.ts';
import { type Group, hullOf, type StageGroup } from './groups.ts';
import { ownScaleOf } from './own-scale.ts';
import type { ChartRow } from './row.ts';

/** Nothing where no phase has two steps. */
export function phasesOf(reading: Reading, stages: readonly StageGroup[]): Markup {
  const charts = stages
    .flatMap(({ groups }) => groups)
    .flatMap((group, at) => phaseChart(reading, group, at) ?? []);
  if (charts.length === 0) return nothing;
  return folded('gantt-steps', reading.said.charts.gantt.steps, html`${charts}`);
}

function phaseChart(reading: Reading, { row, steps }: Group, at: number): Markup | null {
  const whole = hullOf(steps);
  if (!whole || steps.length < 2) return null;
  const { gantt } = reading.report;
  const title = `${row.number} ${row.title}`.trim();
  const numbers = new Set(steps.map(({ number }) => number));
  const signs = gantt.signs.filter(({ step }) => step !== null && numbers.has(step));
  const rows = steps.map(
    (step): ChartRow => ({ kind: 'bars', number: step.number, title: step.title, bars: step }),
  );
  const subject = { id: `gantt-${at}`, title, rows, signs };
  const own = ownScaleOf(steps, signs, { whole, gaps: gantt.gaps });
  if (!own) {
    return html`<h3>${title}</h3>
${plannedAndDone(reading, subject, whole)}`;
  }
  const alone = rows.map((each, index) => withoutPlan(reading, each, steps[index]!));
  return html`<h3>${title} <small>${reading.said.charts.gantt.alone}</small></h3>
${doneAlone(reading, { ...subject, rows: alone }, own)}`;
}
