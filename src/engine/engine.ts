import { createHash } from 'node:crypto';
import { hostname } from 'node:os';
import type { Effect } from '../../machines/effects.ts';
import type { Entry, Fact, FactOf, HelmHolder } from '../../machines/entries.ts';
import type { RunState } from '../../machines/state.ts';
import type { JobSpec, Jobs } from '../jobs/types.ts';
import type { Environment, Plan } from '../plan/types.ts';
import { commandEnvironment, type Places } from './command-environment.ts';
import { jobSpec } from './job-spec.ts';
import type { Ledger } from './ledger.ts';
import { startsByItself } from './pace.ts';
import { awayNote, reconcile } from './reconcile.ts';
import { refusalOf } from './refusal.ts';
import { type JobOf, Runner } from './runner.ts';
import { readMasked } from './secrets.ts';
import { runnableCommands, stepsOf } from './steps.ts';
import type { AwayNote, Intent, IntentResult, Lend, Refusal, RunSource } from './types.ts';

export interface EngineOptions {
  /** With the environment's own steps in front. */
  plan: Plan;
  environment: Environment;
  places: Places;
  ledger: Ledger;
  jobs: Jobs;
  helm: HelmHolder;
  secrets: Readonly<Record<string, string>>;
  /** The operator's own environment, for the commands. */
  base: Readonly<Record<string, string | undefined>>;
  node: string;
  /** A human is needed. */
  onCall?: (effect: Extract<Effect, { type: 'callHuman' }>) => void;
}

/** Drives one run: intents in, entries durable, effects out. */
export interface Engine extends RunSource {
  act(intent: Intent): Promise<IntentResult>;
  /** Lets the helm go. Jobs go on; nothing new starts. */
  close(why: FactOf<'helm.released'>['why']): void;
  /** Gives the way to hand the terminal to an interactive command; null when there is none any more. */
  useTerminal(lend: Lend | null): void;
  /** Why nothing more can be journaled, or null. */
  trouble(): string | null;
}

const program = 'bascule';

/** Opens the engine of one run: journals the helm, then looks at what happened while nobody was attached. */
export async function openEngine(options: EngineOptions, from?: HelmHolder): Promise<Engine> {
  const engine = new RunEngine(options);
  await engine.open(from);
  return engine;
}

