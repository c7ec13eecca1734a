import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { createFile, createFolder, syncFolder } from './durable.ts';
import { prepareHome } from './home-folders.ts';
import { codeOf, refusal, StoreRefused } from './refusal.ts';
import type { Modes } from './sharing.ts';

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
    approvals: path.join(folder, 'approvals'),
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
 * user's, writable by others, shared by a group that is not ours, read-only or full.
 */
export function createRunFolder(
  home: string,
  name: RunName,
  files: { plan: string; environment: string },
): string {
  const wanted = plainName(`${name.date}-${name.slug}-${name.environment}`);
  const runs = path.resolve(runsFolder(home));
  try {
    return build(path.join(runs, wanted), files, prepareHome(path.resolve(home), runs));
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

/** Under a hidden name first: a crash leaves no half-made run in sight. */
function build(wanted: string, files: { plan: string; environment: string }, modes: Modes): string {
  const runs = path.dirname(wanted);
  const temporary = path.join(runs, `.new-${randomUUID()}`);
  const paths = runPaths(temporary);
  try {
    createFolder(temporary, modes.folder);
    createFolder(paths.jobs, modes.folder);
    createFolder(paths.approvals, modes.approvals);
    createFile(paths.plan, files.plan);
    createFile(paths.environment, files.environment);
    syncFolder(temporary);
    const folder = renameToFree(temporary, wanted);
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
