/** The states of a step that only marks a moment. */
import type { Step } from '../src/plan/types.ts';
import { chart, said } from './chart.ts';
import { commandStates, runnableOf } from './commands.ts';

/** Reached when somebody says so; one with commands is reached when the last of them succeeded. */
export function milestoneStep(step: Step) {
  if (runnableOf(step).length > 0) return milestoneWithCommands(step);
  return chart.createStateConfig({
    initial: 'ready',
    states: {
      ready: {
        entry: { type: 'callHuman', params: { step: step.id, why: 'manual' } },
        on: {
          'milestone.reached': {
            guard: { type: 'decides', params: said },
            target: 'reached',
            actions: ['record', { type: 'finish', params: { step: step.id, outcome: 'reached' } }],
          },
        },
      },
      reached: { type: 'final' },
    },
  });
}

function milestoneWithCommands(step: Step) {
  return chart.createStateConfig({
    initial: 'ready',
    states: {
      ...commandStates(step, { target: 'reached', outcome: 'reached' }),
      reached: { type: 'final' },
    },
  });
}
