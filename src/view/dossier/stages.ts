/** What the calendar says of the stages now, and which of their steps are late or due. */
import { daysUntil, type StageTiming, stageTiming } from '../../../machines/calendar.ts';
import type { Stage } from '../../plan/types.ts';
import type { Spot } from '../scene/outline.ts';
import { isRollback, recordOf, type Scene } from '../scene/scene.ts';
import { todayOf } from './days.ts';

/** Do the days of the plan count? In a rehearsal they follow one another as fast as the operator goes. */
export function isDated({ input, context }: Scene): boolean {
  return input.schedule === 'absolute' && context.run !== null;
}

/** The steps of the timeline are still to be done. */
export function isOnTimeline(scene: Scene): boolean {
  return scene.input.state.status === 'underway' && !isRollback(scene);
}

/** Where days do not count, what comes after the stage under way is to come, and nothing is late. */
export function timingOf(scene: Scene, stage: Stage): StageTiming {
  if (!openSpots(scene, stage).length) return 'done';
  if (!isDated(scene)) return isAhead(scene, stage) ? 'early' : 'due';
  const timing = stageTiming(scene.context, stage, todayOf(scene));
  return timing === 'late' && isNightAfter(scene, stage) ? 'due' : timing;
}

export function stageUnderWay({ outline, input }: Scene): Stage | undefined {
  return outline.byId.get(input.state.current ?? '')?.stage;
}

function isAhead(scene: Scene, stage: Stage): boolean {
  const current = stageUnderWay(scene) ?? scene.plan.stages[0];
  return (
    current !== undefined && scene.plan.stages.indexOf(stage) > scene.plan.stages.indexOf(current)
  );
}

/** A deployment that goes on past midnight is under way, not late. */
function isNightAfter(scene: Scene, stage: Stage): boolean {
  if (stage.offsetDays !== 0 || stage !== stageUnderWay(scene)) return false;
  const begun = spotsOf(scene, stage).some(({ step }) => {
    const { outcome, startedAt } = recordOf(scene, step.id);
    return outcome !== undefined || startedAt !== undefined;
  });
  return begun && daysUntil(scene.context, stage, todayOf(scene)) === -1;
}

function spotsOf({ outline, plan }: Scene, stage: Stage): readonly Spot[] {
  return outline.stages[plan.stages.indexOf(stage)] ?? [];
}

export function openSpots(scene: Scene, stage: Stage): Spot[] {
  return spotsOf(scene, stage).filter(({ step }) => recordOf(scene, step.id).outcome === undefined);
}

export function stagesThatAre(scene: Scene, timing: StageTiming): Stage[] {
  if (!isOnTimeline(scene)) return [];
  return scene.plan.stages.filter(stage => timingOf(scene, stage) === timing);
}

/** Steps left of the stages whose day is over, oldest first. */
export function lateSpots(scene: Scene): Spot[] {
  return stagesThatAre(scene, 'late').flatMap(stage => openSpots(scene, stage));
}

/** The day itself is under way, or what undoes it. */
export function isTheDay(scene: Scene): boolean {
  const stage = stageUnderWay(scene);
  return isRollback(scene) || (stage?.offsetDays === 0 && !stage.ofEnvironment);
}

/** Everything up to the evening of the day is done. */
export function isDayDone(scene: Scene): boolean {
  const upTo = scene.plan.stages.filter(({ offsetDays }) => offsetDays <= 0);
  return scene.context.run !== null && upTo.every(stage => openSpots(scene, stage).length === 0);
}
