/** The second person: who must approve a step, and whether they did. Policy of the intent; the fold takes any decision. */
import type { Step } from '../src/plan/types.ts';
import type { Approval, RunContext } from './context.ts';
import { recordOf } from './records/step.ts';

/**
 * Names one look at a step: an approval holds for that look alone. It changes when the step is reopened,
 * refused, or looked at again, and when one of its commands is rewritten.
 */
export function roundOf(context: RunContext, step: string): string {
  const { reopened, refusals = 0 } = recordOf(context, step);
  return `${reopened}.${refusals}`;
}

/** The approvals of the present look at a step, oldest first. */
export function approvalsNow(context: RunContext, step: string): readonly Approval[] {
  const all = Object.hasOwn(context.approvals, step) ? context.approvals[step]! : [];
  const round = roundOf(context, step);
  return all.filter(approval => approval.round === round);
}

/**
 * The approval that counts, of somebody else than whoever holds the helm now: the latest that is verified; the
 * latest attested one only where nobody spoke for themselves.
 */
export function standingApproval(context: RunContext, step: string): Approval | undefined {
  const others = approvalsNow(context, step).filter(
    ({ person }) => !isOperator(context.helm?.operator, person),
  );
  return others.findLast(({ proof }) => proof === 'verified') ?? others.at(-1);
}

/** The role whose approval a step still waits for; null when none is asked for, or it is there. */
export function approvalOwed(
  context: RunContext,
  { id, attributes }: Pick<Step, 'id' | 'attributes'>,
): string | null {
  if (attributes.approve === undefined) return null;
  return standingApproval(context, id)?.verdict === 'go' ? null : attributes.approve;
}

/**
 * Is this person the operator, under the own name or behind another account (`alice(root)`)? Two people behind
 * one account cannot be told apart, and nobody is no second person.
 */
export function isOperator(operator: string | undefined, person: string): boolean {
  if (operator === undefined) return false;
  const names = namesOf(operator);
  return person.trim() === '' || namesOf(person).some(name => names.includes(name));
}

/** `alice(root)`: both. */
function namesOf(person: string): string[] {
  const [, name = person, account = name] = /^(.*)\((.*)\)$/.exec(person.trim()) ?? [];
  return [name.trim(), account.trim()];
}
