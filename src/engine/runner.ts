import type { StartJob } from '../../machines/effects.ts';
import type { Fact } from '../../machines/entries.ts';
import type { JobSpec, Jobs, Probe } from '../jobs/types.ts';
import type { Plan } from '../plan/types.ts';
import { judge } from './outcome.ts';
import { stepsOf } from './steps.ts';

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

/** Which command a job runs. */
export interface JobOf {
  job: string;
  step: string;
  /** `Command.index`. */
  command: number;
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

  start(effect: StartJob, spec: JobSpec): void {
    this.#guard(this.#launch(effect, spec));
  }

  cancel(job: string): void {
    this.#guard(this.#options.jobs.cancel(job));
  }

  /** Follows a job that was launched before, by this process or another; `away`: its end came while nobody watched. */
  follow(job: JobOf, away: boolean): void {
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

  async #launch(effect: StartJob, spec: JobSpec): Promise<void> {
    const { jobs, environmentOf, observe } = this.#options;
    try {
      await jobs.prepare(effect.job, spec);
    } catch (error) {
      // Without its folder nothing can ever start it.
      observe(revoked(effect, error instanceof Error ? error.message : String(error)));
      return;
    }
    if (this.#closing.signal.aborted) return;
    jobs.launch(effect.job, environmentOf(effect.job, effect.step));
    await this.#follow(effect, false);
  }

  async #follow(job: JobOf, away: boolean): Promise<void> {
    const { jobs, observe } = this.#options;
    let probe = await this.#wait(job, launched(Date.now() + launchPatience));
    if (probe.state === 'not-started') {
      const why = probe.why ?? 'the wrapper did not start';
      if (await jobs.revoke(job.job, why)) return observe(revoked(job, why));
      return this.#follow(job, away);
    }
    if (probe.state === 'orphan') {
      observe({ type: 'job.orphaned', job: job.job, step: job.step, why: probe.why });
      probe = await this.#wait(job, one => one.state !== 'orphan' && one.state !== 'running');
    }
    await this.#conclude(job, probe, away);
  }

  #wait(job: JobOf, until: (probe: Probe) => boolean): Promise<Probe> {
    return this.#options.jobs.wait(job.job, { until, signal: this.#closing.signal });
  }

  async #conclude(job: JobOf, probe: Probe, away: boolean): Promise<void> {
    const { observe } = this.#options;
    if (probe.state === 'revoked') return observe(revoked(job, probe.why));
    const found = away ? { away } : {};
    const { job: id, step } = job;
    if (probe.state === 'exited') return observe({ ...(await this.#exit(job, probe)), ...found });
    const why = probe.state === 'doubt' ? probe.why : probe.state;
    observe({ type: 'job.doubted', job: id, step, why, ...found });
  }

  async #exit(job: JobOf, probe: Extract<Probe, { state: 'exited' }>): Promise<Fact> {
    const { jobs, plan, secrets } = this.#options;
    const command = stepsOf(plan).get(job.step)?.step.commands[job.command];
    if (!command) throw new Error(`the plan has no command ${job.command} in step ${job.step}`);
    const size = probe.size ?? (await jobs.size(job.job));
    const outcome = await judge({
      command,
      code: probe.code,
      timedOut: probe.code === 124 && command.attributes.timeout !== undefined,
      output: outputText(jobs, job.job, size),
      declarations: plan.variables,
      secrets,
    });
    const exitedAt = new Date(probe.at === null ? Date.now() : probe.at * 1000).toISOString();
    const { job: id, step } = job;
    const open = probe.outputOpen ? { outputOpen: true } : {};
    return {
      type: 'job.exited',
      job: id,
      step,
      code: probe.code,
      size,
      exitedAt,
      ...outcome,
      ...open,
    };
  }
}

const launched =
  (patience: number) =>
  (probe: Probe): boolean =>
    probe.state === 'not-started'
      ? probe.why !== undefined || Date.now() > patience
      : probe.state !== 'starting' && probe.state !== 'running';

const revoked = (job: JobOf, reason: string): Fact => ({
  type: 'job.revoked',
  job: job.job,
  step: job.step,
  reason,
});

/** The first `size` bytes of a job's output as text, in pieces. */
async function* outputText(jobs: Jobs, job: string, size: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for (let offset = 0; offset < size; ) {
    const piece = await jobs.read(job, offset, Math.min(262_144, size - offset));
    if (piece.length === 0) break;
    offset += piece.length;
    yield decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}
