/** When things should end at the present pace. */
import type { Spot } from '../scene/outline.ts';
import { instant, isRollback, type Scene } from '../scene/scene.ts';
import { beganAt, goesByTheClock, slotOf } from './schedule.ts';
import { apart } from './time.ts';
import { type Expected, expectedBack, expectedOf } from './walk.ts';
import { rollbackBudget, windowOf } from './window.ts';

/** Milliseconds: the expected end, and how many whole minutes later than planned (negative: earlier). */
export interface Forecast {
  end: number;
  delay: number;
}

/**
 * The expected end of the maintenance window while it is ahead in the current stage, else of that
 * stage, or of the rollback; null when the plan's times do not allow it.
 */
export function forecastOf(scene: Scene): Forecast | null {
  if (isRollback(scene)) return rollbackForecast(scene);
  const spot = scene.outline.byId.get(scene.input.state.current ?? '');
  const target = spot && targetOf(scene, spot);
  if (!target) return null;
  const { start, end } = slotOf(scene, target);
  const closes = target === scene.outline.closes;
  const planned = closes ? start : (end ?? start);
  const ends = closes ? closingOf(scene)?.at : expectedOf(scene, target)?.end;
  if (planned === null || typeof ends !== 'number') return null;
  return { end: ends, delay: apart(ends, planned) };
}

/** When the window should close, and by the 90th percentiles; null when it has, or nobody can say. */
export function closingOf(scene: Scene): { at: number; slow: number } | null {
  const { closes } = scene.outline;
  const expected = closes && expectedOf(scene, closes);
  if (!expected || expected.start === null || expected.slowStart === null) return null;
  const { start, slowStart } = expected;
  return { at: Math.max(scene.now, start), slow: Math.max(scene.now, slowStart) };
}

/**
 * Milliseconds until a step should start; null when nobody can say. The plan's clock is a promise and
 * holds however early or late the run is; a rehearsal goes on as fast as it can.
 */
export function dueIn(scene: Scene, spot: Spot): number | null {
  const start = goesByTheClock(scene, spot.stageAt)
    ? slotOf(scene, spot).start
    : (expectedOf(scene, spot)?.start ?? null);
  return start === null ? null : start - scene.now;
}

/** Several steps as one, some of them over: when the first began or should begin, when the last should end. */
export function expectedSpan(scene: Scene, spots: readonly Spot[]): Expected | null {
  const first = spots[0];
  const ahead = spots.findLast(spot => expectedOf(scene, spot) !== null);
  const last = ahead && expectedOf(scene, ahead);
  if (!first || !last) return null;
  return { ...last, start: beganAt(scene, first) ?? expectedOf(scene, first)?.start ?? null };
}

function targetOf(scene: Scene, spot: Spot): Spot | null {
  // A day without phases is a list of appointments, not a sequence with an end to forecast.
  if (spot.phase.title === '') return null;
  const { closes, stages } = scene.outline;
  if (closes && closes.stageAt === spot.stageAt && spot.at <= closes.at) return closes;
  return stages[spot.stageAt]!.findLast(one => slotOf(scene, one).start !== null) ?? null;
}

function rollbackForecast(scene: Scene): Forecast | null {
  const decided = instant(scene.context.rollback?.at);
  const budget = rollbackBudget(scene);
  const end = rollbackEnd(scene);
  if (decided === null || budget === null || end === null) return null;
  return { end, delay: apart(end, decided + budget) };
}

/** When the procedure under way should end; null once it is over. */
export function rollbackEnd(scene: Scene): number | null {
  const steps = scene.plan.rollback?.steps ?? [];
  return expectedBack(scene, steps.length - 1)?.end ?? null;
}

/** The rollback under way should end after the open window closes: when, and how long after; null when not. */
export function rollbackBeyond(
  scene: Scene,
): { end: number; over: number; closesAt: number } | null {
  const { openedAt, closedAt, closesAt } = windowOf(scene) ?? {};
  const end = rollbackEnd(scene);
  if (typeof openedAt !== 'number' || typeof closedAt === 'number') return null;
  if (end === null || typeof closesAt !== 'number' || end - closesAt < 60_000) return null;
  return { end, over: apart(end, closesAt), closesAt };
}
