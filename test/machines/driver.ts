/** Tells facts to a run of a plan and reads where it stands: the tests' way to say what happens. */
import { checksOf } from '../../machines/checks.ts';
import type { Effect } from '../../machines/effects.ts';
import { type Entry, type Fact, type FactOf, journalVersion } from '../../machines/entries.ts';
import type { RunState, StepStatus } from '../../machines/state.ts';
import { createFold, type Fold, type Folded } from '../../src/journal/fold.ts';
import type { Plan } from '../../src/plan/types.ts';

export const created: FactOf<'run.created'> = {
  type: 'run.created',
  version: journalVersion,
  run: 'a-run',
  plan: { title: 'A plan', fingerprint: 'f'.repeat(64), path: 'plan.md' },
  environment: { name: 'rehearsal', fingerprint: 'e'.repeat(64), protected: false },
  date: '2026-12-01',
  timezone: 'Europe/Paris',
  pace: 'step',
  variables: {},
  program: '0.1.0',
};

export const taken: FactOf<'helm.taken'> = {
  type: 'helm.taken',
  helm: { operator: 'ops', host: 'bastion', pid: 42, terminal: '/dev/pts/3' },
};

export const released: FactOf<'helm.released'> = { type: 'helm.released', why: 'detached' };

/** One second after the one before, from six in the morning. */
export function entryOf(fact: Fact, seq: number): Entry {
  const at = new Date(Date.UTC(2026, 11, 1, 6, 0, seq)).toISOString();
  return { ...fact, seq, at, by: 'ops@bastion' };
}

export function entriesOf(facts: readonly Fact[]): Entry[] {
  return facts.map(entryOf);
}

export class Driver {
  readonly plan: Plan;
  readonly fold: Fold;
  readonly entries: Entry[] = [];
  folded: Folded;
  #jobs = 0;

  constructor(plan: Plan) {
    this.plan = plan;
    this.fold = createFold(plan);
    this.folded = this.fold.initial();
  }

  /** Journals these facts. @throws when one is refused: a test says what it expects to be refused. */
  tell(...facts: Fact[]): Effect[] {
    return facts.flatMap(fact => {
      const step = this.try(fact);
      if (step === null) throw new Error(`refused: ${JSON.stringify(fact)} at ${this.where}`);
      return step;
    });
  }

  /** Journals one fact; its effects, or null when it is refused. */
  try(fact: Fact): Effect[] | null {
    const entry = entryOf(fact, this.entries.length);
    const possible = this.state.can(fact);
    const after = this.fold.next(this.folded, entry);
    if (possible === after.ignored) throw new Error(`can() and fold differ on ${fact.type}`);
    this.entries.push(entry);
    this.folded = after;
    return after.ignored ? null : after.effects;
  }

  /** Starts the step's next command under a new job id, which is returned. */
  start(step: string, command?: number): string {
    const job = `job-${++this.#jobs}`;
    this.tell(this.started(step, job, command));
    return job;
  }

  started(step: string, job = 'a-job', command?: number): FactOf<'job.started'> {
    const next = command ?? this.state.context.steps[step]?.command ?? 0;
    return { type: 'job.started', job, step, command: next, attempt: 1, script: 's', host: 'h' };
  }

  /** Starts the check of a box under a new job id, which is returned. */
  look(box: string): string {
    const job = `job-${++this.#jobs}`;
    this.tell(checkOf(this.plan, box, job));
    return job;
  }

  /** Starts the check of a box and lets it end. */
  looked(box: string, ok = true, evidence = 'what it saw'): void {
    const { step } = checkOf(this.plan, box);
    this.tell({ ...exited(step, this.look(box), ok), evidence });
  }

  /** Starts the step's next command and lets it end. */
  execute(step: string, ok = true): Effect[] {
    return this.tell(exited(step, this.start(step), ok));
  }

  get state(): RunState {
    return this.fold.toState(this.folded);
  }

  get where(): string {
    const { status, current } = this.state;
    return current === null ? status : `${current} ${this.state.statusOf(current)}`;
  }

  status(step: string): StepStatus {
    return this.state.statusOf(step);
  }
}

/** The start of the check of a box. */
export function checkOf(plan: Plan, box: string, job = 'a-check'): FactOf<'job.started'> {
  const { step, proof } = checksOf(plan).get(box)!;
  const about = { job, step, command: 0, attempt: 1, script: 's', host: 'h', check: box };
  return { type: 'job.started', ...about, ...(proof && { proof }) };
}

/** The start of what the operator typed. */
export function adhoc(step: string, job = 'typed', text = 'df -h'): FactOf<'job.started'> {
  const about = { job, step, command: -1, attempt: 1, script: 's', host: 'h' };
  return { type: 'job.started', ...about, adhoc: text };
}

/** A run of the plan, created and with somebody at the helm. */
export function drive(plan: Plan, ...facts: Fact[]): Driver {
  const driver = new Driver(plan);
  driver.tell(created, taken, ...facts);
  return driver;
}

export function exited(step: string, job: string, ok = true): FactOf<'job.exited'> {
  const exitedAt = '2026-12-01T06:00:00.000Z';
  return { type: 'job.exited', job, step, code: ok ? 0 : 1, size: 10, exitedAt, ok };
}
