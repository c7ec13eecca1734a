/** The states of a GO / NO-GO without criteria. */
import type { Step } from '../src/plan/types.ts';
import { chart, said } from './chart.ts';
import { commandStates, runnableOf } from './commands.ts';

/** `reviewing → passed`, or `refused` and back to `reviewing`; its commands, if any, run before the review. */
export function gateStep(step: Step) {
  const hasCommands = runnableOf(step).length > 0;
  const decides = { type: 'decides' as const, params: said };
  return chart.createStateConfig({
    initial: hasCommands ? 'ready' : 'reviewing',
    states: {
      ...(hasCommands && commandStates(step, { target: 'reviewing' })),
      reviewing: {
        entry: { type: 'callHuman', params: { step: step.id, why: 'gate' } },
        on: {
          'gate.passed': {
            guard: decides,
            target: 'passed',
            actions: ['record', { type: 'finish', params: { step: step.id, outcome: 'passed' } }],
          },
          'gate.refused': { guard: decides, target: 'refused', actions: 'record' },
        },
      },
      refused: {
        on: { 'gate.reviewed': { guard: decides, target: 'reviewing', actions: 'record' } },
      },
      passed: { type: 'final' },
    },
  });
}
