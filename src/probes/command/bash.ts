/** A short command, run as a plan's own are: `-e`, `pipefail`, a process group of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopGroup } from './process-group.ts';

/** Where commands run. */
export interface Surroundings {
  /** Working directory; the program's own when absent. */
  directory?: string;
  /** The whole environment; the program's own when absent. */
  environment?: Record<string, string>;
}

export interface Ended {
  /** null when a signal ended it. */
  code: number | null;
  signal: string | null;
  /** Their last 64 kB. */
  output: string;
  errors: string;
}

const mostBytes = 64 * 1024;
/** For what bash left running to say its last: it may also keep the output open for ever. Milliseconds. */
const patience = 1000;

/** @throws when there is no bash or no such folder, or once the signal has ended it with all its group */
export async function bash(
  script: string,
  { directory, environment }: Surroundings,
  box: AbortSignal,
): Promise<Ended> {
  box.throwIfAborted();
  const child = spawn('bash', ['-eo', 'pipefail', '-c', script], {
    ...(directory === undefined ? {} : { cwd: directory }),
    ...(environment === undefined ? {} : { env: environment }),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit');
  // It may be refused before anybody waits for it.
  exited.catch(() => {});
  const [output, errors] = [tailOf(child.stdout), tailOf(child.stderr)];
  const closed = new Promise(resolve => child.once('close', resolve));
  const { stopped, forget } = stopping(child.pid, box);
  try {
    const exit = await Promise.race([exited, stopped]);
    if (box.aborted) await stopped;
    box.throwIfAborted();
    forget();
    await Promise.race([closed, sleep(patience, undefined, { ref: false })]);
    const [code, signal] = exit as [number | null, string | null];
    return { code, signal, output: output(), errors: errors() };
  } finally {
    forget();
    child.stdout.destroy();
    child.stderr.destroy();
  }
}

/** Ends the group when the signal says so. Once bash itself has ended, its number may be a stranger's: forget it. */
function stopping(group: number | undefined, box: AbortSignal) {
  let stop = () => {};
  const stopped = new Promise<void>(resolve => {
    stop = () => void (group === undefined ? Promise.resolve() : stopGroup(group)).then(resolve);
  });
  box.addEventListener('abort', stop, { once: true });
  return { stopped, forget: () => box.removeEventListener('abort', stop) };
}

/** Follows a stream; gives its end when asked. */
function tailOf(stream: Readable): () => string {
  let kept = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]).subarray(-mostBytes);
  });
  return () => kept.toString('utf8');
}
