/** Which boxes a command can look at, and which of them is due now. */
import type { Command, Plan, Proof, Step } from '../src/plan/types.ts';
import type { RunContext } from './context.ts';
import { isSettled } from './readiness.ts';
import type { RunState } from './state.ts';

/** A box with the command that looks at it. */
export interface Check {
  item: string;
  /** The checkpoint's step, `validation`, or the rollback step that needs the proof. */
  step: string;
  command: Command;
  proof: boolean;
}

/** Step of the checks of the rollback's validation. */
export const validation = 'validation';

const indexes = new WeakMap<Plan, Map<string, Check>>();

/** Every check of the plan, by the box's id. */
export function checksOf(plan: Plan): ReadonlyMap<string, Check> {
  const known = indexes.get(plan);
  if (known) return known;
  const index = new Map(allChecks(plan).map(check => [check.item, check]));
  indexes.set(plan, index);
  return index;
}

function allChecks(plan: Plan): Check[] {
  const steps = plan.stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps));
  return [
    ...steps.flatMap(step => criteriaChecks(plan, step)),
    ...of(plan.rollback?.validation ?? [], validation),
    ...(plan.rollback?.proofs ?? []).map(({ id: item, step, check: command }: Proof) => {
      return { item, step, command, proof: true };
    }),
  ];
}

function criteriaChecks(plan: Plan, step: Step): Check[] {
  if (step.kind !== 'checkpoint') return [];
  const own = plan.checkpoints.find(({ id }) => id === step.checkpoint);
  return of([...(own?.criteria ?? []), ...step.items], step.id);
}

function of(items: readonly { id: string; check?: Command }[], step: string): Check[] {
  return items.flatMap(({ id: item, check: command }) =>
    command ? [{ item, step, command, proof: false }] : [],
  );
}

/**
 * The check that should run by itself now, or null: the criteria of the point under review, one after the
 * other, and during the day the proofs of the rollback whose variables are known. Each once, until the
 * box is to be looked at again.
 */
export function dueCheck(plan: Plan, state: RunState): Check | null {
  const { helm, held, aside, endedAt } = state.context;
  if (helm === null || held !== null || aside !== null || endedAt !== null) return null;
  const here = placeOfReview(state);
  for (const check of checksOf(plan).values()) {
    const due = check.proof ? isProofDue(plan, state, check) : check.step === here;
    if (due && isOpen(state.context, check.item)) return check;
  }
  return null;
}

/** Never looked at since it was last opened. */
function isOpen({ marks, checks }: RunContext, item: string): boolean {
  return !Object.hasOwn(marks, item) && !Object.hasOwn(checks, item);
}

function placeOfReview(state: RunState): string | null {
  if (state.status === 'validating') return validation;
  const { current } = state;
  return current !== null && state.statusOf(current) === 'reviewing' ? current : null;
}

/** Before the day there may be nothing to look at yet. */
function isProofDue(plan: Plan, state: RunState, { command }: Check): boolean {
  if (state.status !== 'underway' || !isTheDay(plan, state.current)) return false;
  return command.variables.every(name => isSettled(plan, state.context, name));
}

/** Stages made from the environment's own commands come before the day, whatever their date. */
function isTheDay(plan: Plan, current: string | null): boolean {
  return plan.stages.some(
    ({ id, offsetDays, phases }) =>
      id !== 'env' &&
      offsetDays === 0 &&
      phases.some(phase => phase.steps.some(step => step.id === current)),
  );
}
