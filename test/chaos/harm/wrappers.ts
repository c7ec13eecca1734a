/** The wrappers of a run's jobs: found, stopped, killed, launched once more; never anybody else's process. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { entriesOf, jobFile, jobFolders } from '../proof/records.ts';

/** The job whose command runs, with its wrapper. */
export interface LiveJob {
  job: string;
  pid: number;
}

export function liveJob(folder: string): LiveJob | null {
  const job = jobFolders(folder).at(-1);
  if (job === undefined || fs.existsSync(jobFile(folder, job, 'exit'))) return null;
  const pid = claimant(folder, job);
  return pid === null ? null : { job, pid };
}

/** The process that claimed a job, while it is the very same. */
function claimant(folder: string, job: string): number | null {
  const claim = read(jobFile(folder, job, 'claim'));
  const [, pid, start] = /pid=(\d+) start=(\d+)/.exec(claim) ?? [];
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return start !== undefined && fields[19] === start ? Number(pid) : null;
}

/** The wrapper of a job that was launched by `parent` a moment ago, claimed or not. */
export function wrapperOf(parent: number, folder: string): number | null {
  const children = read(`/proc/${parent}/task/${parent}/children`).split(' ').filter(Boolean);
  const pid = children.find(child => isWrapper(child, folder));
  return pid === undefined ? null : Number(pid);
}

const isWrapper = (pid: string, folder: string): boolean => {
  const line = read(`/proc/${pid}/cmdline`);
  return line.startsWith('/bin/sh\0') && line.includes(`${folder}/jobs/wrapper.sh`);
};

/** Is there any process left of the run? */
export const isQuiet = (folder: string): boolean =>
  fs
    .readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .every(pid => !read(`/proc/${pid}/cmdline`).includes(`${folder}/jobs/`));

/** Launches the wrapper of the latest job, whether or not it was launched before. */
export function launchAgain(folder: string): void {
  const job = jobFolders(folder).at(-1);
  if (job === undefined) return;
  const started = entriesOf(folder).find(one => one.type === 'job.started' && one.job === job);
  const step = started?.type === 'job.started' ? started.step : '?';
  const env = { BASCULE_RUN_DIR: folder, BASCULE_STEP: step, BASCULE_JOB: job };
  const wrapper = path.join(folder, 'jobs/wrapper.sh');
  spawn('/bin/sh', [wrapper, path.join(folder, 'jobs', job)], {
    detached: true,
    stdio: 'ignore',
    env: { PATH: process.env.PATH, ...env },
  }).unref();
}

/** False when there was nobody to signal. */
export function signal(target: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(target, name);
  } catch {
    return false;
  }
}

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
