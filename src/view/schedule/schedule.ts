/** Planned instants as they hold for this run: the plan's clock, or counted from each stage's start. */

import { dateOf } from '../../../machines/calendar.ts';
import type { RunContext } from '../../../machines/context.ts';
import type { Step } from '../../plan/types.ts';
import type { Spot } from '../scene/outline.ts';
import { instant, recordOf, type Scene, statusOf } from '../scene/scene.ts';
import { apart, day } from './time.ts';
import { type Slot, type Timetable, timetableOf } from './timetable.ts';

const nominal = { date: '2001-01-01', zone: 'UTC' };
/** By what is known of the run, which never changes in place, then by stage. */
const shifts = new WeakMap<RunContext, Map<number, number | null>>();

/** The plan's own times that this run goes by. */
export function tableOf({ plan, input, context, zone }: Scene): Timetable {
  // A rehearsal's lengths are the plan's, whatever the clocks do that night.
  if (input.schedule === 'relative') return timetableOf(plan, nominal.date, nominal.zone);
  return timetableOf(plan, context.run?.date ?? nominal.date, zone);
}

/** When a step is to begin and end in this run; nulls where nobody can say yet. */
export function slotOf(scene: Scene, spot: Spot): Slot {
  const slot = tableOf(scene)[spot.at]!;
  const shift = shiftOf(scene, spot.stageAt);
  if (shift === 0) return slot;
  if (shift === null) return { start: null, end: null };
  return {
    start: slot.start === null ? null : slot.start + shift,
    end: slot.end === null ? null : slot.end + shift,
  };
}

/** Planned length in milliseconds, known even before the stage starts; null where the plan does not say. */
export function plannedLength(scene: Scene, spot: Spot): number | null {
  const { start, end } = tableOf(scene)[spot.at]!;
  return start === null || end === null ? null : Math.max(0, end - start);
}

/** The same for any step; those of the rollback have their own minutes. */
export function plannedFor(scene: Scene, step: Step): number | null {
  const spot = scene.outline.byId.get(step.id);
  if (spot) return plannedLength(scene, spot);
  return step.minutes === undefined ? null : step.minutes * 60_000;
}

/**
 * Does the plan's clock hold for a stage? Not in a rehearsal, nor for a stage that was opened early: its
 * times then count from when it began, or an outage of today would be told by next week's hours.
 */
export function goesByTheClock(scene: Scene, stageAt: number): boolean {
  if (scene.input.schedule === 'relative') return false;
  const { run, opened } = scene.context;
  const stage = scene.plan.stages[stageAt];
  if (!run || !stage || !Object.hasOwn(opened, stage.id)) return true;
  return (
    day(firstTouched(scene, stageAt) ?? scene.now, scene.zone) >= dateOf(run.date, stage.offsetDays)
  );
}

/** When anything was first done in a stage: the turn of a manual step comes long before somebody takes it. */
function firstTouched(scene: Scene, stageAt: number): number | null {
  const times = (scene.outline.stages[stageAt] ?? []).flatMap(({ step }) => {
    const { startedAt, endedAt } = recordOf(scene, step.id);
    return instant(startedAt ?? endedAt) ?? [];
  });
  return times.length === 0 ? null : Math.min(...times);
}

/** What to add to the timetable of a stage; null while one that counts from its start has not begun. */
function shiftOf(scene: Scene, stageAt: number): number | null {
  if (goesByTheClock(scene, stageAt)) return scene.context.run ? 0 : null;
  const known = shifts.get(scene.context) ?? new Map<number, number | null>();
  shifts.set(scene.context, known);
  if (!known.has(stageAt)) known.set(stageAt, anchor(scene, stageAt));
  return known.get(stageAt)!;
}

/** The first started step of the stage is on time by definition. */
function anchor(scene: Scene, stageAt: number): number | null {
  const first = firstBegun(scene, stageAt);
  return first && first.at - first.start;
}

/** The step of a stage that began first, of those that the plan gives a time. */
function firstBegun(scene: Scene, stageAt: number): { at: number; start: number } | null {
  let first: { at: number; start: number } | null = null;
  for (const spot of scene.outline.stages[stageAt] ?? []) {
    const at = beganAt(scene, spot);
    const { start } = tableOf(scene)[spot.at]!;
    if (at === null || start === null) continue;
    if (first === null || at < first.at) first = { at, start };
  }
  return first;
}

/** When work on a step began; a manual step that nobody announced began when its turn came. */
export function beganAt(scene: Scene, spot: Spot): number | null {
  const { startedAt, endedAt } = recordOf(scene, spot.step.id);
  if (startedAt) return instant(startedAt);
  return endedAt ? turnAt(scene, spot) : null;
}

/**
 * Milliseconds spent on a step, in all or so far. One that failed took what its commands took, however
 * long people thought between two attempts. Null before it began.
 */
export function spentOn(scene: Scene, id: string): number | null {
  const { startedAt, endedAt } = recordOf(scene, id);
  const began = instant(startedAt);
  if (began === null) return null;
  const attempts = isStopped(scene, id) ? attemptsTook(scene, id) : null;
  return attempts ?? Math.max(0, (instant(endedAt) ?? scene.now) - began);
}

/** By the latest attempt of each command; null when the end of one is not known. */
function attemptsTook(scene: Scene, id: string): number | null {
  const jobs = recordOf(scene, id).jobs.map(job => scene.context.jobs[job]!);
  const latest = [...new Map(jobs.map(job => [job.command, job])).values()];
  if (latest.length === 0 || latest.some(job => instant(job.exitedAt) === null)) return null;
  const took = latest.map(job => instant(job.exitedAt)! - instant(job.startedAt)!);
  return took.reduce((sum, ms) => sum + Math.max(0, ms), 0);
}

/** It failed, or nobody knows: it waits for a decision. */
export function isStopped(scene: Scene, id: string): boolean {
  const status = statusOf(scene, id);
  return status === 'failed' || status === 'inDoubt';
}

/** When the turn of a step came: at the end of the one before it. */
export function turnAt(scene: Scene, spot: Spot): number | null {
  for (let at = spot.at - 1; at >= 0; at -= 1) {
    const { endedAt } = recordOf(scene, scene.outline.spots[at]!.step.id);
    if (endedAt) return instant(endedAt);
  }
  return instant(scene.context.run?.createdAt);
}

/** How late a finished step ended, in milliseconds of whole minutes (negative: early); null when nobody can say. */
export function lateness(scene: Scene, spot: Spot): number | null {
  const ended = instant(recordOf(scene, spot.step.id).endedAt);
  const { start, end } = slotOf(scene, spot);
  const planned = end ?? start;
  return ended === null || planned === null ? null : apart(ended, planned);
}
