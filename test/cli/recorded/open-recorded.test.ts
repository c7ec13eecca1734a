import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { journalVersion } from '../../../machines/entries.ts';
import { followRecorded } from '../../../src/cli/recorded/follow-recorded.ts';
import { openRecorded } from '../../../src/cli/recorded/open-recorded.ts';
import { planOfRun } from '../../../src/cli/run-status.ts';
import { createFold } from '../../../src/journal/fold.ts';
import { cliWords } from '../../../src/locale/cli.ts';
import { openJournal } from '../../../src/store/journal-file.ts';
import { createProgress } from '../../../src/store/progress.ts';
import { createRunFolder, runPaths } from '../../../src/store/run-folder.ts';
import { fence, release, step } from '../../engine/plans.ts';
import { ops } from '../../store/members.ts';
import { isRoot } from '../../store/temporary.ts';

const words = cliWords('en');
const plan = release({ steps: [step('09:00', 'Work', fence('true')), step('09:10', 'Look')] });

/** A run of one entry, whose environment has this secret. */
function begun(home: string, secret: string): string {
  const name = { date: '2026-12-01', slug: 'demo', environment: 'test' };
  const environment = `name: test\nschedule: relative\nsecrets:\n  token: ${secret}\n`;
  const folder = createRunFolder(home, name, { plan, environment });
  // The environment's name stands in the first entry: until then the plan cannot be known.
  const begin = (fingerprint: string) => {
    rmSync(runPaths(folder).journal, { force: true });
    const journal = openJournal(runPaths(folder).journal, { createIfMissing: true });
    journal.append(
      {
        type: 'run.created',
        version: journalVersion,
        run: 'demo',
        plan: { title: 'Small release', fingerprint, path: join(folder, 'plan.md') },
        environment: { name: 'test', fingerprint: '-', protected: false },
        date: '2026-12-01',
        timezone: 'UTC',
        pace: 'step',
        variables: {},
        program: 'test',
      },
      'ops@bastion',
    );
    journal.close();
  };
  begin('');
  begin(planOfRun(folder).plan.fingerprint);
  return folder;
}

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'bascule-recorded-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

test('the secrets of one’s own run are had as its driver has them', () => {
  const home = newHome();
  begun(home, '{ command: echo quiet-word }');
  expect(openRecorded(home, undefined, words).secrets).toEqual(['quiet-word']);
});

test.runIf(isRoot)(
  'FAULTS 42: what a group may write is not run by whoever looks (needs root)',
  () => {
    const home = newHome();
    chownSync(home, 0, ops);
    chmodSync(home, 0o2770);
    const mark = join(home, 'ran');
    begun(home, `{ command: 'touch ${mark}; echo quiet-word' }`);
    expect(openRecorded(home, undefined, words).secrets).toBeNull();
    expect(existsSync(mark)).toBe(false);
  },
);

test('a secret that cannot be had leaves the outputs to what the driver looked through', () => {
  const home = newHome();
  begun(home, '{ file: /nowhere/token }');
  expect(openRecorded(home, undefined, words).secrets).toBeNull();
});

test('a run goes on from its saved snapshot where that fits its journal, else from its first entry', async () => {
  const home = newHome();
  const folder = begun(home, '{ command: echo quiet-word }');
  const paths = runPaths(folder);
  const journal = openJournal(paths.journal);
  const more = { type: 'note.added', text: 'seen' } as const;
  for (let n = 0; n < 3; n++) journal.append(more, 'ops@bastion');
  const { entries } = journal;
  const fold = createFold(planOfRun(folder).plan);
  const whole = fold.toState(fold.all(entries)).context;
  const saved = fold.persist(fold.all(entries.slice(0, 3)));
  const opened = async () => {
    const source = await followRecorded(openRecorded(home, undefined, words), words);
    onTestFinished(() => source.close());
    return source.state().context;
  };
  const snapshot = (hash: string | null, seq = 2) =>
    createProgress(paths.progress).write({ version: 1, seq, hash: hash ?? '-', snapshot: saved });
  await snapshot(journal.hashOf(2));
  expect(await opened()).toEqual(whole);
  // Of another journal; or of entries that were written since this one was read.
  for (const [hash, seq] of [
    ['0'.repeat(64), 2],
    ['0'.repeat(64), 9],
  ] as const) {
    await snapshot(hash, seq);
    expect(await opened()).toEqual(whole);
  }
  journal.close();
});

test('a copy of the plan that was changed since is not the run’s plan', async () => {
  const home = newHome();
  const folder = begun(home, '{ command: echo quiet-word }');
  writeFileSync(runPaths(folder).plan, plan.replace('Look', 'Look away'));
  const run = openRecorded(home, undefined, words);
  await expect(followRecorded(run, words)).rejects.toThrow(words.resume.copyDamaged);
});
