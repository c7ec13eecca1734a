import fs from 'node:fs';
import path from 'node:path';
import { type Entry, type EntryOf, type FactType, parseEntry } from '../../machines/entries.ts';
import { denied } from './denied.ts';
import { openPlain } from './durable.ts';
import { readJournalFile } from './journal-file.ts';
import { codeOf } from './refusal.ts';
import { runPaths, runsFolder } from './run-folder.ts';
import type { RunSummary } from './types.ts';

/** How a run stands. Whether one without a final checklist is `completed` needs the plan: the caller folds. */
export type StatusOf = (folder: string, entries: readonly Entry[]) => RunSummary['status'];

/** What a name, or a part of one, leads to. */
export type FoundRun = { found: RunSummary } | { none: true } | { several: RunSummary[] };

/**
 * Every run of a home, newest first; none when the home does not exist. A run that cannot be read is
 * listed as `damaged`, with why.
 * @param statusOf by default the status is told from the entries alone, `completed` only where somebody closed the run.
 */
export function listRuns(home: string, statusOf: StatusOf = statusFromEntries): RunSummary[] {
  return summaries(home, runNames(home), statusOf);
}

/**
 * The run with this name, else the one whose name holds `part`; without `part`, the one that is under
 * way or rolling back.
 */
export function findRun(
  home: string,
  part?: string,
  statusOf: StatusOf = statusFromEntries,
): FoundRun {
  if (!part) return onlyOne(listRuns(home, statusOf).filter(isUnfinished));
  return onlyOne(summaries(home, namesLike(home, part), statusOf));
}

/** The run with this very name, else all those whose name holds `part`; nothing of them is read. */
export function namesLike(home: string, part: string): string[] {
  const all = runNames(home);
  return all.includes(part) ? [part] : all.filter(name => name.includes(part));
}

/** A run's name, its folder, and the entry that it began with. */
export interface RunBeginning {
  id: string;
  folder: string;
  created: EntryOf<'run.created'>;
}

/** How every run of a home began, newest first; only the first line of each journal is read, others are left out. */
export function runBeginnings(home: string): RunBeginning[] {
  return runNames(home)
    .flatMap(id => {
      const folder = path.resolve(runsFolder(home), id);
      const created = createdOf(runPaths(folder).journal);
      return created ? [{ id, folder, created }] : [];
    })
    .sort((a, b) => b.created.at.localeCompare(a.created.at) || b.id.localeCompare(a.id));
}

/** What a journal begins with, whatever follows; null when that cannot be read. */
export function createdOf(journal: string): EntryOf<'run.created'> | null {
  try {
    const entry = parseEntry(JSON.parse(firstLine(journal)));
    return entry.type === 'run.created' ? entry : null;
  } catch {
    return null;
  }
}

/** Bytes; a longer line is no first line of a journal. */
const longest = 1 << 18;

function firstLine(file: string): string {
  const fd = openPlain(file, fs.constants.O_RDONLY);
  try {
    const bytes = Buffer.alloc(Math.min(longest, fs.fstatSync(fd).size));
    const read = fs.readSync(fd, bytes, 0, bytes.length, 0);
    return bytes.subarray(0, read).toString('utf8').split('\n', 1)[0]!;
  } finally {
    fs.closeSync(fd);
  }
}

/** What the entries alone tell: the last of the facts that decide a run's fate. */
export function statusFromEntries(
  _folder: string,
  entries: readonly Entry[],
): RunSummary['status'] {
  return entries.reduce<RunSummary['status']>(
    (status, entry) => fates[entry.type] ?? status,
    'underway',
  );
}

const fates: Partial<Record<FactType, RunSummary['status']>> = {
  'rollback.decided': 'rollingBack',
  'rollback.validated': 'rolledBack',
  'run.aborted': 'aborted',
  'run.closed': 'completed',
};

function isUnfinished(run: RunSummary): boolean {
  return run.status === 'underway' || run.status === 'rollingBack';
}

function onlyOne(runs: RunSummary[]): FoundRun {
  const [first, second] = runs;
  if (!first) return { none: true };
  return second ? { several: runs } : { found: first };
}

/** Hidden names are runs being created. */
function runNames(home: string): string[] {
  try {
    return fs
      .readdirSync(runsFolder(home), { withFileTypes: true })
      .filter(item => item.isDirectory() && !item.name.startsWith('.'))
      .map(item => item.name);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw codeOf(error) === 'EACCES' ? denied(runsFolder(home), fs.constants.O_RDONLY) : error;
  }
}

function summaries(home: string, names: string[], statusOf: StatusOf): RunSummary[] {
  return names
    .map(name => summary(path.resolve(runsFolder(home), name), statusOf))
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id));
}

function summary(folder: string, statusOf: StatusOf): RunSummary {
  let entries: readonly Entry[] = [];
  const damaged = (damage: string): RunSummary => ({
    ...describe(folder, entries),
    status: 'damaged',
    damage,
  });
  try {
    const read = readJournalFile(runPaths(folder).journal);
    entries = read.entries;
    if (read.damage) return damaged(`journal.jsonl, line ${read.damage.line}: ${read.damage.why}`);
    if (entries.length === 0) return damaged('the journal is empty: the run never began');
    return { ...describe(folder, entries), status: statusOf(folder, entries) };
  } catch (error) {
    return damaged(error instanceof Error ? error.message : String(error));
  }
}

/** What can be said of a run from the entries that could be read, even if there are none. */
function describe(folder: string, entries: readonly Entry[]): Omit<RunSummary, 'status'> {
  const id = path.basename(folder);
  const created = entries.find(
    (entry): entry is EntryOf<'run.created'> => entry.type === 'run.created',
  );
  return {
    id,
    folder,
    title: created?.plan.title ?? id,
    environment: created?.environment.name ?? '',
    date: created?.date ?? '',
    createdAt: entries[0]?.at ?? fs.statSync(folder).mtime.toISOString(),
    updatedAt: entries.at(-1)?.at ?? fs.statSync(folder).mtime.toISOString(),
    entries: entries.length,
    fingerprint: created?.plan.fingerprint ?? '',
  };
}
