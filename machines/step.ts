/** The states of a step that is done by commands, or by hand. */
import type { Step } from '../src/plan/types.ts';
import { chart, said } from './chart.ts';
import { commandStates } from './commands.ts';

/** A step whose commands do the work: it is done when the last of them succeeded. */
export function commandStep(step: Step) {
  return chart.createStateConfig({
    initial: 'ready',
    states: {
      ...commandStates(step, { target: 'done', outcome: 'done' }),
      done: { type: 'final' },
    },
  });
}

/** Work that people do and confirm, box by box where it has a checklist. */
export function manualStep(step: Step) {
  const boxes = step.items.map(item => item.id);
  return chart.createStateConfig({
    initial: 'ready',
    states: {
      ready: {
        entry: { type: 'callHuman', params: { step: step.id, why: 'manual' } },
        on: {
          'step.begun': { guard: { type: 'mayBegin', params: said }, actions: 'record' },
          'step.confirmed': {
            guard: {
              type: 'mayPass',
              params: ({ event }) => ({ step: event.step, boxes, waiver: event.reason }),
            },
            target: 'done',
            actions: ['record', { type: 'finish', params: { step: step.id, outcome: 'done' } }],
          },
          'step.skipped': {
            guard: { type: 'decides', params: said },
            target: 'done',
            actions: ['record', { type: 'finish', params: { step: step.id, outcome: 'skipped' } }],
          },
        },
      },
      done: { type: 'final' },
    },
  });
}
