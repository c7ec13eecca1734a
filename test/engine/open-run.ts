import { join } from 'node:path';
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
}

const helm = { operator: 'ops', host: 'bastion', pid: process.pid, terminal: '' };

/** Opens the engine of a run on what its folder holds, as a cockpit would; begins the run in an empty one. */
export async function openRun(run: RunOnDisk): Promise<{ engine: Engine; journal: JournalFile }> {
  const { folder, plan, environment, secrets } = run;
  const journal = openJournal(join(folder, 'journal.jsonl'), { createIfMissing: true });
  if (journal.entries.length === 0) journal.append(created(plan, environment), 'ops@bastion');
  const fold = createFold(plan);
  const engine = await openEngine({
    plan,
    environment,
    places: { run: folder, plan: folder },
    ledger: openLedger(journal, fold, fold.all(journal.entries)),
    jobs: createJobs({ folder: join(folder, 'jobs') }),
    helm,
    secrets,
    base: process.env,
    node: process.execPath,
  });
  return { engine, journal };
}

const created = (plan: Plan, environment: Environment) =>
  ({
    type: 'run.created',
    version: 1,
    run: 'test',
    plan: { title: plan.title, fingerprint: plan.fingerprint, path: 'plan.md' },
    environment: { name: environment.name, fingerprint: '-', protected: false },
    date: '2026-12-01',
    timezone: 'UTC',
    pace: environment.pace,
    variables: environment.variables,
    program: 'test',
  }) as const;
