/** Approvals that a second person left in the run's folder: which of them count now. */
import { isOperator, roundOf } from '../../../machines/approvals.ts';
import type { FactOf } from '../../../machines/entries.ts';
import type { RunState } from '../../../machines/state.ts';
import type { Environment, Plan } from '../../plan/types.ts';
import { stepsOf } from '../steps.ts';

/** What a file says, and what the kernel says of the file. */
export interface GivenApproval {
  run: string;
  step: string;
  round: string;
  verdict: 'go' | 'no-go';
  note?: string;
  /** Owner of the file: who approved. */
  uid: number;
  person: string;
  /** When it was made, ISO 8601. */
  at: string;
}

/** Why an approval does not count: it is of another run, or of somebody who may not give it. */
export type Unfit = 'other-run' | 'not-asked' | 'own' | 'not-allowed';

/** What to journal of a file now; `later` while its step has not come, or is not looked at as it says. */
export function approvalFact(
  plan: Plan,
  environment: Pick<Environment, 'approvers'>,
  { current, context }: RunState,
  given: GivenApproval,
): FactOf<'approval.given'> | Unfit | 'known' | 'later' {
  const { step, round, verdict, note, uid, person, at } = given;
  if (given.run !== context.run?.id) return 'other-run';
  const role = stepsOf(plan).get(step)?.step.attributes.approve;
  if (role === undefined) return 'not-asked';
  if (isOperator(context.helm?.operator, person)) return 'own';
  const { approvers } = environment;
  if (Object.hasOwn(approvers, role) && !approvers[role]!.includes(person)) return 'not-allowed';
  const before = context.approvals[step] ?? [];
  if (before.some(one => one.uid === uid && one.givenAt === at && one.round === round)) {
    return 'known';
  }
  // While the helm is let go of, the operator's own would pass for somebody else's.
  if (context.helm === null || current !== step) return 'later';
  if (roundOf(context, step) !== round) return 'later';
  const said = note === undefined || note === '' ? {} : { note };
  return {
    type: 'approval.given',
    step,
    role,
    verdict,
    proof: 'verified',
    person,
    uid,
    round,
    givenAt: at,
    ...said,
  };
}
