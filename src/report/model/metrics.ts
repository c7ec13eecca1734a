import type { EntryOf } from '../../../machines/entries.ts';
import { metricRecord } from '../../../machines/records/metrics.ts';
import { inUnit } from '../../plan/quantities/units.ts';
import type { Metric } from '../../plan/types.ts';
import { latestMeasure, thresholdText } from '../../view/dossier/metrics/reading.ts';
import { failureText } from '../../view/log/around.ts';
import { whyText } from '../../view/log/why.ts';
import type { Scene } from '../../view/scene/scene.ts';
import type { Story } from '../story/story.ts';
import type { MetricFact } from '../types.ts';

type Watch = EntryOf<'metric.measured'>;

/** Every success metric of the plan, with all that was measured of it: the state itself keeps only the latest. */
export function metricsOf({ scene, plan, facts }: Story): MetricFact[] {
  const watches = facts.filter(entry => entry.type === 'metric.measured').filter(isWatch);
  const byMetric = Map.groupBy(watches, ({ metric }) => metric);
  return plan.metrics.flatMap(({ title, items }) =>
    items.map(metric => metricOf(scene, title, metric, byMetric.get(metric.id) ?? [])),
  );
}

function isWatch({ as }: Watch): boolean {
  return as === 'watch';
}

function metricOf(
  scene: Scene,
  group: string,
  metric: Metric,
  watches: readonly Watch[],
): MetricFact {
  const { baseline, failed } = metricRecord(scene.context, metric.id);
  return {
    id: metric.id,
    title: scene.text(metric.title),
    group: scene.text(group),
    threshold: thresholdText(scene, metric),
    baseline: baseline ? { at: baseline.at, value: baseline.value, unit: baseline.unit } : null,
    last: lastOf(scene, metric),
    series: seriesOf(watches),
    failed: failed
      ? { at: failed.at, why: scene.text(failureText(scene, failed.why, failed.detail)) }
      : null,
    judged: judgedOf(scene, metric),
  };
}

function lastOf(scene: Scene, metric: Metric): MetricFact['last'] {
  const last = latestMeasure(scene, metric);
  if (!last) return null;
  const { at, value, unit, verdict } = last;
  return { at, value, unit, verdict, source: scene.words.around.metrics.sources[last.source] };
}

/** In the unit of the latest; what cannot be compared with it is left out. */
function seriesOf(watches: readonly Watch[]): MetricFact['series'] {
  const unit = watches.at(-1)?.unit ?? '';
  return watches.flatMap(watch => {
    const value = watch.unit === unit ? watch.value : inUnit(watch.value, watch.unit, unit);
    return value === null ? [] : [{ at: watch.at, value, verdict: watch.verdict }];
  });
}

function judgedOf(scene: Scene, { id }: Metric): NonNullable<MetricFact['judged']> | null {
  const { marks } = scene.context;
  const mark = Object.hasOwn(marks, id) ? marks[id] : undefined;
  if (!mark) return null;
  const note = scene.text(whyText(scene, mark.note ?? ''));
  return { at: mark.at, by: scene.text(mark.by), verdict: mark.verdict, note };
}
