/** The rollback procedure and its validation. */
import type { Plan, Rollback } from '../src/plan/types.ts';
import { chart, said } from './chart.ts';
import { whileLive } from './commands.ts';
import { reopenings, steps } from './sequence.ts';

/** Waits for the live job's end, runs the procedure's steps, then has the result validated. */
export function rollingBack(rollback: Rollback, plan: Plan) {
  const boxes = rollback.validation.map(item => item.id);
  const review = { type: 'unmark', params: { boxes } } as const;
  return chart.createStateConfig({
    initial: 'procedure',
    states: {
      halting: halting(),
      procedure: { ...steps(rollback.steps, plan), onDone: 'validating' },
      validating: validating(boxes),
      validated: { type: 'final' },
    },
    on: { ...abort, ...reopenings(rollback.steps, plan, '.procedure.', review) },
    onDone: 'rolledBack',
  });
}

/** Out of every state of `underway`: a job that still runs is stopped first. */
export function waysIntoRollback() {
  return chart.createStateConfig({
    on: {
      'rollback.decided': [
        {
          guard: 'drivenWhileLive',
          target: 'rollingBack.halting',
          actions: [
            'record',
            { type: 'cancelJob', params: ({ context }) => ({ job: context.liveJob ?? '' }) },
          ],
        },
        { guard: 'driven', target: 'rollingBack.procedure', actions: 'record' },
      ],
    },
  }).on;
}

/** The run may be given up whenever no job lives. */
export const abort = chart.createStateConfig({
  on: {
    'run.aborted': { guard: 'drivenWhileIdle', target: '#deployment.aborted', actions: 'record' },
  },
}).on;

/** Any outcome will do, even that the operator no longer waits for one. */
function halting() {
  const over = {
    guard: { type: 'isLive' as const, params: said },
    target: 'procedure',
    actions: 'record' as const,
  };
  return chart.createStateConfig({
    on: {
      'job.exited': over,
      'job.doubted': over,
      'job.revoked': over,
      'job.abandoned': { ...over, guard: { type: 'mayStop', params: said } },
      ...whileLive,
    },
  });
}

function validating(boxes: readonly string[]) {
  return chart.createStateConfig({
    entry: [
      { type: 'takeTurn', params: { step: null } },
      { type: 'callHuman', params: { step: '', why: 'validation' } },
    ],
    on: {
      'rollback.validated': {
        guard: { type: 'mayValidate', params: ({ event: { waiver } }) => ({ boxes, waiver }) },
        target: 'validated',
        actions: 'record',
      },
    },
  });
}
