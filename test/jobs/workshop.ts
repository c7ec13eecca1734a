/** A jobs' folder of its own for each test, with nothing left behind: no file and no process. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import { createJobs } from '../../src/jobs/jobs.ts';
import { isLocked } from '../../src/jobs/locks.ts';
import type { JobSpec, Jobs, Probe } from '../../src/jobs/types.ts';

export type Running = Extract<Probe, { state: 'running' }>;
export type Exited = Extract<Probe, { state: 'exited' }>;

export const environment: Record<string, string> = { PATH: process.env.PATH!, HOME: '/' };

export class Workshop {
  readonly home: string;
  readonly jobs: Jobs;
  readonly #ids: string[] = [];

  /** @param under where to make the folder; a mount of its own, for instance. */
  constructor(under = os.tmpdir()) {
    this.home = fs.mkdtempSync(path.join(under, 'bascule-jobs-'));
    this.jobs = createJobs({ folder: path.join(this.home, 'jobs') });
  }

  /** Prepares a job and returns its id. */
  async prepare(script: string, spec: Partial<JobSpec> = {}): Promise<string> {
    const id = `${String(this.#ids.length + 1).padStart(4, '0')}-p1s1-a1`;
    this.#ids.push(id);
    await this.jobs.prepare(id, { script, interpreter: 'bash', directory: this.home, ...spec });
    return id;
  }

  /** Prepares and launches. */
  async launch(script: string, spec: Partial<JobSpec> = {}): Promise<string> {
    const id = await this.prepare(script, spec);
    this.jobs.launch(id, environment);
    return id;
  }

  /** Launches, waits for the exit, and for the wrapper to be gone. */
  async run(script: string, spec: Partial<JobSpec> = {}): Promise<{ id: string } & Exited> {
    const id = await this.launch(script, spec);
    const probe = await this.jobs.wait(id);
    if (probe.state !== 'exited') throw new Error(`not exited: ${JSON.stringify(probe)}`);
    await this.tidied(id);
    return { id, ...probe };
  }

  /** Launches a script and waits until it has said so by creating `started`. */
  async running(script: string, spec: Partial<JobSpec> = {}): Promise<{ id: string; pid: number }> {
    const mark = path.join(this.home, `started-${this.#ids.length}`);
    const id = await this.launch(`touch ${mark}\n${script}`, spec);
    await until(() => fs.existsSync(mark), `${id} runs`);
    const probe = (await this.jobs.probe(id)) as Running;
    return { id, pid: probe.pid };
  }

  /** A wrapper that has recorded the outcome still tidies up before it ends. */
  async tidied(id: string): Promise<void> {
    await until(async () => !(await isLocked(this.file(id, 'lock'))), 'the wrapper has ended');
  }

  file(id: string, name: string): string {
    return path.join(this.home, 'jobs', id, name);
  }

  read(id: string, name: string): string {
    return fs.readFileSync(this.file(id, name), 'utf8');
  }

  output(id: string): string {
    return this.read(id, 'output');
  }

  /** Ends what still runs, then removes every file. */
  async close(): Promise<void> {
    for (const id of this.#ids) {
      if (!fs.existsSync(this.file(id, 'claim'))) await this.jobs.revoke(id, 'the test is over');
      await this.jobs.cancel(id, 0);
    }
    for (const id of this.#ids) await this.tidied(id);
    fs.rmSync(this.home, { recursive: true });
  }
}

/** A workshop that is new for each test of the file. */
export function workshops(): { readonly current: Workshop } {
  const shop: { current: Workshop } = { current: undefined as unknown as Workshop };
  beforeEach(() => {
    shop.current = new Workshop();
  });
  afterEach(() => shop.current.close());
  return shop;
}

/** Waits for a condition, 10 s at most. */
export async function until(condition: () => unknown, what: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`waited in vain until ${what}`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}

/** Has the process ended? A zombie has. */
export function isGone(pid: number): boolean {
  try {
    return / [ZX] /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, ''));
  } catch {
    return true;
  }
}
