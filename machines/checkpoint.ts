/** The states of a GO / NO-GO with criteria. */
import type { Plan, Step } from '../src/plan/types.ts';
import { chart, said } from './chart.ts';
import { commandStates, runnableOf } from './commands.ts';

/** Ids of the criteria of a checkpoint step: the checkpoint's own, then the boxes under the step. */
export function criteriaOf(step: Step, plan: Plan): string[] {
  const checkpoint = plan.checkpoints.find(({ id }) => id === step.checkpoint);
  return [...(checkpoint?.criteria ?? []), ...step.items].map(item => item.id);
}

/**
 * `reviewing → passed`, or `remediating` (the plan's own actions on failure) and back to `reviewing`
 * with every criterion to be looked at again. Its commands, if any, run before the review: failing
 * them can be accepted or skipped, the review cannot.
 */
export function checkpointStep(step: Step, plan: Plan) {
  const hasCommands = runnableOf(step).length > 0;
  return chart.createStateConfig({
    initial: hasCommands ? 'ready' : 'reviewing',
    states: {
      ...(hasCommands && commandStates(step, { target: 'reviewing' })),
      reviewing: reviewing(step, criteriaOf(step, plan)),
      remediating: remediating(criteriaOf(step, plan)),
      passed: { type: 'final' },
    },
  });
}

function reviewing(step: Step, boxes: string[]) {
  return chart.createStateConfig({
    entry: { type: 'callHuman', params: { step: step.id, why: 'checkpoint' } },
    on: {
      'checkpoint.passed': {
        guard: {
          type: 'mayPass',
          params: ({ event: { step, waiver } }) => ({ step, boxes, waiver }),
        },
        target: 'passed',
        actions: ['record', { type: 'finish', params: { step: step.id, outcome: 'passed' } }],
      },
      'checkpoint.refused': {
        guard: { type: 'decides', params: said },
        target: 'remediating',
        actions: 'record',
      },
    },
  });
}

function remediating(boxes: string[]) {
  return chart.createStateConfig({
    on: {
      'checkpoint.reviewed': {
        guard: { type: 'decides', params: said },
        target: 'reviewing',
        actions: ['record', { type: 'unmark', params: { boxes } }],
      },
    },
  });
}
