/** Going back to a step: what is to be done again stands as if it never had been, its boxes too. */
import type { Plan, Step } from '../src/plan/types.ts';
import { chart } from './chart.ts';
import { criteriaOf } from './checkpoint.ts';
import type { EntryOf } from './entries.ts';

export interface WayBack {
  step: Step;
  /** The state that it leads to, and whether that begins anew when it stands already. */
  to: { target: string; reenter?: true };
  /** The steps that are to be done again. */
  again(entry: EntryOf<'step.reopened'>): readonly Step[];
  /** What else going back undoes. */
  also: 'unprove' | { type: 'unmark'; params: { boxes: readonly string[] } };
}

export function reopening({ step, to, again, also }: WayBack, plan: Plan) {
  const boxed = (one: Step) => ({ id: one.id, boxes: criteriaOf(one, plan) });
  return chart.createStateConfig({
    on: {
      'step.reopened': {
        ...to,
        guard: {
          type: 'mayReopen',
          params: ({ event }) => ({ step: event.step, target: step.id }),
        },
        actions: [
          'record',
          { type: 'reopen', params: ({ event }) => ({ steps: again(event).map(boxed) }) },
          also,
        ],
      },
    },
  }).on['step.reopened'];
}
