import { setImmediate } from 'node:timers/promises';
import type { Entry, RunEvidence } from '../../../machines/entries.ts';
import { isUnproved, provingRun } from '../../../machines/evidence.ts';
import type { Plan } from '../../plan/types.ts';
import { type RunBeginning, runBeginnings } from '../../store/catalogue.ts';
import { readPlain } from '../../store/durable.ts';
import { readJournalFile } from '../../store/journal-file.ts';
import { runPaths } from '../../store/run-folder.ts';
import { planOfRun, statusOfRun } from '../run-status.ts';
import type { Session } from '../session.ts';

/**
 * The runs of this very plan that ended well, newest first: of each environment the latest that was completed
 * and the latest that was rolled back, with the same fingerprint and a whole journal. A store may hold years of
 * nightly rehearsals: older ones are not read. Between two runs the thread is free.
 * @param leaveOut the run that asks
 */
export async function provenRuns(
  home: string,
  { fingerprint }: Pick<Plan, 'fingerprint'>,
  leaveOut = '',
): Promise<RunEvidence[]> {
  const found = new Map<string, RunEvidence>();
  const planOf = plansByEnvironment();
  for (const beginning of runBeginnings(home)) {
    const { id, created } = beginning;
    if (id === leaveOut || created.plan.fingerprint !== fingerprint) continue;
    await setImmediate();
    const kind = `${created.environment.name} ${possibleEnd(beginning)}`;
    const evidence = found.has(kind) ? null : evidenceIn(beginning, planOf);
    if (evidence) found.set(kind, evidence);
  }
  return [...found.values()];
}

/** How it ended, if it ended well: told from the bytes, for reading a whole journal takes its time. */
function possibleEnd({ folder }: RunBeginning): 'completed' | 'rolledBack' {
  try {
    // Within an entry's texts the quotes are escaped.
    const isBack = readPlain(runPaths(folder).journal).includes('"type":"rollback.validated"');
    return isBack ? 'rolledBack' : 'completed';
  } catch {
    return 'completed';
  }
}

/** All are of one text: with one environment they are one plan, to be compiled once. */
function plansByEnvironment(): (run: RunBeginning) => Plan {
  const known = new Map<string, Plan>();
  return ({ folder, created }) => {
    const key = created.environment.fingerprint;
    const plan = known.get(key) ?? planOfRun(folder).plan;
    known.set(key, plan);
    return plan;
  };
}

function evidenceIn(run: RunBeginning, planOf: (run: RunBeginning) => Plan): RunEvidence | null {
  const { id, folder, created } = run;
  try {
    const { entries, damage } = readJournalFile(runPaths(folder).journal);
    const status = damage ? 'damaged' : statusOfRun(folder, entries, () => planOf(run));
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
