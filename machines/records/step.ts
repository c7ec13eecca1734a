/** What entries leave in the record of a step. */
import type { RunContext, StepOutcome, StepRecord } from '../context.ts';
import type { EntryOf } from '../entries.ts';
import { changed, without } from './shelf.ts';

/** A step nothing is known of yet. */
export const untouched: StepRecord = { command: 0, jobs: [], amended: {}, reopened: 0 };

/** The record of a step, whether or not anything was journaled about it. */
export function recordOf(context: RunContext, step: string): StepRecord {
  return Object.hasOwn(context.steps, step) ? context.steps[step]! : untouched;
}

/** It is still to be done. */
export function isOpen(context: RunContext, step: string): boolean {
  return recordOf(context, step).outcome === undefined;
}

/** When the last of these steps was over, in whatever order they were done; '' when none is. */
export function latestEnd(context: RunContext, steps: readonly { id: string }[]): string {
  const ends = steps.flatMap(({ id }) => recordOf(context, id).endedAt ?? []);
  return ends.toSorted().at(-1) ?? '';
}

/** The context's `steps` with one record changed. */
export function withStep(context: RunContext, step: string, change: Partial<StepRecord>) {
  return { steps: changed(context.steps, { [step]: { ...recordOf(context, step), ...change } }) };
}

/** Who decided something about a step, and why. */
export function decided(
  context: RunContext,
  entry: { step: string; by: string; reason?: string | undefined },
): Partial<RunContext> {
  const why = entry.reason ? { reason: entry.reason } : {};
  return withStep(context, entry.step, { by: entry.by, ...why });
}

/** NO-GO. */
export function refused(
  context: RunContext,
  entry: EntryOf<'checkpoint.refused' | 'gate.refused'>,
): Partial<RunContext> {
  const { step, by, reason, at } = entry;
  return withStep(context, step, { by, reason, refusedAt: at, ...looked(context, step) });
}

/** Whoever approved it saw another state of things. */
function looked(context: RunContext, step: string) {
  return { refusals: (recordOf(context, step).refusals ?? 0) + 1 };
}

/** Another look after a NO-GO. */
export function reviewed(
  context: RunContext,
  entry: EntryOf<'checkpoint.reviewed' | 'gate.reviewed'>,
): Partial<RunContext> {
  const { refusedAt: _, ...kept } = recordOf(context, entry.step);
  const record = { ...kept, by: entry.by, ...looked(context, entry.step) };
  return { steps: changed(context.steps, { [entry.step]: record }) };
}

export function stepBegun(context: RunContext, entry: EntryOf<'step.begun'>): Partial<RunContext> {
  return withStep(context, entry.step, { startedAt: entry.at, by: entry.by });
}

export function stepAmended(
  context: RunContext,
  entry: EntryOf<'step.amended'>,
): Partial<RunContext> {
  const { amended } = recordOf(context, entry.step);
  return withStep(context, entry.step, {
    amended: { ...amended, [entry.command]: entry.script },
    reason: entry.reason,
    by: entry.by,
    ...looked(context, entry.step),
  });
}

/** The step is over. */
export function finished(
  context: RunContext,
  step: string,
  outcome: StepOutcome,
): Partial<RunContext> {
  return withStep(context, step, { outcome, endedAt: endOf(context, step) });
}

/** The time of the entry just recorded, but of the exit itself when that was found out only later. */
function endOf(context: RunContext, step: string): string {
  const { jobs, startedAt = '' } = recordOf(context, step);
  const last = context.jobs[jobs.at(-1) ?? ''];
  if (!last?.away || !last.exitedAt) return context.at;
  // The wrapper counts whole seconds: never before the start.
  if (last.exitedAt < startedAt) return startedAt;
  return last.exitedAt;
}

/** These steps are to be done again: their jobs and amended scripts stay, their outcomes and ticked boxes go. */
export function reopened(
  context: RunContext,
  steps: readonly { id: string; boxes: readonly string[] }[],
): Partial<RunContext> {
  const records: Record<string, StepRecord> = {};
  // What was approved was another look, even where nothing else is known of the step.
  const known = [context.steps, context.approvals];
  for (const { id } of steps.filter(step => known.some(map => Object.hasOwn(map, step.id)))) {
    const { startedAt, endedAt, outcome, refusedAt, ...kept } = recordOf(context, id);
    records[id] = { ...kept, command: 0, reopened: kept.reopened + 1 };
  }
  const boxes = steps.flatMap(step => step.boxes);
  return { steps: changed(context.steps, records), ...unmarked(context, boxes) };
}

/** These boxes are to be looked at again: by whoever ticked them, or by their checks. */
export function unmarked(
  context: RunContext,
  boxes: readonly string[],
): Pick<RunContext, 'marks' | 'checks'> {
  return { marks: without(context.marks, boxes), checks: without(context.checks, boxes) };
}
