import type { Report } from '../diagnostics/reporter.ts';
import type { Plan, Stage } from '../types.ts';
import { forwardSteps } from './walk.ts';

/** The days of a plan: each once, in order; and something to do. */
export function checkStages(plan: Pick<Plan, 'stages' | 'rollback'>, report: Report): void {
  const seen = new Map<string, Stage>();
  let last: Stage | undefined;
  for (const stage of plan.stages) {
    const first = seen.get(stage.id);
    if (first) report('duplicate-stage', stage, { id: stage.id, line: first.line });
    else seen.set(stage.id, stage);
    if (last && last.offsetDays > stage.offsetDays) {
      report('stages-order', stage, { id: stage.id, previous: last.id });
    }
    last = stage;
  }
  if (forwardSteps(plan).length === 0) report('no-steps', { line: 1, column: 1 });
  if (!plan.rollback?.steps.length) report('no-rollback', plan.rollback ?? { line: 1, column: 1 });
}
