import type { Effect } from '../../machines/effects.ts';
import type { Entry, Fact, FactOf, HelmHolder } from '../../machines/entries.ts';
import type { RunState } from '../../machines/state.ts';
import type { JobSpec } from '../jobs/types.ts';
import { Surroundings } from './around/surroundings.ts';
import { today } from './circumstances.ts';
import { discreet } from './discretion.ts';
import type { Ledger } from './ledger.ts';
import type { EngineOptions } from './options.ts';
import { readMasked } from './outcome/secrets.ts';
import { awayNote, liveJobs, noteExit, type Reconciled, reconcile } from './reconcile.ts';
import { refusalOf } from './refusal.ts';
import { Runner } from './runner.ts';
import { SelfStart } from './self-start.ts';
import { cancelling } from './starting/cancelling.ts';
import { commandEnvironment } from './starting/command-environment.ts';
import { type Start, startOfAdhoc, startOfCheck, startOfStep } from './starting/start.ts';
import type { AwayNote, Engine, Intent, IntentResult, Lend, Refusal } from './types.ts';

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
  readonly #selfStart: SelfStart;
  readonly around: Surroundings;
  #lend: Lend | null = null;
  #trouble: string | null = null;
  #closed = false;

  constructor(options: EngineOptions) {
    this.#options = options;
    this.#operator = `${options.helm.operator}@${options.helm.host}`;
    this.#selfStart = new SelfStart({
      plan: options.plan,
      state: () => this.state(),
      now: () => this.#now(),
      begin: start => this.#begin(start, program),
    });
    this.around = new Surroundings({
      ...options,
      reach: options.reach ?? null,
      state: () => this.state(),
      now: options.now ?? Date.now,
      observe: fact => this.#observe(fact),
    });
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

  hashOf(seq: number): string | null {
    return this.#options.ledger.hashOf(seq);
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

  giveTerminal(lend: Lend | null): void {
    this.#lend = lend;
  }

  trouble(): string | null {
    return this.#trouble;
  }

  async open(from?: HelmHolder): Promise<void> {
    const { helm, jobs } = this.#options;
    const found: Reconciled[] = [];
    for (const job of liveJobs(this.state())) found.push(await reconcile(job, jobs));
    this.away.push(...found.map(awayNote));
    // The last holder could not say that it let go.
    const why = from ? 'taken-over' : 'crashed';
    if (this.state().context.helm) this.#record({ type: 'helm.released', why }, program);
    this.#record({ type: 'helm.taken', helm, ...(from ? { from } : {}) }, this.#operator);
    for (const one of found) {
      if ('settled' in one) this.#record(one.settled, program);
      else this.#runner.follow(one.job, one.probe.state !== 'running');
    }
    this.around.begin();
  }

  async act(intent: Intent): Promise<IntentResult> {
    if (this.#trouble !== null) return this.#journalFailed();
    switch (intent.type) {
      case 'start':
        return this.#begin(startOfStep(this.#now(), intent.step), this.#operator);
      case 'adhoc':
        return this.#begin(startOfAdhoc(this.#now(), intent.script), this.#operator);
      case 'check':
        return this.#begin(startOfCheck(this.#now(), intent.item), this.#operator);
      case 'cancel':
        return this.#told(cancelling(this.state(), intent));
      case 'record':
        return this.#state(intent.fact);
      case 'each':
        return this.#each(intent.facts);
      case 'send':
        return this.#told(this.#sending(intent));
      case 'measure':
        return this.around.measure(intent.metrics);
    }
  }

  close(why: FactOf<'helm.released'>['why']): void {
    if (this.#closed) return;
    if (this.#trouble === null) this.#record({ type: 'helm.released', why }, this.#operator);
    this.#closed = true;
    this.#runner.close();
    this.around.close();
  }

  remark(text: string): void {
    this.#observe({ type: 'note.added', text });
  }

  prove(fact: FactOf<'item.ticked'>): IntentResult {
    return this.#declare(fact, program);
  }

  /** Journals what the operator states, without the secrets in it. */
  #state(fact: Fact): IntentResult {
    const said = discreet(fact, Object.values(this.#options.secrets));
    if ('refusal' in said) return refused(said.refusal);
    return this.#declare(said.fact, this.#operator);
  }

  /** Likewise, where it could be told what that is. */
  #told(fact: Fact | Refusal): IntentResult {
    return 'type' in fact ? this.#state(fact) : refused(fact);
  }

  #each(facts: readonly Fact[]): IntentResult {
    const results = facts.map(fact => this.#state(fact));
    return results.find(result => !result.done) ?? { done: true };
  }

  /** A name that no other delivery of this run has, and that a receiver can know again. */
  #sending(intent: Extract<Intent, { type: 'send' }>): Fact | Refusal {
    const { context } = this.state();
    return this.around.sending(intent, `${context.run?.id ?? ''}-${context.seq + 1}`);
  }

  /** Journals what is stated, unless it would not be taken, or comes after the end. */
  #declare(fact: Fact, by: string): IntentResult {
    if (this.#closed) return refused({ code: 'no-helm', detail: '' });
    const { plan, environment, now = Date.now } = this.#options;
    const circumstances = { ...environment, today: today(now(), plan.timezone) };
    const refusal = refusalOf(plan, this.state(), fact, circumstances);
    if (refusal) return refused(refusal);
    return this.#record(fact, by) ? { done: true } : this.#journalFailed();
  }

  #begin(start: Start, by: string): IntentResult {
    if ('refusal' in start) return refused(start.refusal);
    const { fact, spec } = start;
    if (fact.interactive && !this.#lend) return refused({ code: 'no-terminal', detail: fact.step });
    this.#specs.set(fact.job, spec);
    const result = this.#declare(fact, by);
    if (!result.done) this.#specs.delete(fact.job);
    return result;
  }

  #now() {
    return { ...this.#options, state: this.state() };
  }

  #observe(fact: Fact): void {
    if (this.#closed) return;
    if (fact.type === 'job.exited') noteExit(this.away, fact);
    this.#record(fact, program);
  }

  /** Journals, performs what is owed, and goes on by itself where that was decided. False: the journal failed. */
  #record(fact: Fact, by: string): boolean {
    if (this.#trouble !== null) return false;
    let recorded: ReturnType<Ledger['record']>;
    try {
      recorded = this.#options.ledger.record(fact, by);
    } catch (error) {
      this.#stop(error);
      return false;
    }
    for (const effect of recorded.effects) this.#perform(effect, recorded.entry);
    if (!this.around.leaving) this.#selfStart.after(recorded.entry);
    this.around.look();
    return true;
  }

  #perform(effect: Effect, entry: Entry): void {
    if (effect.type === 'sendMessage' && entry.type === 'message.queued') this.around.send(entry);
    if (effect.type === 'cancelJob') {
      this.#runner.cancel(effect.job, this.state().context.jobs[effect.job]?.step ?? '');
    }
    if (effect.type === 'callHuman') this.#options.onCall?.(effect);
    if (effect.type !== 'startJob') return;
    const job = this.state().context.jobs[effect.job];
    const spec = this.#specs.get(effect.job);
    this.#specs.delete(effect.job);
    if (spec && job) this.#runner.start(job, spec, this.#lend);
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
