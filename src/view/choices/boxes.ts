/** The boxes in front of the operator. */
import { checksOf } from '../../../machines/checks.ts';
import type { Item } from '../../plan/types.ts';
import { outlineOf } from '../scene/outline.ts';
import type { ViewInput } from '../types.ts';

/** Those of the current step, or of the rollback's validation. */
export function boxesHere({ plan, state }: ViewInput): readonly Item[] {
  if (state.status === 'validating') return plan.rollback?.validation ?? [];
  return outlineOf(plan).boxes.get(state.current ?? '') ?? [];
}

/** Ids of those a command can look at, and of the rollback's proofs while it is not decided. */
export function checkedBoxes(input: ViewInput): string[] {
  const { plan, state } = input;
  const proofs = state.context.rollback ? [] : (plan.rollback?.proofs ?? []);
  const checks = checksOf(plan);
  return [...boxesHere(input), ...proofs].map(({ id }) => id).filter(id => checks.has(id));
}
