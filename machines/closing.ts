/** The end of a run: its final checklist closes it. */
import type { Plan } from '../src/plan/types.ts';
import { chart } from './chart.ts';

/** Where the last stage leads: to the final checklist, where the plan has one. */
export function whenStagesAreDone(plan: Plan) {
  const end = { target: 'completed' };
  if (plan.checklist.length === 0) return end;
  return [{ ...end, guard: 'endsByItself' as const }, { target: 'closing' }];
}

/** Every box of the final checklist is looked at, or somebody says why the run may be closed all the same. */
export function closing(plan: Plan) {
  const boxes = plan.checklist.map(item => item.id);
  return chart.createStateConfig({
    entry: [
      { type: 'takeTurn', params: { step: null } },
      { type: 'callHuman', params: { step: '', why: 'closing' } },
    ],
    on: {
      'run.closed': {
        guard: { type: 'mayValidate', params: ({ event: { waiver } }) => ({ boxes, waiver }) },
        target: '#deployment.completed',
        actions: 'record',
      },
    },
  });
}
