import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { afterEach, expect } from 'vitest';

const fixture = path.join(import.meta.dirname, 'fixtures', 'helm-holder.ts');
const living: number[] = [];

afterEach(() => {
  for (const pid of living.splice(0)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // Already gone.
    }
  }
});

/** A process that must not outlive the test. */
export function kept<Process extends ChildProcess>(child: Process): Process {
  living.push(child.pid!);
  return child;
}

/** Another cockpit that holds the helm, in a process of its own. */
export async function holder(file: string, manner: 'polite' | 'deaf' = 'polite') {
  const child = spawn(process.execPath, [fixture, file, manner], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const said = async (): Promise<string> => (await lines.next()).value ?? '';
  const { taken, command } = JSON.parse(await said()) as {
    taken: boolean;
    command: number;
  };
  living.push(child.pid!, command);
  expect(taken).toBe(true);
  return { child, command, said };
}

/** Ends a process and waits until it is reaped. */
export async function end(child: ChildProcess, signal: NodeJS.Signals) {
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** `R`, `S`, `T` … from /proc; a process that sleeps is one that was left alone. */
export function stateOf(pid: number): string {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  const state = stat.slice(stat.lastIndexOf(')') + 2)[0]!;
  return state === 'R' ? 'S' : state;
}
