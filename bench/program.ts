/** The built program, and plans made for measuring it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, globSync, openSync, readFileSync, rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openTerminal, type Terminal } from '../test/terminal/driver.ts';

const launcher = path.resolve(import.meta.dirname, '../bin/bascule.js');

/** A folder for one measurement, removed afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bascule-bench-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** A step of a measured plan; without a script it is a manual one. */
export interface PlannedStep {
  title: string;
  script?: string;
}

/** Writes a plan of these steps, fifty to a phase, and gives its path. */
export async function writePlan(folder: string, steps: readonly PlannedStep[]): Promise<string> {
  const file = path.join(folder, 'plan.md');
  const lines = steps.flatMap((step, at) => [
    ...(at % 50 === 0 ? ['', `#### Phase ${at / 50 + 1}: Steps`, ''] : []),
    `- [ ] ${step.title}`,
    ...(step.script ? ['  ```bash', ...step.script.split('\n').map(l => `  ${l}`), '  ```'] : []),
  ]);
  const head = ['# Measured plan', '', '## Timeline', '', '### D-day: Deployment'];
  await writeFile(file, [...head, ...lines, ''].join('\n'));
  await writeFile(path.join(folder, 'going'), '');
  return file;
}

/** Arguments that run a plan in the embedded environment, with its run folder in `folder`. */
export function runArguments(plan: string, folder: string, ...more: string[]): string[] {
  const home = path.join(folder, 'home');
  return ['run', plan, '--env', 'rehearsal', '--home', home, '--lang', 'en', ...more];
}

/** Runs the program to its end, its words in `log`. @throws with them when it fails. */
export function bascule(args: readonly string[], log: string): Promise<void> {
  return finish(process.execPath, [launcher, ...args], log);
}

/** The same, and the process meanwhile. */
export function launch(args: readonly string[], log: string): Launched {
  return started(process.execPath, [launcher, ...args], log);
}

/** Runs a command to its end, its words in `log`. @throws with them when it fails. */
export function finish(file: string, args: readonly string[], log: string): Promise<void> {
  return started(file, args, log).ended;
}

interface Launched {
  child: ChildProcess;
  /** Rejects when it fails. */
  ended: Promise<void>;
}

function started(file: string, args: readonly string[], log: string): Launched {
  const output = openSync(log, 'w');
  const child = spawn(file, args, { stdio: ['ignore', output, output] });
  closeSync(output);
  const check = ([code]: unknown[]): void => {
    if (code === 0) return;
    const said = readFileSync(log, 'utf8').slice(-2000);
    throw new Error(`${[file, ...args].join(' ')} ended with ${String(code)}:\n${said}`);
  };
  return { child, ended: once(child, 'exit').then(check) };
}

/**
 * The beginning of a loop that goes on until `stopJobs`, or until the folder is gone: a job outlives
 * its cockpit, and would fill the disk.
 */
export const untilStopped = (folder: string): string => `while [ -e '${folder}/going' ]; do`;

/** Ends the loops of a measurement and waits until the outcome of every job is recorded. */
export async function stopJobs(folder: string, terminal: Terminal): Promise<void> {
  rmSync(path.join(folder, 'going'));
  const settled = (): boolean =>
    jobFolders(folder).every(job => existsSync(path.join(job, 'exit')));
  await terminal.waitFor(settled, { timeout: 30_000, message: 'the end of every job' });
}

/** The folders of the jobs that ran from `folder`. */
export const jobFolders = (folder: string): string[] =>
  globSync(path.join(folder, 'home/runs/*/jobs/*/'));

/** Opens the program in a terminal of 120 by 40; Node itself is the process, so its pid is ours. */
export function inTerminal(args: readonly string[]): Terminal {
  return openTerminal({ file: process.execPath, args: [launcher, ...args], cols: 120, rows: 40 });
}
