/** Which forward steps a rollback step undoes, and whether there is anything to undo. */
import type { Plan, Step } from '../src/plan/types.ts';
import type { RunContext } from './context.ts';
import { recordOf } from './records/step.ts';

/** The steps of the timeline that a rollback step says it undoes, in order; none when it does not say. */
export function undoneSteps(plan: Plan, rollbackStep: Step): Step[] {
  const names = rollbackStep.attributes.undoes ?? [];
  if (names.length === 0) return [];
  return plan.stages
    .flatMap(stage => stage.phases.flatMap(phase => phase.steps))
    .filter(({ id, name }) => names.includes(id) || (name !== undefined && names.includes(name)));
}

/** The rollback steps that say they undo a forward step. */
export function undoersOf(plan: Plan, { id, name }: Step): Step[] {
  return (plan.rollback?.steps ?? []).filter(({ attributes }) =>
    attributes.undoes?.some(one => one === id || one === name),
  );
}

/** False only when the plan says what the step undoes, and nothing of that was ever begun. */
export function isNeeded(plan: Plan, context: RunContext, rollbackStep: Step): boolean {
  const undone = undoneSteps(plan, rollbackStep);
  return undone.length === 0 || undone.some(step => wasBegun(context, step.id));
}

/** Something of it may have had effects, by a command or by hand. */
function wasBegun(context: RunContext, id: string): boolean {
  const { jobs, outcome, startedAt } = recordOf(context, id);
  const ran = jobs.some(job => context.jobs[job]?.status !== 'revoked');
  const byHand = jobs.length === 0 && startedAt !== undefined;
  return ran || byHand || (outcome !== undefined && outcome !== 'skipped');
}
