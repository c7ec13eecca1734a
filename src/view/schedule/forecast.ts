/** When things should end at the present pace. */
import type { Step } from '../../plan/types.ts';
import type { Spot } from '../scene/outline.ts';
import { instant, isRollback, recordOf, type Scene, statusOf } from '../scene/scene.ts';
import { plannedLength, slotOf, turnAt } from './schedule.ts';
import { rollbackBudget } from './window.ts';

/** Milliseconds: the expected end, and how much later than planned (negative: earlier). */
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
  const planned = spot && targetEnd(scene, spot);
  if (!spot || !planned) return null;
  const delay = currentDelay(scene, spot);
  return delay === null ? null : { end: planned + delay, delay };
}

/**
 * Milliseconds until a step should start; null when nobody can say. The plan's clock is a promise and
 * holds however early or late the run is; a rehearsal goes on as fast as it can.
 */
export function dueIn(scene: Scene, spot: Spot): number | null {
  const { start } = slotOf(scene, spot);
  if (start === null) return null;
  const here = scene.outline.byId.get(scene.input.state.current ?? '');
  const follows = scene.input.schedule === 'relative' && here?.stageAt === spot.stageAt;
  return start - scene.now + ((follows ? currentDelay(scene, here) : 0) ?? 0);
}

function targetEnd(scene: Scene, spot: Spot): number | null {
  // A day without phases is a list of appointments, not a sequence with an end to forecast.
  if (spot.phase.title === '') return null;
  const { closes, stages } = scene.outline;
  if (closes && closes.stageAt === spot.stageAt && spot.at <= closes.at) {
    return slotOf(scene, closes).start;
  }
  const last = stages[spot.stageAt]!.findLast(one => slotOf(scene, one).start !== null);
  if (!last) return null;
  const { start, end } = slotOf(scene, last);
  return end ?? start;
}

/** How late the current step should end. */
function currentDelay(scene: Scene, spot: Spot): number | null {
  const { start, end } = slotOf(scene, spot);
  const planned = end ?? start;
  if (planned === null) return null;
  return expectedEnd(scene, spot, start) - planned;
}

function expectedEnd(scene: Scene, spot: Spot, start: number | null): number {
  const length = plannedLength(scene, spot) ?? 0;
  const { startedAt } = recordOf(scene, spot.step.id);
  const begun = instant(startedAt) ?? turnWithin(scene, spot, start);
  const idle = statusOf(scene, spot.step.id) === 'ready' && !startedAt;
  // A command takes its time from its launch, however long it was waited for.
  if (idle && spot.step.kind === 'command') return Math.max(scene.now, begun) + length;
  return Math.max(scene.now, begun + length);
}

/** The first step of a stage is not early: it has its time. */
function turnWithin(scene: Scene, spot: Spot, start: number | null): number {
  const turn = turnAt(scene, spot) ?? scene.now;
  const first = scene.outline.stages[spot.stageAt]![0] === spot;
  return first && start !== null ? Math.max(turn, start) : turn;
}

function rollbackForecast(scene: Scene): Forecast | null {
  const decided = instant(scene.context.rollback?.at);
  const budget = rollbackBudget(scene);
  if (decided === null || budget === null) return null;
  if (scene.input.state.status !== 'rollingBack') return null;
  const left = (scene.plan.rollback?.steps ?? []).reduce(
    (sum, step) => sum + leftOf(scene, step),
    0,
  );
  const end = scene.now + left;
  return { end, delay: end - (decided + budget) };
}

/** What a rollback step should still take. */
function leftOf(scene: Scene, step: Step): number {
  const { startedAt, endedAt } = recordOf(scene, step.id);
  if (endedAt) return 0;
  const length = (step.minutes ?? 0) * 60_000;
  const begun = instant(startedAt);
  return begun === null ? length : Math.max(0, length - (scene.now - begun));
}
