/** Which earlier runs prove something: the latest of each kind, whatever lies around them. */
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Fact } from '../../../machines/entries.ts';
import { provenRuns } from '../../../src/cli/around/evidence.ts';
import { openJournal } from '../../../src/store/journal-file.ts';
import { createRunFolder, runPaths } from '../../../src/store/run-folder.ts';
import { step, weeks } from '../../engine/plans.ts';
import { created, taken } from '../../machines/driver.ts';

const text = weeks({ day: [step('09:00', 'Work')] });
const { fingerprint } = created.plan;

const done: Fact = { type: 'step.confirmed', step: 'D-day.1' };
const back: Fact[] = [
  { type: 'rollback.decided', reason: 'because' },
  { type: 'step.skipped', step: 'R.1', reason: 'because' },
  { type: 'rollback.validated' },
];
/** It speaks of a rollback, and is none. */
const note: Fact = { type: 'note.added', text: '"type":"rollback.validated"' };

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'bascule-evidence-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** A run of that day; the later the day, the newer the run. */
function ran(home: string, day: number, facts: Fact[], environment = 'staging'): string {
  const date = `2026-12-0${day}`;
  const name = { date, slug: 'demo', environment };
  const folder = createRunFolder(home, name, { plan: text, environment: `name: ${environment}\n` });
  const now = () => new Date(`${date}T09:00:00.000Z`);
  const journal = openJournal(runPaths(folder).journal, { createIfMissing: true, now });
  const begun = { ...created, environment: { ...created.environment, name: environment } };
  for (const fact of [begun, taken, ...facts]) journal.append(fact, 'ops@bastion');
  journal.close();
  return folder;
}

const proven = async (home: string, leaveOut?: string) =>
  (await provenRuns(home, { fingerprint }, leaveOut)).map(
    ({ status, environment, endedAt }) => `${environment} ${status} ${endedAt.slice(0, 10)}`,
  );

describe('the runs that prove something', () => {
  it('are the latest of each environment that was completed, and that was rolled back', async () => {
    const home = newHome();
    for (const day of [1, 4, 7]) ran(home, day, [done]);
    for (const day of [2, 3]) ran(home, day, back);
    ran(home, 6, [done], 'rehearsal');
    expect(await proven(home)).toEqual([
      'staging completed 2026-12-07',
      'rehearsal completed 2026-12-06',
      'staging rolledBack 2026-12-03',
    ]);
  });

  it('are older ones where the latest is damaged, unfinished or given up', async () => {
    const home = newHome();
    ran(home, 1, [done]);
    ran(home, 2, back);
    ran(home, 3, [{ type: 'run.aborted', reason: 'because' }]);
    ran(home, 4, []);
    appendFileSync(runPaths(ran(home, 5, [done])).journal, '{"no":"entry"}\n');
    appendFileSync(runPaths(ran(home, 6, back)).journal, '{"no":"entry"}\n');
    expect(await proven(home)).toEqual([
      'staging rolledBack 2026-12-02',
      'staging completed 2026-12-01',
    ]);
  });

  it('are told by facts, not by what people wrote', async () => {
    const home = newHome();
    ran(home, 1, [note, done]);
    expect(await proven(home)).toEqual(['staging completed 2026-12-01']);
  });

  it('leave out the run that asks, and those of another plan', async () => {
    const home = newHome();
    const own = ran(home, 1, [done]);
    expect(await proven(home, basename(own))).toEqual([]);
    expect(await provenRuns(home, { fingerprint: 'another' })).toEqual([]);
    expect(await proven(newHome())).toEqual([]);
  });
});
