/** What a run's entries tell of time: how long its commands took, its rollback, its validation. */

import { runnableOf } from '../../machines/commands.ts';
import type { Entry, EntryOf } from '../../machines/entries.ts';
import { allSteps } from '../../machines/plan-steps.ts';
import { isBeside } from '../../machines/records/aside.ts';
import type { Plan, Step, StepKind } from '../plan/types.ts';
import { workedUntil } from './worked.ts';

/** Milliseconds. */
export interface Measures {
  /** Of the command steps whose commands each ran once, as written, and succeeded; by step id. */
  steps: Map<string, number>;
  /** Null when there was none, or its procedure did not end. */
  rollback: RollbackMeasure | null;
  /** From the end of the procedure to `rollback.validated`; null when no person validated it. */
  validation: number | null;
}

export interface RollbackMeasure {
  /** When the procedure ended, ISO 8601. */
  at: string;
  /** From the decision to the end of the procedure. */
  took: number;
  /** The same, steps passed over counting for the minutes that the plan gives them. */
  whole: number;
}

/** What an unattended run says wherever a person would have spoken. */
const nobody = 'unattended';

/** Reads the times of a run; `plan` is the one that it followed. Time when nobody drove does not count. */
export function measuresOf(plan: Plan, entries: readonly Entry[]): Measures {
  const steps = stepTimes(plan, entries);
  const decided = entries.findLastIndex(({ type }) => type === 'rollback.decided');
  const ended = decided < 0 ? null : procedureEnd(plan, entries, decided);
  if (ended === null) return { steps, rollback: null, validation: null };
  const worked = workedUntil(entries);
  const took = worked[ended]! - worked[decided]!;
  const whole = took + passedOver(plan, entries.slice(decided, ended + 1));
  const validated = entries.findLastIndex(({ type }) => type === 'rollback.validated');
  const byPerson = validated > ended && !isUnattended(entries.slice(0, validated));
  return {
    steps,
    rollback: { at: entries[ended]!.at, took, whole },
    validation: byPerson ? worked[validated]! - worked[ended]! : null,
  };
}

function stepTimes(plan: Plan, entries: readonly Entry[]): Map<string, number> {
  const jobs = jobsOf(entries);
  const amended = new Set(
    entries.flatMap(entry => (entry.type === 'step.amended' ? entry.step : [])),
  );
  const times = new Map<string, number>();
  for (const step of allSteps(plan)) {
    if (step.kind !== 'command' || amended.has(step.id)) continue;
    const took = takenBy(step, jobs.get(step.id) ?? []);
    if (took !== null) times.set(step.id, took);
  }
  return times;
}

interface Job {
  command: number;
  /** Null unless it succeeded without anybody at its terminal. */
  took: number | null;
}

/** The plan's own jobs of each step, in order. */
function jobsOf(entries: readonly Entry[]): Map<string, Job[]> {
  const exits = new Map(
    entries.flatMap(entry => (entry.type === 'job.exited' ? [[entry.job, entry] as const] : [])),
  );
  const jobs = ownStarts(entries).map(entry => ({
    step: entry.step,
    command: entry.command,
    took: entry.interactive ? null : lengthOf(entry, exits.get(entry.job)),
  }));
  return Map.groupBy(jobs, job => job.step);
}

/** Not those beside the plan. */
function ownStarts(entries: readonly Entry[]): EntryOf<'job.started'>[] {
  return entries.filter(entry => entry.type === 'job.started').filter(entry => !isBeside(entry));
}

function lengthOf(start: EntryOf<'job.started'>, exit?: EntryOf<'job.exited'>): number | null {
  if (!exit?.ok) return null;
  return Math.max(0, Date.parse(exit.away ? exit.exitedAt : exit.at) - Date.parse(start.at));
}

function takenBy(step: Step, jobs: readonly Job[]): number | null {
  const commands = runnableOf(step);
  const once = jobs.length === commands.length && jobs.every(({ took }) => took !== null);
  if (!once || commands.some((command, at) => jobs[at]?.command !== command)) return null;
  return jobs.reduce((sum, { took }) => sum + took!, 0);
}

/**
 * Position of the entry that ended the last step of the procedure, from which on it is validated; null
 * when a step is left to do, or to do again.
 */
function procedureEnd(plan: Plan, entries: readonly Entry[], decided: number): number | null {
  const steps = plan.rollback?.steps ?? [];
  const commands = new Map(ownStarts(entries).map(({ job, command }) => [job, command]));
  const ends: number[] = [];
  for (let at = decided; at < entries.length; at += 1) {
    const entry = entries[at]!;
    const step = 'step' in entry ? steps.findIndex(({ id }) => id === entry.step) : -1;
    if (step < 0) continue;
    if (startsAgain(entry, commands)) ends.length = Math.min(ends.length, step);
    else if (step === ends.length && endsStep(steps[step]!, entry, commands)) ends.push(at);
  }
  return ends.length === steps.length ? (ends.at(-1) ?? null) : null;
}

/** `Command.index` of the plan's own jobs. */
type Commands = ReadonlyMap<string, number>;

function startsAgain(entry: Entry, commands: Commands): boolean {
  return (
    entry.type === 'step.reopened' || (entry.type === 'job.started' && commands.has(entry.job))
  );
}

/** What a person says that ends a step; a review does not end with the commands before it. */
const decisions: Record<StepKind, readonly Entry['type'][]> = {
  manual: ['step.confirmed', 'step.skipped'],
  command: ['step.accepted', 'step.skipped'],
  milestone: ['step.accepted', 'step.skipped', 'milestone.reached'],
  checkpoint: ['checkpoint.passed'],
  gate: ['gate.passed'],
};

function endsStep(step: Step, entry: Entry, commands: Commands): boolean {
  if (entry.type !== 'job.exited') return decisions[step.kind].includes(entry.type);
  if (step.kind === 'checkpoint' || step.kind === 'gate') return false;
  return entry.ok && commands.has(entry.job) && commands.get(entry.job) === runnableOf(step).at(-1);
}

/** Minutes planned for the rollback's steps that were not done, in milliseconds. */
function passedOver(plan: Plan, entries: readonly Entry[]): number {
  const skipped = new Set(
    entries.flatMap(entry => (entry.type === 'step.skipped' ? entry.step : [])),
  );
  const steps = plan.rollback?.steps ?? [];
  return steps.reduce(
    (sum, { id, minutes }) => sum + (skipped.has(id) ? (minutes ?? 0) * 60_000 : 0),
    0,
  );
}

/** Did nobody hold the helm of the last session? */
function isUnattended(entries: readonly Entry[]): boolean {
  const from = entries.findLastIndex(({ type }) => type === 'helm.taken');
  const taken = entries[from];
  if (taken?.type === 'helm.taken' && taken.helm.terminal === '') return true;
  return entries.slice(Math.max(0, from)).some(entry => {
    if (entry.type === 'item.ticked' || entry.type === 'gate.passed') return entry.note === nobody;
    return entry.type === 'rollback.decided' && entry.reason === nobody;
  });
}
