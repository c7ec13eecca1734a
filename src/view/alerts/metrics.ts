/** Metrics that are bad once the deployment is done: beyond their threshold, or degraded as a rollback's trigger says. */
import { inUnit } from '../../plan/quantities/units.ts';
import { degradationLimit } from '../../plan/quantities/verdict.ts';
import type { Group, Metric } from '../../plan/types.ts';
import { figureText } from '../dossier/figure.ts';
import {
  drift,
  judgedAt,
  latestMeasure,
  shareText,
  standingOf,
  thresholdText,
} from '../dossier/metrics/reading.ts';
import type { Scene } from '../scene/scene.ts';
import { windowOf } from '../schedule/window.ts';
import type { ScreenView } from '../types.ts';

type Alert = ScreenView['alerts'][number];

/** From the end of the maintenance window on; what was known before it says nothing of what was deployed. */
export function metricAlerts(scene: Scene): Alert[] {
  const { closedAt } = windowOf(scene) ?? {};
  if (typeof closedAt !== 'number') return [];
  return scene.plan.metrics.flatMap(group =>
    group.items
      .filter(metric => (judgedAt(scene, metric) ?? 0) >= closedAt)
      .flatMap(metric => [failing(scene, metric), degraded(scene, group, metric)])
      .filter(text => text !== '')
      .map((text): Alert => ({ text: scene.text(text), tone: 'bad' })),
  );
}

function failing(scene: Scene, metric: Metric): string {
  if (standingOf(scene, metric) !== 'fail') return '';
  const words = scene.words.around.metrics;
  const last = latestMeasure(scene, metric);
  if (last?.verdict !== 'fail') return words.alerts.judged(metric.title);
  return words.alerts.failing(metric.title, figureText(scene, last), thresholdText(scene, metric));
}

/** Only of lengths of time: a figure that should be high is not worse for having grown. */
function degraded(scene: Scene, group: Group<Metric>, metric: Metric): string {
  const unit = latestMeasure(scene, metric)?.unit ?? '';
  const percent = drift(scene, metric);
  if (percent === null || unit === '' || inUnit(1, unit, 'ms') === null) return '';
  if (!isAboutSpeed(group, metric)) return '';
  const trigger = (scene.plan.rollback?.triggers ?? []).find(({ text }) => {
    const limit = degradationLimit(text);
    return limit !== undefined && percent > limit;
  });
  if (!trigger) return '';
  const { alerts } = scene.words.around.metrics;
  return alerts.degraded(metric.title, shareText(scene, percent), trigger.text);
}

const speed = /performance|latenc|temps de r[ée]ponse|response time/i;

function isAboutSpeed(group: Group<Metric>, { title, text }: Metric): boolean {
  return speed.test(`${group.title} ${title} ${text}`);
}
