/** Somebody else on this machine, with the built program at hand. */
import { spawn } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  cpSync,
  mkdtempSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { ops } from './run-of-weeks.ts';

const project = resolve(import.meta.dirname, '../..');

/** The account that every system has for nobody in particular. */
export const nobody = 65534;

export interface Outcome {
  code: number | null;
  said: string;
}

/** The command line of the built program for any user: from a copy, for our checkout may be closed to others. */
export function programForOthers(): [node: string, launcher: string] {
  const place = mkdtempSync(join(tmpdir(), 'bascule-nobody-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  chmodSync(place, 0o755);
  for (const part of ['bin', 'dist', 'package.json']) {
    cpSync(join(project, part), join(place, part), { recursive: true });
  }
  return [nodeFor(place), join(place, 'bin/bascule.js')];
}

/** Runs the built program as another Unix user, of the group that shares the home. */
export function asNobody(args: readonly string[]): Promise<Outcome> {
  const [node, launcher] = programForOthers();
  const child = spawn(node, [launcher, ...args], {
    uid: nobody,
    gid: ops,
    cwd: '/',
    env: { PATH: process.env.PATH ?? '', HOME: '/nonexistent', LANG: 'C.UTF-8' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const outcome: Outcome = { code: null, said: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', text => {
      outcome.said += text;
    });
  }
  return new Promise((done, failed) => {
    child.on('error', failed);
    child.on('close', code => done({ ...outcome, code }));
  });
}

/** Our own Node, or a copy of it where others may not reach it. */
function nodeFor(place: string): string {
  const copy = join(place, 'node');
  accessSync(process.execPath, constants.X_OK);
  copyFileSync(process.execPath, copy);
  chmodSync(copy, 0o755);
  return copy;
}
