/** What is known of a metric: its latest figure, against the plan's threshold and the baseline. */
import type { Mark, Measure } from '../../../../machines/context.ts';
import { metricRecord } from '../../../../machines/records/metrics.ts';
import { inUnit } from '../../../plan/quantities/units.ts';
import { degradation } from '../../../plan/quantities/verdict.ts';
import type { Metric, Probe, Threshold } from '../../../plan/types.ts';
import { instant, type Scene } from '../../scene/scene.ts';
import { figureText } from '../figure.ts';

/** `open`: nobody knows anything yet; `failed`: nothing could be measured so far. */
export type Standing = 'pass' | 'fail' | 'none' | 'open' | 'failed';

export function metricsOf({ plan }: Scene): Metric[] {
  return plan.metrics.flatMap(group => group.items);
}

export function latestMeasure({ context }: Scene, { id }: Metric): Measure | undefined {
  return metricRecord(context, id).recent.at(-1);
}

/** By the latest figure, or by what a person said of it since. */
export function standingOf(scene: Scene, metric: Metric): Standing {
  const latest = judgement(scene, metric);
  if (latest) return latest.verdict;
  return metricRecord(scene.context, metric.id).failed ? 'failed' : 'open';
}

/** When it was last measured, or judged; milliseconds, null for never. */
export function judgedAt(scene: Scene, metric: Metric): number | null {
  return instant(judgement(scene, metric)?.at);
}

/** Its latest figure, or what a person said of it since. */
export function judgement(scene: Scene, metric: Metric): Measure | Mark | undefined {
  const { marks } = scene.context;
  const mark = Object.hasOwn(marks, metric.id) ? marks[metric.id] : undefined;
  const last = latestMeasure(scene, metric);
  return mark && (!last || mark.at > last.at) ? mark : last;
}

/** How the environment measures it: named by its id or its title. */
export function probeFor({ input }: Scene, { id, title }: Metric): Probe | null {
  const { probes } = input.around;
  if (Object.hasOwn(probes, id)) return probes[id]!;
  return Object.hasOwn(probes, title) ? probes[title]! : null;
}

/** `312 ms < 2 s`; a figure that misses it is told apart; the threshold alone before any figure. */
export function figureOf(scene: Scene, metric: Metric): string {
  const last = latestMeasure(scene, metric);
  const threshold = thresholdText(scene, metric);
  if (!last) return threshold;
  const figure = scene.text(figureText(scene, last));
  if (threshold === '') return figure;
  if (last.verdict === 'pass') return `${figure} ${threshold}`;
  return scene.words.around.metrics.missed(figure, threshold);
}

const signs: Record<Threshold['operator'], string> = {
  '<': '<',
  '<=': '≤',
  '>': '>',
  '>=': '≥',
  '=': '=',
};

/** `< 2 s`; '' where the plan gives none. */
export function thresholdText(scene: Scene, { threshold }: Metric): string {
  if (!threshold) return '';
  return scene.text(`${signs[threshold.operator]} ${figureText(scene, threshold)}`);
}

/** By how many percent the latest figure is over the baseline; null where they cannot be compared. */
export function drift(scene: Scene, metric: Metric): number | null {
  const { baseline } = metricRecord(scene.context, metric.id);
  const last = latestMeasure(scene, metric);
  const value = baseline && last ? inUnit(last.value, last.unit, baseline.unit) : null;
  return baseline && value !== null ? degradation(value, baseline.value) : null;
}

/** `+12 %`. */
export function shareText(scene: Scene, percent: number): string {
  const value = Math.round(percent);
  return scene.text(`${value < 0 ? '' : '+'}${figureText(scene, { value, unit: '%' })}`);
}
