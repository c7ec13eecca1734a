/** A phase whose steps are done by hand, in any order: the plan gives them no times. */
import type { Phase, Plan, Step } from '../src/plan/types.ts';
import { chart, said } from './chart.ts';
import type { StepOutcome } from './context.ts';
import { reopening, type WayBack } from './reopening.ts';

/** Key of the state in which the list stands; every open step of it is ready. */
const standing = 'ready';

/** @param last key of the state that ends a phase */
export function listPhase(phase: Phase, plan: Plan, last: string) {
  const steps = phase.steps.map(step => step.id);
  return {
    initial: standing,
    states: { [standing]: listState(phase.steps, steps, last), [last]: { type: 'final' as const } },
    on: {
      'step.reopened': phase.steps.map((step, at) =>
        reopening(backTo(step, at, phase.steps), plan),
      ),
    },
  };
}

function listState(list: readonly Step[], steps: readonly string[], last: string) {
  const boxes = new Map(list.map(step => [step.id, step.items.map(item => item.id)]));
  const turn = { type: 'takeFirstTurn' as const, params: { steps } };
  const done = (outcome: StepOutcome) =>
    ({
      type: 'finish',
      params: ({ event }: { event: { step: string } }) => ({ step: event.step, outcome }),
    }) as const;
  const passing = (isLast: boolean) =>
    ({
      type: 'mayPassInList',
      params: ({ event }: { event: { step: string; reason?: string | undefined } }) => ({
        step: event.step,
        steps,
        boxes: boxes.get(event.step) ?? [],
        waiver: event.reason,
        last: isLast,
      }),
    }) as const;
  return chart.createStateConfig({
    entry: [
      turn,
      {
        type: 'callHuman',
        params: ({ context }) => ({ step: context.current ?? '', why: 'manual' }),
      },
    ],
    on: {
      'step.begun': {
        guard: { type: 'mayBeginInList', params: ({ event }) => ({ ...said({ event }), steps }) },
        actions: 'record',
      },
      'step.confirmed': [
        { guard: passing(true), target: last, actions: ['record', done('done')] },
        { guard: passing(false), actions: ['record', done('done'), turn] },
      ],
      'step.skipped': [
        { guard: passing(true), target: last, actions: ['record', done('skipped')] },
        { guard: passing(false), actions: ['record', done('skipped'), turn] },
      ],
    },
  });
}

/** Back to one step of the list, and to it alone; journals of before version 3 reset those after it too. */
function backTo(step: Step, at: number, list: readonly Step[]): WayBack {
  return {
    step,
    to: { target: `.${standing}`, reenter: true },
    again: ({ only }) => (only ? [step] : list.slice(at)),
    also: 'unprove',
  };
}
