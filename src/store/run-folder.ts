import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createFile, foreign, syncFolder } from './durable.ts';
import { codeOf, refusal, StoreRefused } from './refusal.ts';

/** What names a run: J (`YYYY-MM-DD`), the plan's short name, the environment's name. */
export interface RunName {
  date: string;
  slug: string;
  environment: string;
}

/** Where everything of one run is. */
export function runPaths(folder: string) {
  return {
    plan: path.join(folder, 'plan.md'),
    environment: path.join(folder, 'environment.yaml'),
    journal: path.join(folder, 'journal.jsonl'),
    progress: path.join(folder, 'progress.json'),
    helm: path.join(folder, 'helm'),
    jobs: path.join(folder, 'jobs'),
    patch: path.join(folder, 'amendments.patch'),
  };
}

/** The folder of all runs under a home. */
export function runsFolder(home: string): string {
  return path.join(home, 'runs');
}

/**
 * Creates a run's folder with its copies of plan and environment: whole and durable, or not at all.
 * Its name is `date-slug-environment`, with `-2`, `-3` … when that is taken.
 * @returns its absolute path.
 * @throws {StoreRefused} for a name that is no plain file name, and for a home that is a link, another
 * user's, writable by others, read-only or full.
 */
export function createRunFolder(
  home: string,
  name: RunName,
  files: { plan: string; environment: string },
): string {
  const wanted = plainName(`${name.date}-${name.slug}-${name.environment}`);
  const runs = path.resolve(runsFolder(home));
  try {
    secureFolder(path.resolve(home));
    secureFolder(runs);
    return build(runs, wanted, files);
  } catch (error) {
    throw refusal(runs, error);
  }
}

function plainName(name: string): string {
  const odd = /[^\p{L}\p{N}._-]/u.exec(name)?.[0];
  if (odd === undefined) return name;
  throw new StoreRefused(
    name,
    `the run's name holds ${JSON.stringify(odd)}`,
    'Use letters, digits, dots, dashes and underscores only.',
  );
}

/** Creates a folder when it is missing; refuses one in which others could plant or replace files. */
function secureFolder(folder: string): void {
  makeFolder(folder);
  const { mode, uid } = realFolder(folder);
  if (uid !== process.geteuid?.()) throw foreign(folder, uid);
  const sharedWithoutSticky = (mode & 0o022) !== 0 && (mode & 0o1000) === 0;
  if (sharedWithoutSticky) {
    throw new StoreRefused(folder, 'other users may write in it', `Run: chmod go-w '${folder}'`);
  }
}

/** As `mkdir -p`, each new name durable. */
function makeFolder(folder: string): void {
  if (fs.existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    fs.mkdirSync(folder, { mode: 0o700 });
    syncFolder(path.dirname(folder));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw refusal(folder, error);
  }
}

function realFolder(folder: string): fs.Stats {
  const stats = fs.lstatSync(folder);
  if (stats.isDirectory()) return stats;
  const why = stats.isSymbolicLink() ? 'it is a symbolic link' : 'it is not a folder';
  throw new StoreRefused(folder, why, 'Remove it, or give the real path with --home.');
}

/** Under a hidden name first: a crash leaves no half-made run in sight. */
function build(runs: string, wanted: string, files: { plan: string; environment: string }): string {
  const temporary = path.join(runs, `.new-${randomUUID()}`);
  const paths = runPaths(temporary);
  try {
    fs.mkdirSync(temporary, { mode: 0o700 });
    fs.mkdirSync(paths.jobs, { mode: 0o700 });
    createFile(paths.plan, files.plan);
    createFile(paths.environment, files.environment);
    syncFolder(temporary);
    const folder = renameToFree(temporary, path.join(runs, wanted));
    syncFolder(runs);
    return folder;
  } catch (error) {
    fs.rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
}

/** A rename onto a folder that holds anything fails: two runs created at once never share one. */
function renameToFree(from: string, wanted: string): string {
  for (let n = 1; ; n++) {
    const to = n === 1 ? wanted : `${wanted}-${n}`;
    try {
      fs.renameSync(from, to);
      return to;
    } catch (error) {
      if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error))) throw error;
    }
  }
}
