/** The boxes in front of the operator. */
import { checksOf } from '../../../machines/checks.ts';
import type { Item } from '../../plan/types.ts';
import { outlineOf } from '../scene/outline.ts';
import type { ViewInput } from '../types.ts';

/** Those of the current step, of the rollback's validation, or of the final checklist. */
export function boxesHere({ plan, state }: ViewInput): readonly Item[] {
  if (state.status === 'validating') return plan.rollback?.validation ?? [];
  if (state.status === 'closing') return plan.checklist;
  return outlineOf(plan).boxes.get(state.current ?? '') ?? [];
}

/** Those of a step, or those here. */
export function boxesAt(input: ViewInput, step: string | undefined): readonly Item[] {
  if (step === undefined || step === input.state.current) return boxesHere(input);
  return outlineOf(input.plan).boxes.get(step) ?? [];
}

/** Ids of those a command can look at, and of the rollback's proofs while it is not decided. */
export function checkedBoxes(input: ViewInput): string[] {
  const { plan, state } = input;
  const proofs = state.context.rollback ? [] : (plan.rollback?.proofs ?? []);
  const checks = checksOf(plan);
  return [...boxesHere(input), ...proofs].map(({ id }) => id).filter(id => checks.has(id));
}
