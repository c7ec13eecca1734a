import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJobs } from '../../src/jobs/jobs.ts';
import { openJournal, readJournalFile } from '../../src/store/journal-file.ts';
import { createRunFolder, runPaths, runsFolder } from '../../src/store/run-folder.ts';
import { stateOf } from './cockpits.ts';
import {
  as,
  bob,
  carol,
  modeOf,
  ops,
  outsider,
  refusedTo,
  self,
  shell,
  someMembers,
  staying,
} from './members.ts';
import { isRoot, temporaryFolder } from './temporary.ts';

const folder = temporaryFolder();
const job = { script: 'echo done', interpreter: 'bash', directory: '/' };

/** What whoever drove for a moment says. */
interface Driven {
  taken: boolean;
  /** Entry that progress.json stood at. */
  before: number | null;
  seq: number;
  by: string;
  torn?: { keptIn: string };
}

/** A home that root shares with the group. */
function sharedHome(): string {
  const home = folder();
  fs.chownSync(home, 0, ops);
  fs.chmodSync(home, 0o2770);
  return home;
}

/** A run of `who`, begun. */
function runOf(who: typeof bob, home = sharedHome()): string {
  const run = as<string>(who, 'create', home).done!;
  as(who, 'begin', run);
  return run;
}

describe.runIf(isRoot)('a run in a shared home (needs root: real other users)', () => {
  someMembers();

  it('is read by a member who has nothing to do with it', () => {
    const home = sharedHome();
    const run = runOf(bob, home);
    expect(as(carol, 'list', home).done).toEqual([
      { id: path.basename(run), status: 'underway', entries: 1 },
    ]);
  });

  it('goes from hand to hand: helm, journal and progress are taken up by each', () => {
    const run = runOf(self);
    expect(as<Driven>(bob, 'resume', run).done).toMatchObject({ before: 0, seq: 1, by: 'nobody' });
    expect(as<Driven>(carol, 'resume', run).done).toMatchObject({
      before: 1,
      seq: 2,
      by: 'uid54322',
    });
    expect(as<Driven>(self, 'resume', run).done).toMatchObject({ before: 2, seq: 3 });
    const { journal, helm, progress } = runPaths(run);
    expect(readJournalFile(journal)).toMatchObject({ entries: { length: 4 } });
    expect([journal, helm, progress].map(modeOf)).toEqual(['0660', '0660', '0660']);
    expect(fs.statSync(progress)).toMatchObject({ uid: self.uid, gid: ops });
  });

  it('is made by any member, in the folder of runs that another made', () => {
    const home = sharedHome();
    runOf(bob, home);
    const run = runOf(carol, home);
    expect(run).toMatch(/staging-2$/);
    expect(fs.statSync(run)).toMatchObject({ uid: carol.uid, gid: ops });
    expect(as<Driven>(bob, 'resume', run).done).toMatchObject({ taken: true, seq: 1 });
  });

  it('may be in a home that a member made', () => {
    const home = sharedHome();
    fs.chownSync(home, bob.uid, ops);
    fs.chmodSync(home, 0o2770);
    const run = runOf(bob, home);
    expect(as<Driven>(carol, 'resume', run).done).toMatchObject({ taken: true });
  });

  it('has its torn line cut, and what a crash left of progress.json replaced, by whoever comes', () => {
    const run = runOf(self);
    const { journal, progress } = runPaths(run);
    fs.appendFileSync(journal, '{"torn');
    fs.writeFileSync(`${progress}.new`, '{"half');
    const { torn } = as<Driven>(bob, 'resume', run).done!;
    expect(fs.readFileSync(torn!.keptIn, 'utf8')).toBe('{"torn');
    expect(as<Driven>(self, 'resume', run).done).toMatchObject({ before: 1, seq: 2 });
  });

  it('is not taken over from a colleague: no one may signal another’s process', async () => {
    const run = runOf(self);
    const holder = await staying(bob, 'hold', run);
    expect(as<Driven>(carol, 'resume', run).done).toMatchObject({
      taken: false,
      holder: { operator: 'nobody', pid: holder.pid },
    });
    const refused = refusedTo(carol, 'take-over', run);
    expect(refused.why).toMatch(
      /^process \d+ of nobody@.* holds the helm and belongs to another user$/,
    );
    expect(refused.remedy).toBe('Ask nobody to detach.');
    expect(stateOf(holder.pid!)).toBe('S');
  });

  it('has jobs that a colleague sees, adds to, and revokes', async () => {
    const run = runOf(self);
    const jobs = createJobs({ folder: runPaths(run).jobs });
    await jobs.prepare('0001-p1s1-a1', job);
    as(bob, 'prepare', run, '0002-p1s2-a1');
    expect(as(bob, 'revoke', run, '0001-p1s1-a1').done).toBe(true);
    expect(await jobs.probe('0001-p1s1-a1')).toEqual({ state: 'revoked', why: 'not needed' });
    expect(await jobs.revoke('0002-p1s2-a1', 'nor this')).toBe(true);
    expect(shell(bob, `cat '${jobs.outputPath('0001-p1s1-a1')}'`)).toBe(true);
    expect(shell(outsider, `cat '${jobs.outputPath('0001-p1s1-a1')}'`)).toBe(false);
  });
});

