/** The days of a run: which stage is due, what is owed before the day. Policy of the intent; the fold takes any order. */
import type { Item, Plan, Stage } from '../src/plan/types.ts';
import type { RunContext } from './context.ts';
import { isOpen } from './records/step.ts';

/** The date of a day of the plan, `YYYY-MM-DD`. @param day J, in the same form */
export function dateOf(day: string, offsetDays: number): string {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + offsetDays)).toISOString().slice(0, 10);
}

/** Days from one date to another, both `YYYY-MM-DD`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}

/** What the calendar says of a stage on a day. `late`: its day is over and work is left. */
export type StageTiming = 'done' | 'late' | 'due' | 'early';

export function stageTiming(context: RunContext, stage: Stage, today: string): StageTiming {
  const open = stage.phases.some(phase => phase.steps.some(step => isOpen(context, step.id)));
  if (!open) return 'done';
  const left = daysUntil(context, stage, today);
  if (left > 0) return Object.hasOwn(context.opened, stage.id) ? 'due' : 'early';
  return left < 0 ? 'late' : 'due';
}

/** Days from today to a stage; negative once they are over, 0 for what prepares the environment. */
export function daysUntil(context: RunContext, stage: Stage, today: string): number {
  if (stage.ofEnvironment || !context.run) return 0;
  return daysBetween(today, dateOf(context.run.date, stage.offsetDays));
}

/** The stage that a step belongs to; undefined for the steps of the rollback, which have no day. */
export function stageOfStep(plan: Plan, step: string): Stage | undefined {
  return indexOf(plan).get(step);
}

const indexes = new WeakMap<Plan, Map<string, Stage>>();

function indexOf(plan: Plan): Map<string, Stage> {
  const known = indexes.get(plan);
  if (known) return known;
  const index = new Map(
    plan.stages.flatMap(stage =>
      stage.phases.flatMap(phase => phase.steps.map(step => [step.id, stage] as const)),
    ),
  );
  indexes.set(plan, index);
  return index;
}

/** Prerequisites that are neither proved nor waived, in the plan's order. */
export function prerequisitesOwed(plan: Plan, context: RunContext): Item[] {
  return plan.prerequisites
    .flatMap(group => group.items)
    .filter(
      ({ id }) => context.marks[id]?.verdict !== 'pass' && !Object.hasOwn(context.waived, id),
    );
}

/** The day itself, or one after it: what the prerequisites are owed before. */
export function isFromTheDayOn(stage: Stage): boolean {
  return !stage.ofEnvironment && stage.offsetDays >= 0;
}
