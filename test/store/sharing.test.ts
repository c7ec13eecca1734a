import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openJournal } from '../../src/store/journal-file.ts';
import { createRunFolder, runPaths, runsFolder } from '../../src/store/run-folder.ts';
import { groupOf } from '../../src/store/sharing.ts';
import { as, modeOf, refusedTo, self, shell, someMembers } from './members.ts';
import { temporaryFolder, thrownBy } from './temporary.ts';

const folder = temporaryFolder();
someMembers();

const name = { date: '2026-12-01', slug: 'demo', environment: 'staging' };
const files = { plan: '# Demo\n', environment: 'name: x\n' };
const umasks = ['000', '022', '027', '077', '177'];

/** A home that our own group shares: no second user is needed to look at its modes. */
function sharedHome(): string {
  const home = folder();
  fs.chmodSync(home, 0o2770);
  return home;
}

/** A run that was begun, driven and left with a torn line under that umask, and one approval. */
function drivenRun(home: string, umask: string): string {
  const run = as<string>(self, `umask=${umask}`, 'create', home).done!;
  as(self, `umask=${umask}`, 'begin', run);
  fs.appendFileSync(runPaths(run).journal, '{"torn');
  as(self, `umask=${umask}`, 'resume', run);
  const approval = { run: path.basename(run), step: '4.3', round: '0.0', verdict: 'go' };
  as(self, `umask=${umask}`, 'approve', run, JSON.stringify(approval));
  as(self, `umask=${umask}`, 'prepare', run, '0001-p1s1-a1');
  return run;
}

/** Every file and folder below, with its mode; numbers that chance or content made are left out. */
function modesBelow(place: string): Record<string, string> {
  const found = fs.readdirSync(place, { recursive: true, encoding: 'utf8' }).sort();
  const plain = (file: string) => file.replace(/-[0-9a-f-]{36}|-\d+$/, '');
  return Object.fromEntries(found.map(file => [plain(file), modeOf(path.join(place, file))]));
}

describe('modes, whatever the umask', () => {
  it.each(umasks)('a shared home, umask %s: all for the group, nothing for others', umask => {
    const home = sharedHome();
    const run = drivenRun(home, umask);
    expect([home, runsFolder(home), run].map(modeOf)).toEqual(['2770', '2770', '2770']);
    expect(modesBelow(run)).toEqual({
      approvals: '3770',
      'approvals/4.3.json': '0640',
      'environment.yaml': '0660',
      helm: '0660',
      'journal.jsonl': '0660',
      'journal.torn': '0660',
      jobs: '2770',
      'jobs/0001-p1s1-a1': '2770',
      'jobs/0001-p1s1-a1/lock': '0660',
      'jobs/0001-p1s1-a1/meta.sh': '0660',
      'jobs/0001-p1s1-a1/output': '0660',
      'jobs/0001-p1s1-a1/script': '0440',
      'jobs/0001-p1s1-a1/wrapper.log': '0660',
      'jobs/wrapper.sh': '0550',
      'plan.md': '0660',
      'progress.json': '0660',
    });
  });

  it.each(umasks)('a private home, umask %s: for its owner alone', umask => {
    const home = path.join(folder(), 'home');
    const run = drivenRun(home, umask);
    expect([home, runsFolder(home), run].map(modeOf)).toEqual(['0700', '0700', '0700']);
    expect(modesBelow(run)).toMatchObject({
      approvals: '0700',
      'environment.yaml': '0600',
      helm: '0600',
      'journal.jsonl': '0600',
      'journal.torn': '0600',
      jobs: '0700',
      'jobs/0001-p1s1-a1': '0700',
      'plan.md': '0600',
      'progress.json': '0600',
    });
  });
});

describe('which homes are shared', () => {
  it.each([
    ['2770', true],
    ['3770', true],
    ['2750', false],
    ['2700', false],
    ['0700', false],
    ['0755', false],
    ['1777', false],
  ])('%s: %s', (mode, shared) => {
    const home = folder();
    fs.chmodSync(home, Number.parseInt(mode, 8));
    const run = createRunFolder(home, name, files);
    expect(groupOf(run)).toBe(shared ? self.gid : null);
  });

  it.each(['0770', '2775', '2777', '0777'])(
    '%s is refused: neither private nor a group’s',
    mode => {
      const home = folder();
      fs.chmodSync(home, Number.parseInt(mode, 8));
      const refused = refusedTo(self, 'create', home);
      expect(refused.why).toBe('other users may write in it');
      expect(refused.remedy).toContain(`chmod 2770 '${home}'`);
    },
  );

  it('not one behind a link', () => {
    const home = sharedHome();
    const run = createRunFolder(home, name, files);
    const link = path.join(folder(), 'link');
    fs.symlinkSync(home, link);
    expect(groupOf(run)).toBe(self.gid);
    expect(groupOf(path.join(link, 'runs', path.basename(run)))).toBeNull();
  });

  it('not a run that was begun before: it stays its owner’s', () => {
    const home = folder();
    const run = createRunFolder(home, name, files);
    fs.chmodSync(home, 0o2770);
    fs.chmodSync(runsFolder(home), 0o2770);
    expect(groupOf(run)).toBeNull();
    as(self, 'begin', run);
    expect(modeOf(runPaths(run).journal)).toBe('0600');
    expect(groupOf(createRunFolder(home, name, files))).toBe(self.gid);
  });

  it('not by halves: runs from before are opened up by hand, as the refusal says', () => {
    const home = folder();
    const before = createRunFolder(home, name, files);
    fs.chmodSync(home, 0o2770);
    const refused = refusedTo(self, 'create', home);
    expect(refused.why).toBe('its home is shared with a group, but it is not');
    expect(shell(self, /Run: (.*?)\. The/.exec(refused.remedy)![1]!)).toBe(true);
    expect(as(self, 'create', home).done).toMatch(/staging-2$/);
    expect(modeOf(before)).toBe('0700');
  });
});

describe('FAULTS 45: a shared run', () => {
  it('refuses a file that has another name elsewhere: it may be anybody’s, put there by a member', () => {
    const run = createRunFolder(sharedHome(), name, files);
    const { journal } = runPaths(run);
    const elsewhere = path.join(folder(), 'precious');
    fs.writeFileSync(elsewhere, '');
    fs.linkSync(elsewhere, journal);
    expect(() => openJournal(journal)).toThrow(/another name elsewhere/);
  });

  it('refuses links, also when it begins a file', () => {
    const run = createRunFolder(sharedHome(), name, files);
    const { journal } = runPaths(run);
    fs.symlinkSync(path.join(folder(), 'nothing'), journal);
    expect(thrownBy(() => openJournal(journal, { createIfMissing: true }))).toMatchObject({
      why: 'it is a symbolic link',
    });
  });

  it('takes no progress from a link or a pipe', () => {
    const run = createRunFolder(sharedHome(), name, files);
    as(self, 'begin', run);
    const { progress } = runPaths(run);
    const elsewhere = path.join(folder(), 'progress.json');
    fs.renameSync(progress, elsewhere);
    fs.symlinkSync(elsewhere, progress);
    expect(as(self, 'resume', run).done).toMatchObject({ before: null, seq: 1 });
    fs.rmSync(progress);
    shell(self, `mkfifo '${progress}'`);
    expect(as(self, 'resume', run).done).toMatchObject({ before: null, seq: 2 });
    expect(as(self, 'resume', run).done).toMatchObject({ before: 2, seq: 3 });
  });
});