describe.runIf(isRoot)('whoever is not of the group (needs root: real other users)', () => {
  someMembers();

  it('is told who may not do what, and whose it is', () => {
    const home = sharedHome();
    const run = runOf(self, home);
    const why =
      'permission denied: uid54323 may not enter it, it belongs to root and group gid54321, mode 2770';
    for (const act of [
      ['list', home],
      ['resume', run],
    ]) {
      expect(refusedTo(outsider, ...act)).toMatchObject({ name: 'StoreRefused', file: home, why });
    }
  });

  it('begins no run there: with what to do', () => {
    const { why, remedy } = refusedTo(outsider, 'create', sharedHome());
    expect(why).toBe('it is shared by the group gid54321, of which uid54323 is no member');
    expect(remedy).toMatch(/Have uid54323 added to gid54321 and log in again, or .*--home/);
  });

  it('even as root, in a home that root did not make', () => {
    const home = sharedHome();
    fs.chownSync(home, bob.uid, ops);
    fs.chmodSync(home, 0o2770);
    const run = runOf(bob, home);
    expect(refusedTo(self, 'create', home).why).toMatch(/^it is shared by the group/);
    expect(refusedTo(self, 'resume', run).why).toMatch(/^it belongs to another user/);
  });

  it('is told which file is closed to the group', () => {
    const run = runOf(self);
    const { journal } = runPaths(run);
    fs.chmodSync(journal, 0o600);
    expect(refusedTo(bob, 'resume', run)).toMatchObject({
      file: journal,
      why: 'permission denied: nobody may not write it, it belongs to root and group gid54321, mode 0600',
    });
    expect(as(bob, 'list', path.join(run, '..', '..')).done).toMatchObject([
      { status: 'damaged', damage: expect.stringContaining('nobody may not read it') },
    ]);
  });
});

describe.runIf(isRoot)(
  'FAULTS 45: what sharing does not open (needs root: real other users)',
  () => {
    someMembers();
    const name = { date: '2026-12-01', slug: 'demo', environment: 'staging' };
    const files = { plan: '# Demo\n', environment: 'name: x\n' };

    /** A run of root's, and bob's file in the place of its journal. */
    function withForeignJournal(home: string, gid: number): string {
      const { journal } = runPaths(createRunFolder(home, name, files));
      fs.writeFileSync(journal, '', { mode: 0o660 });
      fs.chownSync(journal, bob.uid, gid);
      return journal;
    }

    it('a file of another member is trusted in a shared run, and nowhere else', () => {
      const shared = withForeignJournal(sharedHome(), ops);
      openJournal(shared).close();
      const isPrivate = withForeignJournal(folder(), ops);
      expect(() => openJournal(isPrivate)).toThrow(/another user \(uid 65534\)/);
    });

    it('nor is a file of another group', () => {
      const journal = withForeignJournal(sharedHome(), outsider.gid);
      expect(() => openJournal(journal)).toThrow(/another user \(uid 65534\)/);
    });

    it.each<[string, (home: string, run: string) => string]>([
      ['the home', home => home],
      ['the folder of runs', home => runsFolder(home)],
      ['the run', (_, run) => run],
    ])('nor in a run where %s is of another group, or not setgid', (_, which) => {
      for (const change of ['chgrp 54323', 'chmod g-s', 'chmod g-w', 'chmod o+x']) {
        const home = sharedHome();
        const journal = withForeignJournal(home, ops);
        openJournal(journal).close();
        const changed = which(home, path.dirname(journal));
        expect(shell(self, `${change} '${changed}'`)).toBe(true);
        expect(() => openJournal(journal), change).toThrow(/another user/);
      }
    });

    it('a foreign home that is not shared is refused', () => {
      const home = folder();
      fs.chmodSync(home, 0o755);
      expect(refusedTo(bob, 'create', home).why).toBe(
        `it belongs to another user (uid ${self.uid})`,
      );
    });
  },
);
