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

/** How long a whole rollback should take, in milliseconds, and who says so. */
export interface RollbackLength {
  ms: number;
  /** `measured` in this environment; `elsewhere`: in another one, where it took longer than the plan says. */
  from: 'plan' | 'measured' | 'elsewhere';
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

/**
 * The outage as it was: `to` is null where it goes on, or was never closed. Null where none began. A validated
 * rollback ends it as the plan's own milestone would have.
 */
export function outageOf(scene: Scene): { from: number; to: number | null } | null {
  const window = windowOf(scene);
  if (!window || window.openedAt === null) return null;
  const rolledBack = scene.input.state.status === 'rolledBack';
  const to = window.closedAt ?? (rolledBack ? instant(scene.context.endedAt) : null);
  return { from: window.openedAt, to };
}

/** Planned length of the outage in milliseconds. */
export function plannedOutage({ opensAt, closesAt }: Window): number | null {
  return opensAt === null || closesAt === null ? null : Math.max(0, closesAt - opensAt);
}

/**
 * How long the rollback should take, validation apart; null when neither the plan nor an earlier run
 * tells. A small target, elsewhere or this one, must never make a rollback look safe: it only lengthens.
 */
export function rollbackLength(scene: Scene): RollbackLength | null {
  if (!scene.plan.rollback) return null;
  const { here, elsewhere } = scene.input.history.rollback;
  const planned = plannedRollback(scene);
  if (here && (here.p90 >= (planned ?? 0) || mayShorten(scene)))
    return { ms: here.p90, from: 'measured' };
  if (elsewhere && elsewhere.p90 > (planned ?? 0)) return { ms: elsewhere.p90, from: 'elsewhere' };
  return planned === null ? null : { ms: planned, from: 'plan' };
}

/**
 * A measure here may be shorter than the plan on the plan's own clock, which is no rehearsal's; and only
 * where every step says its minutes, so that those which were passed over are in the measure.
 */
function mayShorten({ plan, input }: Scene): boolean {
  const steps = plan.rollback?.steps ?? [];
  return input.schedule === 'absolute' && steps.every(({ minutes }) => minutes !== undefined);
}

/** The length of `rollbackLength` alone. */
export function rollbackBudget(scene: Scene): number | null {
  return rollbackLength(scene)?.ms ?? null;
}

/** What the plan says, else the sum of what its steps say. */
function plannedRollback({ plan: { rollback } }: Scene): number | null {
  const sum = (rollback?.steps ?? []).reduce((total, step) => total + (step.minutes ?? 0), 0);
  const minutes = rollback?.minutes ?? sum;
  return minutes > 0 ? minutes * 60_000 : null;
}

/** From the decision to a validated system, in milliseconds. */
export function wayBack(scene: Scene): number | null {
  const length = rollbackBudget(scene);
  const { validation } = scene.input.history.rollback;
  return length === null ? null : length + (validation?.p90 ?? 0);
}

/**
 * The last instant at which a rollback, its validation included, still ends inside the window; null
 * when it cannot be said, and once the window is closed.
 */
export function lastTenableRollback(scene: Scene): number | null {
  const window = windowOf(scene);
  const back = wayBack(scene);
  if (!window || back === null || window.closesAt === null || window.closedAt !== null) return null;
  return window.closesAt - back;
}
