/** The whole run: what the plan says, as one statechart. */
import type { Plan } from '../src/plan/types.ts';
import { bookkeeping } from './bookkeeping.ts';
import { chart } from './chart.ts';
import { closing, whenStagesAreDone } from './closing.ts';
import { blank } from './records/run.ts';
import { abort, rollingBack, waysIntoRollback } from './rollback.ts';
import { stages } from './sequence.ts';

export type DeploymentMachine = ReturnType<typeof createDeploymentMachine>;

/**
 * The statechart of a plan: pure, driven with `transition()`, its only events the journal's entries.
 * @throws {TypeError} when two states of the plan share a key, or a key cannot be one.
 */
export function createDeploymentMachine(plan: Plan) {
  const { rollback } = plan;
  return chart.createMachine({
    id: 'deployment',
    context: blank,
    initial: 'draft',
    on: bookkeeping(plan),
    states: {
      // Atomic and bare: XState computes the initial state anew at every pure transition.
      draft: { on: { 'run.created': { target: 'underway', actions: 'record' } } },
      underway: {
        ...stages(plan),
        on: { ...abort, ...(rollback && waysIntoRollback()) },
        onDone: whenStagesAreDone(plan),
      },
      ...(plan.checklist.length > 0 && { closing: closing(plan) }),
      ...(rollback && {
        rollingBack: rollingBack(rollback, plan),
        rolledBack: { type: 'final', entry: 'end' },
      }),
      completed: { type: 'final', entry: 'end' },
      aborted: { type: 'final', entry: 'end' },
    },
  });
}
