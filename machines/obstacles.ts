/**
 * What stands in the way of a step besides the chart: its day, the prerequisites, a second person. Policy of
 * the intent, asked by the engine and the view alike; the fold takes what was journaled (decision 0009).
 */
import type { Environment, Item, Plan, Stage, Step } from '../src/plan/types.ts';
import { approvalOwed } from './approvals.ts';
import { dateOf, isFromTheDayOn, prerequisitesOwed, stageOfStep, stageTiming } from './calendar.ts';
import type { RunContext } from './context.ts';
import type { Fact } from './entries.ts';

export type Obstacle =
  | { code: 'not-due'; stage: Stage; date: string }
  | { code: 'prerequisites'; items: readonly Item[] }
  | { code: 'approval'; role: string };

/** What the policy looks at besides the run. */
export interface Circumstances
  extends Pick<Environment, 'schedule' | 'prerequisites' | 'approvals'> {
  /** `YYYY-MM-DD` in the plan's zone. */
  today: string;
}

/** The first thing in the way of this step; null for none, and for every step of a rollback. */
export function obstacleOf(
  plan: Plan,
  context: RunContext,
  step: Step,
  circumstances: Circumstances,
): Obstacle | null {
  const stage = stageOfStep(plan, step.id);
  if (!stage || !context.run || context.rollback) return null;
  return (
    dayOf(context, stage, circumstances) ??
    owedBefore(plan, context, stage, circumstances) ??
    secondPerson(context, step, circumstances)
  );
}

/** Where the plan's days are counted from the start, no day is too early. */
function dayOf(
  context: RunContext,
  stage: Stage,
  { schedule, today }: Circumstances,
): Obstacle | null {
  if (schedule === 'relative' || stageTiming(context, stage, today) !== 'early') return null;
  return { code: 'not-due', stage, date: dateOf(context.run!.date, stage.offsetDays) };
}

function owedBefore(
  plan: Plan,
  context: RunContext,
  stage: Stage,
  { prerequisites }: Circumstances,
): Obstacle | null {
  if (prerequisites === 'optional' || !isFromTheDayOn(stage)) return null;
  const items = prerequisitesOwed(plan, context);
  return items.length > 0 ? { code: 'prerequisites', items } : null;
}

function secondPerson(
  context: RunContext,
  step: Step,
  { approvals }: Circumstances,
): Obstacle | null {
  if (approvals === 'optional') return null;
  const role = approvalOwed(context, step);
  return role === null ? null : { code: 'approval', role };
}

const moving: ReadonlySet<Fact['type']> = new Set([
  'step.begun',
  'step.confirmed',
  'step.skipped',
  'step.accepted',
  'milestone.reached',
  'checkpoint.passed',
  'gate.passed',
]);

/** The step that a fact would move on; null for facts that no obstacle keeps from being journaled. */
export function stepMovedBy(fact: Fact): string | null {
  if (fact.type === 'job.started') {
    return fact.adhoc === undefined && fact.check === undefined ? fact.step : null;
  }
  return moving.has(fact.type) && 'step' in fact ? (fact.step ?? null) : null;
}
