/** Failures of the plan's commands, what they cost, and what was decided about them. */
import type { Entry, EntryOf } from '../../../machines/entries.ts';
import { isBeside } from '../../../machines/records/aside.ts';
import { workedUntil } from '../../journal/worked.ts';

/** A step that failed, once or several times in a row, until it went on. */
export interface Setback {
  step: string;
  failures: number;
  /** From the start of what failed to what went on, pauses and nights left out; milliseconds. */
  cost: number;
  /** What was decided meanwhile, in order. */
  decisions: Decision[];
}

const decisions = [
  'step.retried',
  'step.amended',
  'step.accepted',
  'step.skipped',
  'step.reopened',
  'job.abandoned',
  'rollback.decided',
  'run.aborted',
] as const;

export type Decision = EntryOf<(typeof decisions)[number]>;

const isDecision = (entry: Entry): entry is Decision => decisions.some(type => type === entry.type);

/** What ends the matter, whatever became of the step. */
const closing: ReadonlySet<Entry['type']> = new Set<Entry['type']>([
  'step.accepted',
  'step.skipped',
  'rollback.decided',
  'run.aborted',
]);

/** In the order in which they began. */
export function setbacksOf(entries: readonly Entry[]): Setback[] {
  const worked = workedUntil(entries);
  const matters = new Matters(entries);
  return matters.all.map(({ from, to, lastStart: _, ...said }) => ({
    ...said,
    cost: worked[to]! - worked[from]!,
  }));
}

/** Positions of entries. */
interface Matter extends Omit<Setback, 'cost'> {
  from: number;
  to: number;
  /** Of the latest try. */
  lastStart: number;
}

class Matters {
  readonly all: Matter[] = [];
  /** Those that are not over, by step. */
  readonly #open = new Map<string, Matter>();
  readonly #starts: ReadonlyMap<string, number>;

  constructor(entries: readonly Entry[]) {
    this.#starts = ownStarts(entries);
    for (const [at, entry] of entries.entries()) this.#take(entry, at);
    for (const matter of this.#open.values()) matter.to = entries.length - 1;
  }

  #take(entry: Entry, at: number): void {
    if (entry.type === 'job.started') this.#started(entry, at);
    else if (entry.type === 'job.exited') this.#ended(entry, entry.ok);
    else if (entry.type === 'job.doubted') this.#ended(entry, false);
    else if (isDecision(entry)) this.#decided(entry, at);
  }

  #started({ step, job }: EntryOf<'job.started'>, at: number): void {
    const matter = this.#open.get(step);
    if (matter && this.#starts.has(job)) matter.lastStart = at;
  }

  #ended({ step, job }: EntryOf<'job.exited' | 'job.doubted'>, ok: boolean): void {
    const from = this.#starts.get(job);
    const matter = this.#open.get(step);
    if (from === undefined) return;
    // What the good try took is the step's own time.
    if (ok && matter) this.#close(matter, matter.lastStart);
    else if (!ok && matter) matter.failures += 1;
    else if (!ok)
      this.#begin({ step, failures: 1, decisions: [], from, to: from, lastStart: from });
  }

  #decided(entry: Decision, at: number): void {
    for (const matter of this.#open.values()) {
      if (!isAbout(entry, matter)) continue;
      matter.decisions.push(entry);
      if (closing.has(entry.type)) this.#close(matter, at);
    }
  }

  #begin(matter: Matter): void {
    this.#open.set(matter.step, matter);
    this.all.push(matter);
  }

  #close(matter: Matter, to: number): void {
    matter.to = to;
    this.#open.delete(matter.step);
  }
}

/** A step is decided about by name; going back, or giving up, is about all that failed. */
function isAbout(entry: Decision, { step }: Matter): boolean {
  return !('step' in entry) || entry.type === 'step.reopened' || entry.step === step;
}

/** Positions of the plan's own jobs, by their ids. */
function ownStarts(entries: readonly Entry[]): Map<string, number> {
  return new Map(
    entries.flatMap((entry, at) =>
      entry.type === 'job.started' && !isBeside(entry) ? [[entry.job, at] as const] : [],
    ),
  );
}
