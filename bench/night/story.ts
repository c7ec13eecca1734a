/** What happens in a long night: ten thousand facts in five hours, each one that the machine takes. */
import { createHash } from 'node:crypto';
import { type Entry, type Fact, journalVersion } from '../../machines/entries.ts';
import { allSteps } from '../../machines/plan-steps.ts';
import type { Fold, Folded } from '../../src/journal/fold.ts';
import type { Plan, Step } from '../../src/plan/types.ts';
import { kindAt } from './plan.ts';

/** Milliseconds since the epoch. */
const start = Date.parse('2026-12-01T18:00:00Z');
const hour = 3_600_000;
export const nightLength = 5 * hour;
const longCommand = 20 * 60_000;
const steps = 400;
const factsPerStep = 25;
const commands = 240;

/** A command of the night, and how long it ran. */
export interface NightJob {
  id: string;
  script: string;
  from: number;
  to: number;
  /** Bytes; it is one of many, or the one that writes most of all. */
  size: number;
}

export interface Night {
  entries: readonly Entry[];
  jobs: readonly NightJob[];
}

/** Bytes of output. */
export interface Sizes {
  long: number;
  all: number;
}

/** @param write leaves the job's output on the disk, and gives its sha256, hex */
export function tellNight(
  plan: Plan,
  planFile: string,
  { long, all }: Sizes,
  write: (job: NightJob) => string,
): Night {
  const each = Math.floor((all - long) / (commands - 1));
  const teller = new Teller(plan, planFile, { long, each }, write);
  for (const [at, step] of allSteps(plan).entries()) {
    if (step.id.startsWith('R')) break;
    teller.step(step, at);
  }
  teller.leaves();
  return { entries: teller.entries, jobs: teller.jobs };
}

class Teller {
  readonly entries: Entry[] = [];
  readonly jobs: NightJob[] = [];
  readonly #sizes: { long: number; each: number };
  readonly #write: (job: NightJob) => string;
  #now = start;

  constructor(
    plan: Plan,
    planFile: string,
    sizes: { long: number; each: number },
    write: (job: NightJob) => string,
  ) {
    this.#sizes = sizes;
    this.#write = write;
    this.#say(beginning(plan, planFile));
    this.#say({
      type: 'helm.taken',
      helm: { operator: 'ops', host: 'bastion', pid: 1, terminal: '/dev/pts/3' },
    });
  }

  step(step: Step, at: number): void {
    const until = 2 + factsPerStep * (at + 1);
    const kind = kindAt(at);
    const owed = kind === 'command' ? 2 : 1;
    if (kind === 'manual') for (const { id } of step.items) this.#ticks(id);
    if (kind === 'checkpoint') this.#checks(step);
    // One command in ten fails twice before it does what it should.
    if (kind === 'command' && at % 20 === 0) this.#failsTwice(step);
    this.#passesTime(step.id, until - owed);
    if (kind === 'command') this.#runs(step, at === 250);
    else if (kind === 'manual') this.#say({ type: 'step.confirmed', step: step.id });
    else this.#say({ type: 'checkpoint.passed', step: step.id });
  }

  leaves(): void {
    this.#say({ type: 'helm.released', why: 'ended' });
  }

  #ticks(item: string): void {
    this.#say({ type: 'item.ticked', item, verdict: 'fail', note: 'not yet' });
    this.#say({ type: 'item.cleared', item });
    this.#say({ type: 'item.ticked', item, verdict: 'pass' });
  }

  #checks({ id, checkpoint }: Step): void {
    const tick = () => {
      for (const number of [1, 2])
        this.#say({ type: 'item.ticked', item: `${checkpoint}.${number}`, verdict: 'pass' });
    };
    tick();
    this.#say({ type: 'checkpoint.refused', step: id, reason: 'the counts of the replica differ' });
    this.#say({ type: 'checkpoint.reviewed', step: id });
    tick();
  }

  #failsTwice(step: Step): void {
    for (const reason of ['a lock was held', 'the lock again']) {
      this.#runs(step, false, 1);
      this.#say({ type: 'step.retried', step: step.id, reason });
    }
  }

  #runs({ id, key, commands }: Step, isLong: boolean, code = 0): void {
    const [command] = commands;
    const job = `${String(this.entries.length).padStart(5, '0')}-${key}`;
    const attempt = this.jobs.length + 1;
    const text = command!.script;
    const about = { job, step: id, command: 0, attempt, script: sha256(text), host: 'bastion' };
    const from = this.#now;
    this.#say({ type: 'job.started', ...about });
    if (isLong) this.#now += longCommand;
    const size = isLong ? this.#sizes.long : this.#sizes.each;
    const ran: NightJob = { id: job, script: text, from, to: this.#now, size };
    this.jobs.push(ran);
    const exitedAt = new Date(this.#now).toISOString();
    const excerpt = { first: 'ERROR 1205: lock wait timeout', last: ['lot 3', 'given up'] };
    const fate = { code, ok: code === 0, ...(code !== 0 && { excerpt }) };
    const sha = this.#write(ran);
    this.#say({ type: 'job.exited', job, step: id, size, sha256: sha, exitedAt, ...fate });
  }

  /** Measures of a metric, and a note now and then, up to this number of facts. */
  #passesTime(step: string, until: number): void {
    while (this.entries.length < until) {
      const at = this.entries.length;
      if (at % 40 === 0) this.#say({ type: 'note.added', text: `seen at ${at}: all quiet`, step });
      else this.#say({ ...measure, value: 0.4 + (at % 17) / 10 });
    }
  }

  #say(fact: Fact): void {
    const at = new Date(this.#now).toISOString();
    this.entries.push({ ...fact, seq: this.entries.length, at, by: 'ops@bastion' });
    this.#now += (nightLength - longCommand) / (steps * factsPerStep);
  }
}

const measure = {
  type: 'metric.measured',
  metric: 'M1.1',
  unit: 's',
  verdict: 'pass',
  source: 'http',
  as: 'watch',
  samples: 20,
} as const;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function beginning({ title, fingerprint }: Plan, path: string): Fact {
  return {
    type: 'run.created',
    version: journalVersion,
    run: 'night',
    plan: { title, fingerprint, path },
    environment: { name: 'production', fingerprint: sha256(''), protected: true },
    date: '2026-12-01',
    timezone: 'UTC',
    pace: 'step',
    variables: {},
    program: 'bench',
  };
}

/** Folds it. @throws when the machine refuses an entry: then it is no run that could have been. */
export function foldedNight(fold: Fold, entries: readonly Entry[]): Folded {
  const { ignored, ...folded } = fold.all(entries);
  const { status } = fold.toState(folded);
  if (ignored.length > 0 || status !== 'completed')
    throw new Error(`the night ends ${status}; refused: ${ignored.slice(0, 5).join(' ')}`);
  return folded;
}
