/** The maintenance window, and until when the rollback still fits in it. */
import type { Spot } from '../scene/outline.ts';
import { instant, recordOf, type Scene } from '../scene/scene.ts';
import { slotOf } from './schedule.ts';

/** Milliseconds since the epoch; nulls where the plan or the run does not say. */
export interface Window {
  opensAt: number | null;
  closesAt: number | null;
  openedAt: number | null;
  closedAt: number | null;
}

/** The window of the plan as it holds for this run; null when the plan has none. */
export function windowOf(scene: Scene): Window | null {
  const { opens, closes } = scene.outline;
  if (!opens || !closes) return null;
  return {
    opensAt: slotOf(scene, opens).start,
    closesAt: slotOf(scene, closes).start,
    openedAt: reachedAt(scene, opens),
    closedAt: reachedAt(scene, closes),
  };
}

function reachedAt(scene: Scene, spot: Spot): number | null {
  return instant(recordOf(scene, spot.step.id).endedAt);
}

/** Planned length of the outage in milliseconds. */
export function plannedOutage({ opensAt, closesAt }: Window): number | null {
  return opensAt === null || closesAt === null ? null : Math.max(0, closesAt - opensAt);
}

/** Time budget of the rollback in milliseconds: the plan's, else the sum of its steps'; null when unsaid. */
export function rollbackBudget({ plan: { rollback } }: Scene): number | null {
  if (!rollback) return null;
  const sum = rollback.steps.reduce((total, step) => total + (step.minutes ?? 0), 0);
  const minutes = rollback.minutes ?? sum;
  return minutes > 0 ? minutes * 60_000 : null;
}

/** The last instant at which a rollback still ends inside the window; null when it cannot be said or is over. */
export function lastTenableRollback(scene: Scene): number | null {
  const window = windowOf(scene);
  const budget = rollbackBudget(scene);
  if (!window || budget === null || window.closesAt === null || window.closedAt !== null)
    return null;
  return window.closesAt - budget;
}
