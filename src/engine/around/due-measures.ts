/** Which metrics should be measured now, and as what. */
import { daysUntil, stageOfStep } from '../../../machines/calendar.ts';
import type { MetricRecord, RunContext } from '../../../machines/context.ts';
import { timelineSteps } from '../../../machines/plan-steps.ts';
import { metricRecord } from '../../../machines/records/metrics.ts';
import { isOpen, latestEnd } from '../../../machines/records/step.ts';
import type { RunState } from '../../../machines/state.ts';
import { probeOfMetric } from '../../plan/probed-metric.ts';
import type { Environment, Metric, Plan, Probe, Stage } from '../../plan/types.ts';
import { today } from '../circumstances.ts';

export interface DueMeasure {
  metric: Metric;
  as: 'baseline' | 'watch';
}

/**
 * A baseline on the day before the maintenance window opens; a watch once it is closed, each at its own pace,
 * and while a rollback is validated; one look at each follow-up stage, on its day.
 * @param now milliseconds since the epoch
 */
export function dueMeasures(
  plan: Plan,
  environment: Environment,
  state: RunState,
  now: number,
): DueMeasure[] {
  const moment = momentOf(plan, environment, state, now);
  if (moment === null) return [];
  return plan.metrics
    .flatMap(group => group.items)
    .flatMap((metric): DueMeasure[] => {
      const probe = probeOfMetric(environment, metric);
      const record = metricRecord(state.context, metric.id);
      if (!probe || !isDue(moment, record, probe, now)) return [];
      return [{ metric, as: moment.as }];
    });
}

/** Is this still the time before the window? A baseline that comes later is worth nothing. */
export function isTimeForBaseline(
  plan: Plan,
  environment: Environment,
  state: RunState,
  now: number,
): boolean {
  return momentOf(plan, environment, state, now)?.as === 'baseline';
}

/** `once`: one measure is enough that is not of before, of another stage or another day. */
type Moment = { as: 'baseline' } | { as: 'watch'; once: ((at: string) => boolean) | null };

function momentOf(
  plan: Plan,
  { schedule }: Environment,
  state: RunState,
  now: number,
): Moment | null {
  const { status, current, context } = state;
  if (status === 'validating') return { as: 'watch', once: null };
  const stage = current === null ? undefined : stageOfStep(plan, current);
  if (status !== 'underway' || !stage || stage.ofEnvironment || stage.offsetDays < 0) return null;
  const isEarly = (time: number) =>
    schedule === 'absolute' && daysUntil(context, stage, today(time, plan.timezone)) > 0;
  // Steps that were done in the evening before bring the run to a stage whose day has not come.
  const [early, opened] = [isEarly(now), context.opened[stage.id] !== undefined];
  if (early && !opened) return null;
  if (stage.offsetDays === 0) return ofTheDay(plan, context);
  const began = stageBegan(plan, context, stage);
  return { as: 'watch', once: at => at <= began || (!early && isEarly(Date.parse(at))) };
}

function ofTheDay(plan: Plan, context: RunContext): Moment | null {
  const [opens, closes] = ['opens', 'closes'].map(side =>
    timelineSteps(plan).find(({ window }) => window === side),
  );
  if (closes && !isOpen(context, closes.id)) return { as: 'watch', once: null };
  if (!opens || isOpen(context, opens.id)) return { as: 'baseline' };
  return closes ? null : { as: 'watch', once: null };
}

/** When the steps before a stage were over. */
function stageBegan(plan: Plan, context: RunContext, stage: Stage): string {
  const before = plan.stages.slice(0, plan.stages.indexOf(stage));
  return latestEnd(context, timelineSteps({ stages: before }));
}

function isDue(moment: Moment, record: MetricRecord, { every }: Probe, now: number): boolean {
  const last = moment.as === 'baseline' ? record.baseline : record.recent.at(-1);
  if (record.failed && now - Date.parse(record.failed.at) < every * 1000) return false;
  if (!last) return true;
  if (moment.as === 'baseline') return false;
  if (moment.once !== null) return moment.once(last.at);
  return now - Date.parse(last.at) >= every * 1000;
}
