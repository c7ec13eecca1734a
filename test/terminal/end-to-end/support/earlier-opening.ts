/** A run that was begun on an earlier day, as its journal tells. */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { journalVersion } from '../../../../machines/entries.ts';
import { textFingerprint } from '../../../../src/cli/session.ts';
import { openJournal } from '../../../../src/store/journal-file.ts';
import { createRunFolder, runPaths } from '../../../../src/store/run-folder.ts';
import { noonZone } from './plan-folder.ts';

export interface EarlierRun {
  /** What `writePlanFolder` gave. */
  plan: string;
  environment: string;
  /** J, ISO 8601. */
  date: string;
  /** When it was begun, ISO 8601. */
  at: string;
  /** Manual steps that were done at once, in order. */
  done?: string[];
}

/** Creates the run as `bascule run --date` would have on that day, and leaves it: nobody holds its helm. */
export function begunEarlier(
  home: string,
  { plan, environment, date, at, done = [] }: EarlierRun,
): string {
  const text = readFileSync(join(plan, 'plan.md'), 'utf8');
  const settings = readFileSync(join(plan, 'environments', `${environment}.yaml`), 'utf8');
  const name = { date, slug: 'essai', environment };
  const run = createRunFolder(home, name, { plan: text, environment: settings });
  const now = () => new Date(at);
  const journal = openJournal(runPaths(run).journal, { createIfMissing: true, now });
  const fingerprint = textFingerprint(text);
  const by = 'ops@bastion';
  journal.append(
    {
      type: 'run.created',
      version: journalVersion,
      run: basename(run),
      plan: { title: 'Essai', fingerprint, path: join(plan, 'plan.md') },
      environment: { name: environment, fingerprint: textFingerprint(settings), protected: false },
      date,
      timezone: noonZone,
      pace: 'step',
      variables: {},
      program: 'bascule',
    },
    by,
  );
  const helm = { operator: 'ops', host: 'bastion', pid: 1, terminal: '' };
  journal.append({ type: 'helm.taken', helm }, by);
  for (const step of done) journal.append({ type: 'step.confirmed', step }, by);
  journal.append({ type: 'helm.released', why: 'detached' }, by);
  journal.close();
  return basename(run);
}
