/** How a command of a channel ended, and that it does. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf } from '../detail.ts';

/** To clean up after a TERM; what is left then is killed. Milliseconds. */
const grace = 1000;
/** For the last output of a command that has ended: what it left behind may keep the pipe open. Milliseconds. */
const draining = 250;

export type End =
  /** Its code, or the signal that killed it. */
  | { kind: 'exited'; status: number | NodeJS.Signals }
  | { kind: 'not-started'; code: string }
  /** It ran, and was stopped. */
  | { kind: 'over' };

/** Resolves when the command has ended, or soon after `signal` aborts: TERM to its group, then KILL. Lets its pipes go. */
export async function endOf(child: ChildProcess, signal: AbortSignal): Promise<End> {
  const closed = new Promise<void>(resolve => child.once('close', () => resolve()));
  const exited = exitOf(child);
  const over = once(signal, 'abort').then((): End => ({ kind: 'over' }));
  const end = await Promise.race([exited, over]);
  if (end.kind === 'over') await stop(child, exited);
  else await Promise.race([closed, sleep(draining)]);
  for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe?.destroy();
  return end;
}

function exitOf(child: ChildProcess): Promise<End> {
  return new Promise(resolve => {
    child.once('error', error => resolve({ kind: 'not-started', code: codeOf(error) }));
    child.once('exit', (code, killer) =>
      resolve({ kind: 'exited', status: code ?? killer ?? 'SIGKILL' }),
    );
  });
}

async function stop(child: ChildProcess, exited: Promise<End>): Promise<void> {
  signalGroup(child, 'SIGTERM');
  await Promise.race([exited, sleep(grace)]);
  signalGroup(child, 'SIGKILL');
  child.unref();
}

function signalGroup({ pid }: ChildProcess, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch {
    // Nobody is left.
  }
}
