import { join } from 'node:path';
import { type FactOf, journalVersion } from '../../machines/entries.ts';
import type { Reach } from '../../src/engine/around/surroundings.ts';
import { openEngine } from '../../src/engine/engine.ts';
import { openLedger } from '../../src/engine/ledger.ts';
import type { Engine } from '../../src/engine/types.ts';
import { createJobs } from '../../src/jobs/jobs.ts';
import { createFold } from '../../src/journal/fold.ts';
import type { Environment, Plan } from '../../src/plan/types.ts';
import { openJournal } from '../../src/store/journal-file.ts';
import type { JournalFile } from '../../src/store/types.ts';

export interface RunOnDisk {
  folder: string;
  plan: Plan;
  environment: Environment;
  secrets: Record<string, string>;
  /** Channels and probes; without them nothing leaves and nothing is measured. */
  reach?: Reach;
  /** Of the engine and the journal, milliseconds since the epoch. */
  now?: () => number;
}

const helm = { host: 'bastion', pid: process.pid, terminal: '' };

/** Opens the engine of a run on what its folder holds, as a cockpit would; begins the run in an empty one. */
export async function openRun(
  run: RunOnDisk,
  operator = 'ops',
): Promise<{ engine: Engine; journal: JournalFile }> {
  const { folder, plan, environment, secrets, reach, now = Date.now } = run;
  const journal = openJournal(join(folder, 'journal.jsonl'), {
    createIfMissing: true,
    now: () => new Date(now()),
  });
  if (journal.entries.length === 0) journal.append(created(plan, environment), 'ops@bastion');
  const fold = createFold(plan);
  const engine = await openEngine({
    plan,
    environment,
    places: { run: folder, plan: folder },
    ledger: openLedger(journal, fold, fold.all(journal.entries)),
    jobs: createJobs({ folder: join(folder, 'jobs') }),
    helm: { ...helm, operator },
    secrets,
    base: process.env,
    node: process.execPath,
    reach: reach ?? null,
    now,
  });
  return { engine, journal };
}

const created = (plan: Plan, environment: Environment): FactOf<'run.created'> => ({
  type: 'run.created',
  version: journalVersion,
  run: 'test',
  plan: { title: plan.title, fingerprint: plan.fingerprint, path: 'plan.md' },
  environment: { name: environment.name, fingerprint: '-', protected: false },
  date: '2026-12-01',
  timezone: 'UTC',
  pace: environment.pace,
  variables: environment.variables,
  program: 'test',
});
