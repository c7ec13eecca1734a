/** Other Unix users of this machine. They need no account: the kernel knows people by their numbers. */
import { type ChildProcess, type SpawnSyncOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll } from 'vitest';

export interface Member {
  uid: number;
  /** The only group: others that we have are dropped. */
  gid: number;
}

/** A group that no system has. */
export const ops = 54321;
export const bob: Member = { uid: 65534, gid: ops };
export const carol: Member = { uid: 54322, gid: ops };
/** Of no group of ours. */
export const outsider: Member = { uid: 54323, gid: 54323 };
export const self: Member = { uid: process.geteuid!(), gid: process.getegid!() };

/** What `StoreRefused` says. */
export interface Refusal {
  name: string;
  message: string;
  file: string;
  why: string;
  remedy: string;
}

export interface Said<Result> {
  done?: Result;
  refused?: Refusal;
}

const place = { folder: '', program: '', node: '' };
const living: ChildProcess[] = [];

/** Readies the fixture in one file that everybody can read: our checkout may be closed to others. */
export function someMembers(): void {
  beforeAll(async () => {
    place.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bascule-members-'));
    fs.chmodSync(place.folder, 0o755);
    place.program = path.join(place.folder, 'member.mjs');
    await build({
      entryPoints: [path.join(import.meta.dirname, 'fixtures', 'member.ts')],
      outfile: place.program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
      // CommonJS dependencies ask for Node's own modules through `require`, which ES modules lack.
      banner: {
        js: "import { createRequire } from 'node:module'; const require = createRequire('/');",
      },
    });
    fs.chmodSync(place.program, 0o644);
    place.node = nodeForOthers();
  });
  afterEach(() => {
    for (const child of living.splice(0)) child.kill('SIGKILL');
  });
  afterAll(() => fs.rmSync(place.folder, { recursive: true }));
}

function nodeForOthers(): string {
  const works = spawnSync(process.execPath, ['--version'], identityOf(outsider)).status === 0;
  if (works || self.uid !== 0) return process.execPath;
  const copy = path.join(place.folder, 'node');
  fs.copyFileSync(process.execPath, copy);
  fs.chmodSync(copy, 0o755);
  return copy;
}

/** Does one act of the fixture as that user, and gives what it says. */
export function as<Result = unknown>(who: Member, ...act: string[]): Said<Result> {
  const { stdout, stderr, error } = spawnSync(place.node, [place.program, ...act], {
    ...identityOf(who),
    encoding: 'utf8',
    timeout: 20_000,
  });
  if (error || stdout === '') throw error ?? new Error(stderr);
  return JSON.parse(stdout) as Said<Result>;
}

/** As `as`, for an act that must be refused. */
export function refusedTo(who: Member, ...act: string[]): Refusal {
  const { done, refused } = as(who, ...act);
  if (!refused) throw new Error(`it was not refused: ${JSON.stringify(done)}`);
  return refused;
}

/** A process of that user that lives until the test ends; resolves once it has said something. */
export async function staying(who: Member, ...act: string[]): Promise<ChildProcess> {
  const child = spawn(place.node, [place.program, ...act], {
    ...identityOf(who),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  living.push(child);
  await once(child.stdout, 'data');
  return child;
}

/** Runs a line of shell as that user: did it succeed? */
export function shell(who: Member, line: string): boolean {
  return spawnSync('sh', ['-c', line], identityOf(who)).status === 0;
}

/** Nothing of it for ourselves: only root may become somebody, even the same. */
function identityOf(who: Member): SpawnSyncOptions & { cwd: string } {
  return who === self ? { cwd: '/' } : { ...who, cwd: '/' };
}

/** The permission bits of a file, setgid and sticky included, in octal. */
export const modeOf = (file: string): string =>
  (fs.lstatSync(file).mode & 0o7777).toString(8).padStart(4, '0');
