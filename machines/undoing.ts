/** Which forward steps a rollback step undoes, and whether there is anything to undo. */

import type { Plan, Step } from '../src/plan/types.ts';
import type { RunContext } from './context.ts';
import { timelineSteps } from './plan-steps.ts';
import { recordOf } from './records/step.ts';

const indexes = new WeakMap<Plan, Map<string, Step[]>>();

/** The steps of the timeline that a rollback step says it undoes, in order; none when it does not say. */
export function undoneSteps(plan: Plan, rollbackStep: Step): readonly Step[] {
  const index = indexes.get(plan) ?? indexOf(plan);
  indexes.set(plan, index);
  return index.get(rollbackStep.id) ?? [];
}

/** By the rollback step's id. */
function indexOf(plan: Plan): Map<string, Step[]> {
  const steps = timelineSteps(plan);
  const undoneBy = (names: readonly string[] = []) =>
    steps.filter(({ id, name }) => names.includes(id) || (name && names.includes(name)));
  return new Map(
    plan.rollback?.steps.map(({ id, attributes }) => [id, undoneBy(attributes.undoes)]),
  );
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
  const { jobs, outcome, startedAt, reopened } = recordOf(context, id);
  const ran = jobs.some(job => context.jobs[job]?.status !== 'revoked');
  // Going back to it forgets its times and its outcome, not what was done.
  const byHand = jobs.length === 0 && (startedAt !== undefined || reopened > 0);
  return ran || byHand || (outcome !== undefined && outcome !== 'skipped');
}
