import { setImmediate } from 'node:timers/promises';
import type { Entry, RunEvidence } from '../../../machines/entries.ts';
import { isUnproved, provingRun } from '../../../machines/evidence.ts';
import type { Plan } from '../../plan/types.ts';
import { type RunBeginning, runBeginnings } from '../../store/catalogue.ts';
import { readJournalFile } from '../../store/journal-file.ts';
import { runPaths } from '../../store/run-folder.ts';
import { statusOfRun } from '../run-status.ts';
import type { Session } from '../session.ts';

/**
 * The runs of this very plan that ended well, newest first: those with the same fingerprint whose journal is
 * whole. Between two of them the thread is free.
 * @param leaveOut the run that asks
 */
export async function provenRuns(
  home: string,
  { fingerprint }: Pick<Plan, 'fingerprint'>,
  leaveOut = '',
): Promise<RunEvidence[]> {
  const found: RunEvidence[] = [];
  for (const beginning of runBeginnings(home)) {
    const { id, created } = beginning;
    if (id === leaveOut || created.plan.fingerprint !== fingerprint) continue;
    await setImmediate();
    const evidence = evidenceIn(beginning);
    if (evidence) found.push(evidence);
  }
  return found;
}

function evidenceIn({ id, folder, created }: RunBeginning): RunEvidence | null {
  try {
    const { entries, damage } = readJournalFile(runPaths(folder).journal);
    const status = damage ? 'damaged' : statusOfRun(folder, entries);
    if (status !== 'completed' && status !== 'rolledBack') return null;
    const endedAt = endOf(entries);
    return { run: id, environment: created.environment.name, status, endedAt };
  } catch {
    // A run that cannot be read proves nothing; `bascule verify` says why.
    return null;
  }
}

/** What was said after the end is no part of it. */
function endOf(entries: readonly Entry[]): string {
  const after = /^(helm|note|message|metric|person|surveillance)\./;
  return (entries.findLast(({ type }) => !after.test(type)) ?? entries.at(-1))?.at ?? '';
}

/**
 * Journals, for each prerequisite that an earlier run proves and of which nobody has said anything, which run
 * it is. One that a person reopened stays open.
 */
export function attachEvidence({ engine, plan, environment }: Session, runs: RunEvidence[]): void {
  const reopened = new Set(
    engine.entries().flatMap(entry => (entry.type === 'item.cleared' ? entry.item : [])),
  );
  for (const item of plan.prerequisites.flatMap(group => group.items)) {
    const evidence = provingRun(item, runs, environment.name);
    if (!evidence || reopened.has(item.id)) continue;
    if (!isUnproved(engine.state().context, item.id)) continue;
    engine.prove({ type: 'item.ticked', item: item.id, verdict: 'pass', evidence });
  }
}
