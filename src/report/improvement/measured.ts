/** Lengths that a run measured, of what the plan may give a duration. */
import { type Measures, measuresOf } from '../../journal/measures.ts';
import type { Phase, Rollback, Step } from '../../plan/types.ts';
import type { Spot } from '../../view/scene/outline.ts';
import { instant, recordOf, type Scene } from '../../view/scene/scene.ts';
import { slotOf, turnAt } from '../../view/schedule/schedule.ts';
import type { Stretch } from '../types.ts';
import { meets, pauses, unmanned } from './interruptions.ts';
import { detoursOf, wentSmoothly } from './smooth.ts';

/** Milliseconds; null where the run did not go through it as the plan wrote it, in one go. */
export interface Measured {
  step(step: Step): number | null;
  phase(phase: Phase): number | null;
  rollback(rollback: Rollback): number | null;
}

export function measuredIn(scene: Scene): Measured {
  const { entries } = scene.input;
  const measures = measuresOf(scene.plan, entries);
  const troubled = detoursOf(entries);
  const [stops, alone] = [pauses(entries), unmanned(entries)];

  /** Of steps done from first to last, by somebody where there is anything but commands. */
  const whole = (steps: readonly Step[], stretch: Stretch | null): number | null => {
    if (!stretch || !wentSmoothly(steps, scene.context, troubled)) return null;
    if (meets(stretch, stops)) return null;
    const people = steps.some(({ kind }) => kind !== 'command');
    return people && meets(stretch, alone) ? null : stretch.to - stretch.from;
  };

  return {
    step: step =>
      step.kind === 'command'
        ? (measures.steps.get(step.id) ?? null)
        : whole([step], handsOn(scene, step)),
    phase: phase => whole(phase.steps, phaseStretch(scene, phase)),
    rollback: ({ steps }) => whole(steps, rollbackStretch(scene, measures)),
  };
}

/** Work by hand; decisions and moments have no length that a plan could foresee. */
function handsOn(scene: Scene, step: Step): Stretch | null {
  const spot = scene.outline.byId.get(step.id);
  if (!spot || step.kind !== 'manual' || spot.phase.anyOrder) return null;
  return stretchOf(began(scene, spot), ended(scene, step));
}

function phaseStretch(scene: Scene, phase: Phase): Stretch | null {
  const [first] = scene.outline.phases.get(phase) ?? [];
  if (!first || phase.anyOrder) return null;
  const ends = phase.steps.map(step => ended(scene, step));
  if (ends.includes(null)) return null;
  return stretchOf(began(scene, first), Math.max(...ends.map(Number)));
}

function rollbackStretch({ context }: Scene, { rollback }: Measures): Stretch | null {
  return stretchOf(instant(context.rollback?.at), instant(rollback?.at));
}

function stretchOf(from: number | null, to: number | null): Stretch | null {
  return from === null || to === null ? null : { from: Math.min(from, to), to };
}

const ended = (scene: Scene, { id }: Step): number | null => instant(recordOf(scene, id).endedAt);

/** When its turn came; where the plan's clock holds, people waited for its hour. */
function began(scene: Scene, spot: Spot): number | null {
  const { startedAt } = recordOf(scene, spot.step.id);
  if (startedAt) return instant(startedAt);
  const turn = turnAt(scene, spot);
  if (turn === null || scene.input.schedule === 'relative') return turn;
  return Math.max(turn, slotOf(scene, spot).start ?? turn);
}
