/** Which measures are owed now, and which are bad. */
import { metricRecord } from '../../../../machines/records/metrics.ts';
import { isOpen } from '../../../../machines/records/step.ts';
import type { Metric, Stage } from '../../../plan/types.ts';
import { instant, recordOf, type Scene } from '../../scene/scene.ts';
import { instantAt } from '../../schedule/time.ts';
import { dateAt } from '../days.ts';
import { isDated, isOnTimeline, stageUnderWay, timingOf } from '../stages.ts';
import { latestMeasure, metricsOf, probeFor, standingOf } from './reading.ts';

/** On the day, until the window opens: what a degradation will be told by. */
export function baselinesOwed(scene: Scene): Metric[] {
  const { opens } = scene.outline;
  const stage = stageUnderWay(scene);
  if (!isOnTimeline(scene) || !opens || !isOpen(scene.context, opens.step.id)) return [];
  if (stage?.offsetDays !== 0 || stage.ofEnvironment) return [];
  return metricsOf(scene).filter(
    metric => probeFor(scene, metric) && !metricRecord(scene.context, metric.id).baseline,
  );
}

/** At a follow-up stage each figure is taken anew; what has none in the plan is judged once. */
export function measuresDue(scene: Scene): Metric[] {
  const stage = stageUnderWay(scene);
  if (!isOnTimeline(scene) || !stage || stage.offsetDays <= 0) return [];
  if (timingOf(scene, stage) === 'early') return [];
  const since = beganAt(scene, stage);
  return metricsOf(scene).filter(metric => {
    if (!metric.threshold && !probeFor(scene, metric)) return standingOf(scene, metric) === 'open';
    return (instant(latestMeasure(scene, metric)?.at) ?? 0) < since;
  });
}

/** Since its own day, unless it was opened before, and since what came before it was over. */
function beganAt(scene: Scene, stage: Stage): number {
  const { spots } = scene.outline;
  const first = spots.findIndex(spot => spot.stage === stage);
  const before = spots.slice(0, first).map(({ step }) => recordOf(scene, step.id).endedAt);
  const date = isDated(scene) ? dateAt(scene, stage.offsetDays) : null;
  const day = date === null ? 0 : (instantAt(date, 0, '00:00', scene.zone) ?? 0);
  return Math.max(day <= scene.now ? day : 0, ...before.map(ended => instant(ended) ?? 0));
}

export function failingMetrics(scene: Scene): Metric[] {
  return metricsOf(scene).filter(metric => standingOf(scene, metric) === 'fail');
}
