import type { JobRecord } from '../../machines/context.ts';
import type { Fact } from '../../machines/entries.ts';
import type { Following, JobSpec, Jobs, Probe } from '../jobs/types.ts';
import type { Plan } from '../plan/types.ts';
import { doubtOf, exitOf, type Found } from './outcome/found.ts';
import { secretSearch } from './outcome/secrets.ts';
import type { Lend } from './types.ts';

export interface RunnerOptions {
  plan: Plan;
  jobs: Jobs;
  /** Values that must never be journaled. */
  secrets: readonly string[];
  /** The whole environment of one command. */
  environmentOf(job: string, step: string): Record<string, string>;
  /** Journals what was observed of a job. */
  observe(fact: Fact): void;
  /** Something went wrong that no entry can tell. */
  trouble(error: unknown): void;
}

/** A wrapper that has neither claimed the job nor said why by then is taken for lost. Milliseconds. */
const launchPatience = 10_000;

/** Starts jobs and follows them to their outcome; what it sees becomes entries through `observe`. */
export class Runner {
  readonly #options: RunnerOptions;
  readonly #closing = new AbortController();

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  /** Runs a job that is journaled; `lend` gives the terminal to an interactive one. */
  start(job: JobRecord, spec: JobSpec, lend: Lend | null): void {
    this.#guard(this.#launch(job, spec, lend));
  }

  /** A command that a colleague started in a shared run is theirs to stop: that is said. */
  cancel(job: string, step: string): void {
    const { jobs, observe } = this.#options;
    const stop = async (): Promise<void> => {
      try {
        await jobs.cancel(job);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EPERM') throw error;
        observe({ type: 'note.added', text: 'cancel-refused', step });
      }
    };
    this.#guard(stop());
  }

  /** Follows a job that was launched before, by this process or another; `away`: its end came while nobody watched. */
  follow(job: JobRecord, away: boolean): void {
    this.#guard(this.#follow(job, away));
  }

  /** Stops following; the jobs go on. */
  close(): void {
    this.#closing.abort();
  }

  #guard(work: Promise<void>): void {
    work.catch(error => {
      if (!this.#closing.signal.aborted) this.#options.trouble(error);
    });
  }

  async #launch(job: JobRecord, spec: JobSpec, lend: Lend | null): Promise<void> {
    const { jobs, environmentOf, observe } = this.#options;
    try {
      await jobs.prepare(job.id, spec);
    } catch (error) {
      // Without its folder nothing can ever start it.
      observe(revoked(job, error instanceof Error ? error.message : String(error)));
      return;
    }
    if (this.#closing.signal.aborted) return;
    const env = environmentOf(job.id, job.step);
    if (spec.interactive) return this.#attach(job, env, lend);
    jobs.launch(job.id, env);
    await this.#follow(job, false);
  }

  /** Runs it on the terminal, where nothing of it may stay that would still read what the operator types. */
  async #attach(job: JobRecord, env: Record<string, string>, lend: Lend | null): Promise<void> {
    const { jobs } = this.#options;
    const { signal } = this.#closing;
    let refusal = 'there is no terminal any more';
    try {
      await lend?.(async () => {
        await jobs.attach(job.id, env, signal);
        if (!signal.aborted) await this.#clear(job);
      });
    } catch (error) {
      refusal = error instanceof Error ? error.message : String(error);
    }
    signal.throwIfAborted();
    await this.#follow(job, false, refusal);
  }

  /** What a time limit left behind. */
  async #clear(job: JobRecord): Promise<void> {
    const { jobs } = this.#options;
    const probe = await jobs.probe(job.id);
    if (probe.state === 'exited' && probe.code === 124 && probe.outputOpen)
      await jobs.cancel(job.id);
  }

  async #follow(job: JobRecord, away: boolean, refusal?: string): Promise<void> {
    const seeing = this.#see(job);
    let probe: Probe;
    try {
      probe = await this.#outcome(job, refusal);
    } finally {
      await seeing?.end();
    }
    await this.#conclude(job, probe, away);
  }

  /** Keeps what is seen of its output, for those who look without driving; an interactive one has none. */
  #see({ id, interactive }: JobRecord): Following | null {
    const { jobs, secrets } = this.#options;
    return interactive ? null : jobs.follow(id, secretSearch(secrets), this.#closing.signal);
  }

  async #outcome(job: JobRecord, refusal?: string): Promise<Probe> {
    const { jobs, observe } = this.#options;
    // Nothing that we attached can still be about to start.
    const patience = refusal === undefined ? launchPatience : 0;
    const probe = await this.#wait(job, launched(Date.now() + patience));
    if (probe.state === 'not-started') {
      const why = probe.why ?? refusal ?? 'the wrapper did not start';
      if (await jobs.revoke(job.id, why)) return { state: 'revoked', why };
      return this.#outcome(job);
    }
    if (probe.state !== 'orphan') return probe;
    observe({ type: 'job.orphaned', job: job.id, step: job.step, why: probe.why });
    return this.#wait(job, one => one.state !== 'orphan' && one.state !== 'running');
  }

  #wait(job: JobRecord, until: (probe: Probe) => boolean): Promise<Probe> {
    return this.#options.jobs.wait(job.id, { until, signal: this.#closing.signal });
  }

  async #conclude(job: JobRecord, probe: Probe, away: boolean): Promise<void> {
    const { observe } = this.#options;
    if (probe.state === 'revoked') return observe(revoked(job, probe.why));
    const found: Found = { ...this.#options, job };
    const fact =
      probe.state === 'exited'
        ? await exitOf(found, probe)
        : await doubtOf(found, probe.state === 'doubt' ? probe.why : probe.state);
    observe({ ...fact, ...(away ? { away } : {}) });
  }
}

const launched =
  (patience: number) =>
  (probe: Probe): boolean =>
    probe.state === 'not-started'
      ? probe.why !== undefined || Date.now() > patience
      : probe.state !== 'starting' && probe.state !== 'running';

const revoked = (job: JobRecord, reason: string): Fact => ({
  type: 'job.revoked',
  job: job.id,
  step: job.step,
  reason,
});
