import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** Is there a strace that may trace? Containers may forbid it. */
export const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

const calls = 'write,pwrite64,writev,fsync,fdatasync,ftruncate,rename,renameat2';

/**
 * Runs a fixture with its writing system calls recorded, and maybe made to fail (strace's `inject`).
 * @returns what it said, line by line, and the calls in order, each with the paths of its files.
 */
export function traced(fixture: string, args: string[], inject?: string) {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'bascule-calls-'));
  const log = path.join(home, 'calls');
  const faults = inject ? ['-e', `inject=${inject}`] : [];
  const script = path.join(import.meta.dirname, 'fixtures', fixture);
  const program = [process.execPath, script, ...args];
  const strace = ['-f', '-y', '-o', log, '-e', `trace=${calls}`, ...faults, ...program];
  try {
    const run = spawnSync('strace', strace, { encoding: 'utf8' });
    if (run.status !== 0) throw new Error(run.stderr);
    return { said: run.stdout.trim().split('\n'), calls: fs.readFileSync(log, 'utf8').split('\n') };
  } finally {
    fs.rmSync(home, { recursive: true });
  }
}
