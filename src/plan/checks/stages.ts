import type { Report } from '../diagnostics/reporter.ts';
import type { Plan } from '../types.ts';
import { forwardSteps } from './walk.ts';

/** The days of a plan in order, something to do, and a way back. */
export function checkStages(plan: Pick<Plan, 'stages' | 'rollback'>, report: Report): void {
  plan.stages.forEach((stage, index) => {
    const previous = plan.stages[index - 1];
    if (!previous || previous.offsetDays <= stage.offsetDays) return;
    report('stages-order', stage, { id: stage.id, previous: previous.id });
  });
  if (forwardSteps(plan).length === 0) report('no-steps', { line: 1, column: 1 });
  if (!plan.rollback?.steps.length) report('no-rollback', plan.rollback ?? { line: 1, column: 1 });
}
