/** Until when a step only waited for its hour. */
import { runnableCommands } from '../../../machines/plan-steps.ts';
import type { Spot } from '../../view/scene/outline.ts';
import type { Scene } from '../../view/scene/scene.ts';
import { goesByTheClock, slotOf } from '../../view/schedule/schedule.ts';
import { instantAt } from '../../view/schedule/time.ts';
import type { Turn } from './turns.ts';

/**
 * Milliseconds; minus infinity where it did not wait. It waits until its hour or until somebody begins, whichever
 * comes first. What is done by hand and was done before its hour took all the time before it, for nobody says when
 * such work begins.
 */
export function waitsUntil(scene: Scene, turn: Turn): number {
  const spot = scene.outline.byId.get(turn.step ?? '');
  const wanted = spot ? wantedAt(scene, spot) : null;
  if (!spot || wanted === null) return Number.NEGATIVE_INFINITY;
  const { touchedAt, to, open } = turn;
  const byHand = runnableCommands(spot.step).length === 0;
  if (byHand && !open && touchedAt === to && to <= wanted) return Number.NEGATIVE_INFINITY;
  return Math.min(wanted, touchedAt ?? wanted);
}

/** The hour of the plan, or the day of the stage where the plan gives no hour. */
function wantedAt(scene: Scene, spot: Spot): number | null {
  const { start } = slotOf(scene, spot);
  if (start !== null) return start;
  const { run } = scene.context;
  if (!run || spot.stage.ofEnvironment || !goesByTheClock(scene, spot.stageAt)) return null;
  return instantAt(run.date, spot.stage.offsetDays, '00:00', scene.zone);
}