class RunEngine implements Engine {
  readonly away: AwayNote[] = [];
  readonly #options: EngineOptions;
  readonly #operator: string;
  readonly #specs = new Map<string, JobSpec>();
  readonly #runner: Runner;
  #trouble: string | null = null;
  #closed = false;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#operator = `${options.helm.operator}@${options.helm.host}`;
    this.#runner = new Runner({
      plan: options.plan,
      jobs: options.jobs,
      secrets: Object.values(options.secrets),
      environmentOf: (job, step) =>
        commandEnvironment({ ...options, run: this.state().context.run?.id ?? '', step, job }),
      observe: fact => this.#observe(fact),
      trouble: error => this.#stop(error),
    });
  }

  state(): RunState {
    return this.#options.ledger.state();
  }

  entries(): readonly Entry[] {
    return this.#options.ledger.entries;
  }

  subscribe(listener: () => void): () => void {
    return this.#options.ledger.subscribe(listener);
  }

  outputSize(job: string): Promise<number> {
    return this.#options.jobs.size(job);
  }

  readOutput(job: string, offset: number, bytes: number): Promise<Buffer> {
    const { jobs, secrets } = this.#options;
    const read = (from: number, length: number): Promise<Buffer> => jobs.read(job, from, length);
    return readMasked(read, offset, bytes, Object.values(secrets));
  }

  useTerminal(_lend: Lend | null): void {}

  trouble(): string | null {
    return this.#trouble;
  }

  async open(from?: HelmHolder): Promise<void> {
    const { helm, jobs } = this.#options;
    const live = this.#liveJob();
    const found = await reconcile(this.state(), jobs);
    const note = awayNote(this.state(), found);
    if (note) this.away.push(note);
    // The last holder could not say that it let go.
    const why = from ? 'taken-over' : 'crashed';
    if (this.state().context.helm) this.#record({ type: 'helm.released', why }, program);
    this.#record({ type: 'helm.taken', helm, ...(from ? { from } : {}) }, this.#operator);
    if (found === null) return;
    if ('settled' in found) this.#record(found.settled, program);
    else if (live) this.#runner.follow(live, found.probe.state !== 'running');
  }

  async act(intent: Intent): Promise<IntentResult> {
    if (this.#trouble !== null) return this.#journalFailed();
    if (intent.type === 'start') return this.#start(intent.step);
    if (intent.type === 'cancel') return this.#cancel(intent.reason);
    if (intent.type === 'record') return this.#declare(intent.fact);
    return refused({ code: 'not-now', detail: '' });
  }

  close(why: FactOf<'helm.released'>['why']): void {
    if (this.#closed) return;
    if (this.#trouble === null) this.#record({ type: 'helm.released', why }, this.#operator);
    this.#closed = true;
    this.#runner.close();
  }

  /** Journals what the operator states, unless the machine would not take it. */
  #declare(fact: Fact): IntentResult {
    const refusal = refusalOf(this.#options.plan, this.state(), fact);
    if (refusal) return refused(refusal);
    return this.#record(fact, this.#operator) ? { done: true } : this.#journalFailed();
  }

  #start(id: string): IntentResult {
    const step = stepsOf(this.#options.plan).get(id)?.step;
    const { context } = this.state();
    const progress = context.steps[id];
    const command = step && runnableCommands(step)[progress?.command ?? 0];
    if (!step || !command) return refused({ code: 'not-runnable', detail: id });
    const amended = progress?.amended[command.index];
    const variables = context.variables;
    const built = jobSpec({ ...this.#options, command, amended, variables });
    if ('refusal' in built) return refused(built.refusal);
    const attempt = (progress?.jobs.length ?? 0) + 1;
    const number = String(this.entries().length).padStart(4, '0');
    const job = `${number}-${step.key}-a${attempt}`;
    const { spec } = built;
    const script = fingerprint(spec);
    this.#specs.set(job, spec);
    const where = { step: id, command: command.index, attempt, host: hostname() };
    const result = this.#declare({ type: 'job.started', job, script, ...where });
    if (!result.done) this.#specs.delete(job);
    return result;
  }

  #cancel(reason: string): IntentResult {
    const live = this.#liveJob();
    if (!live) return refused({ code: 'not-now', detail: this.state().current ?? '' });
    return this.#declare({ type: 'job.cancelled', job: live.job, step: live.step, reason });
  }

  #liveJob(): JobOf | null {
    const { liveJob, jobs } = this.state().context;
    const live = liveJob === null ? undefined : jobs[liveJob];
    return live ? { job: live.id, step: live.step, command: live.command } : null;
  }

  #observe(fact: Fact): void {
    if (this.#closed) return;
    if (fact.type === 'job.exited') {
      const note = this.away.find(one => one.job === fact.job);
      if (note) Object.assign(note, { status: 'exited', code: fact.code, ok: fact.ok });
    }
    this.#record(fact, program);
  }

  /** Journals, performs what is owed, and goes on by itself where that was decided. False: the journal failed. */
  #record(fact: Fact, by: string): boolean {
    if (this.#trouble !== null) return false;
    const { ledger, plan } = this.#options;
    let recorded: ReturnType<Ledger['record']>;
    try {
      recorded = ledger.record(fact, by);
    } catch (error) {
      this.#stop(error);
      return false;
    }
    for (const effect of recorded.effects) this.#perform(effect);
    const next = startsByItself(plan, this.state(), recorded.entry);
    if (next !== null) this.#start(next);
    return true;
  }

  #perform(effect: Effect): void {
    if (effect.type === 'cancelJob') this.#runner.cancel(effect.job);
    if (effect.type === 'callHuman') this.#options.onCall?.(effect);
    if (effect.type !== 'startJob') return;
    const spec = this.#specs.get(effect.job);
    this.#specs.delete(effect.job);
    if (spec) this.#runner.start(effect, spec);
  }

  #stop(error: unknown): void {
    this.#trouble ??= error instanceof Error ? error.message : String(error);
    this.#options.ledger.announce();
  }

  #journalFailed(): IntentResult {
    return refused({ code: 'journal-failed', detail: this.#trouble ?? '' });
  }
}

const refused = (refusal: Refusal): IntentResult => ({ done: false, refusal });

/** sha256 of what will run, hex. */
function fingerprint(spec: JobSpec): string {
  return createHash('sha256')
    .update(spec.script)
    .update(spec.input ?? '')
    .digest('hex');
}
