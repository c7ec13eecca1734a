/** Which boxes a command can look at, and which of them is due now. */

import type { Command, Plan, Step } from '../src/plan/types.ts';
import type { RunContext } from './context.ts';
import { isRunnable, timelineSteps } from './plan-steps.ts';
import { isSettled, missingFor } from './readiness.ts';
import { latestEnd } from './records/step.ts';
import type { RunState } from './state.ts';

/** A box with the command that looks at it. */
export interface Check {
  item: string;
  /** The checkpoint's step, `validation`, `prerequisites`, or the rollback step that needs the proof. */
  step: string;
  command: Command;
  proof: boolean;
}

/** Step of the checks of the rollback's validation. */
export const validation = 'validation';

/** Step of the checks of the prerequisites. */
export const prerequisites = 'prerequisites';

const indexes = new WeakMap<Plan, Map<string, Check>>();

/** Every check of the plan that something can run, by the box's id. */
export function checksOf(plan: Plan): ReadonlyMap<string, Check> {
  const known = indexes.get(plan);
  if (known) return known;
  const index = new Map(allChecks(plan).map(check => [check.item, check]));
  indexes.set(plan, index);
  return index;
}

function allChecks(plan: Plan): Check[] {
  return [
    ...of(
      plan.prerequisites.flatMap(group => group.items),
      prerequisites,
    ),
    ...timelineSteps(plan).flatMap(step => criteriaChecks(plan, step)),
    ...of(plan.rollback?.validation ?? [], validation),
    ...(plan.rollback?.proofs ?? []).flatMap(proof =>
      of([proof], proof.step).map(check => ({ ...check, proof: true })),
    ),
  ];
}

function criteriaChecks(plan: Plan, step: Step): Check[] {
  if (step.kind !== 'checkpoint') return [];
  const own = plan.checkpoints.find(({ id }) => id === step.checkpoint);
  return of([...(own?.criteria ?? []), ...step.items], step.id);
}

function of(items: readonly { id: string; check?: Command }[], step: string): Check[] {
  return items.flatMap(({ id: item, check: command }) =>
    command && isRunnable(command) ? [{ item, step, command, proof: false }] : [],
  );
}

/**
 * The check that should run by itself now, or null: the criteria of the point under review, one after the
 * other; the proofs of the rollback, during the day and wherever the step whose turn it is needs them; the
 * prerequisites, at the beginning and anew on the day. Each once its variables are known, and once only, until
 * the box is to be looked at again.
 */
export function dueCheck(plan: Plan, state: RunState): Check | null {
  const { helm, held, aside, endedAt } = state.context;
  if (helm === null || held !== null || aside !== null || endedAt !== null) return null;
  const here = placeOfReview(state);
  for (const check of checksOf(plan).values()) {
    if (check.step === prerequisites) {
      if (isPrerequisiteDue(plan, state, check)) return check;
      continue;
    }
    if (!isOpen(state.context, check.item)) continue;
    if (check.proof ? isProofDue(plan, state, check) : isCriterionDue(state, check, here))
      return check;
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

function isCriterionDue({ context }: RunState, check: Check, here: string | null): boolean {
  return (
    check.step === here &&
    check.command.variables.every(name => Object.hasOwn(context.variables, name))
  );
}

/** Once the environment is prepared. What was measured days before the day says little about the day. */
function isPrerequisiteDue(plan: Plan, { status, current, context }: RunState, check: Check) {
  const place = status === 'underway' && current !== null ? stepOf(plan, current) : undefined;
  if (!place || place.ofEnvironment || place.afterTheDay) return false;
  if (!check.command.variables.every(name => Object.hasOwn(context.variables, name))) return false;
  if (isOpen(context, check.item)) return true;
  // One that never ran leaves the measure of days ago behind.
  const last = context.jobs[context.checks[check.item] ?? context.marks[check.item]?.job ?? ''];
  return place.ofTheDay && last !== undefined && last.startedAt < dayBegan(plan, context);
}

/** When the steps before the day were over; '' where nothing comes before it. */
function dayBegan(plan: Plan, context: RunContext): string {
  const before = plan.stages.filter(stage => stage.ofEnvironment || stage.offsetDays < 0);
  return latestEnd(context, timelineSteps({ stages: before }));
}

/** Before the day there may be nothing to look at yet, unless the next command waits for it. */
function isProofDue(plan: Plan, { status, current, context }: RunState, check: Check): boolean {
  if (status !== 'underway' || current === null) return false;
  if (!check.command.variables.every(name => isSettled(plan, context, name))) return false;
  const step = stepOf(plan, current);
  if (!step) return false;
  return step.ofTheDay || missingFor(plan, context, step.step).some(({ id }) => id === check.item);
}

interface Placed {
  step: Step;
  ofTheDay: boolean;
  ofEnvironment: boolean;
  afterTheDay: boolean;
}

const places = new WeakMap<Plan, Map<string, Placed>>();

function stepOf(plan: Plan, id: string): Placed | undefined {
  const index = places.get(plan) ?? placesOf(plan);
  places.set(plan, index);
  return index.get(id);
}

/** Stages made from the environment's own commands come before the day, whatever their date. */
function placesOf(plan: Plan): Map<string, Placed> {
  const placed = plan.stages.flatMap(({ ofEnvironment, offsetDays, phases }) => {
    const place = {
      ofTheDay: !ofEnvironment && offsetDays === 0,
      ofEnvironment: ofEnvironment === true,
      afterTheDay: offsetDays > 0,
    };
    return phases.flatMap(phase => phase.steps.map(step => ({ step, ...place })));
  });
  return new Map(placed.map(one => [one.step.id, one]));
}
