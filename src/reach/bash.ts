/** A short command, run as a plan's own are: `-e`, `pipefail`, a process group of its own. */
import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from './codes.ts';
import { stopGroup } from './process-group.ts';
import { Unusable } from './unusable.ts';

/** Where commands run. */
export interface Surroundings {
  /** Working directory; the program's own when absent. */
  directory?: string | undefined;
  /** The whole environment; the program's own when absent. */
  environment?: Readonly<Record<string, string | undefined>> | undefined;
}

export interface Ended {
  /** Its code, or the signal that killed it. */
  status: number | NodeJS.Signals;
  output: string;
  errors: string;
  /** The two as they came. */
  said: string;
}

type Status = Ended['status'];

/** Characters that are kept of the end of what may be an endless output. */
const kept = 64 * 1024;
/** For what bash left running to say its last: it may also keep the output open for ever. Milliseconds. */
const patience = 1000;

/**
 * Resolves when the command has ended, or with null once `signal` has ended it with all its group.
 * @param input what it may read
 * @throws {Unusable} when it cannot be started
 */
export async function bash(
  script: string,
  surroundings: Surroundings,
  signal: AbortSignal,
  input = '',
): Promise<Ended | null> {
  if (signal.aborted) return null;
  const child = start(script, surroundings);
  const { stopped, forget } = stopping(child.pid, signal);
  const closed = new Promise(resolve => child.once('close', resolve));
  const words = wordsOf(child);
  // It need not read what it is told.
  child.stdin.on('error', () => {}).end(input);
  try {
    const status = await Promise.race([exitOf(child), stopped]);
    if (signal.aborted || status === null) return await stopped;
    forget();
    await Promise.race([closed, sleep(patience, undefined, { ref: false })]);
    return { status, ...words() };
  } finally {
    forget();
    for (const pipe of child.stdio) pipe?.destroy();
  }
}

function start(script: string, { directory: cwd, environment: env }: Surroundings) {
  try {
    const options = { cwd, env, detached: true, stdio: 'pipe' } as const;
    return spawn('bash', ['-eo', 'pipefail', '-c', script], options);
  } catch (error) {
    throw new Unusable('bash', codeOf(error));
  }
}

/** Ends the group when the signal says so. Once bash itself has ended, its number may be a stranger's: forget it. */
function stopping(group: number | undefined, signal: AbortSignal) {
  let stop = () => {};
  const stopped = new Promise<null>(resolve => {
    stop = () =>
      void (group === undefined ? Promise.resolve() : stopGroup(group)).then(() => resolve(null));
  });
  signal.addEventListener('abort', stop, { once: true });
  return { stopped, forget: () => signal.removeEventListener('abort', stop) };
}

function exitOf(child: ChildProcess): Promise<Status> {
  return new Promise((resolve, reject) => {
    child.once('error', error => reject(new Unusable('bash', codeOf(error))));
    child.once('exit', (code, killer) => resolve(code ?? killer ?? 'SIGKILL'));
  });
}

function wordsOf({ stdout, stderr }: ChildProcessWithoutNullStreams) {
  // Here, lest a letter that comes in two halves is parted by what the other stream says.
  for (const stream of [stdout, stderr]) stream.setEncoding('utf8');
  const [output, errors] = [tailOf(stdout), tailOf(stderr)];
  const said = tailOf(stdout, stderr);
  return () => ({ output: output(), errors: errors(), said: said() });
}

/** Follows streams; gives the end of what they said when asked. */
function tailOf(...streams: Readable[]): () => string {
  let text = '';
  for (const stream of streams) {
    stream.on('data', (chunk: string) => {
      text = (text + chunk).slice(-kept);
    });
  }
  return () => text;
}
