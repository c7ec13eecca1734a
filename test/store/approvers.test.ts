import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeApprovals, readApprovals } from '../../src/store/approvals.ts';
import { createRunFolder, runPaths } from '../../src/store/run-folder.ts';
import { as, bob, carol, modeOf, ops, outsider, refusedTo, shell, someMembers } from './members.ts';
import { isRoot, temporaryFolder } from './temporary.ts';

const folder = temporaryFolder();
afterEach(() => vi.unstubAllEnvs());
const name = { date: '2026-12-01', slug: 'demo', environment: 'staging' };
const files = { plan: '# Demo\n', environment: 'name: x\n' };

/** A run that root drives, in a home that it shares with the group, or in its own. */
function newRun(kind: 'shared' | 'private' = 'shared') {
  const home = folder();
  fs.chownSync(home, 0, kind === 'shared' ? ops : 0);
  fs.chmodSync(home, kind === 'shared' ? 0o2770 : 0o700);
  const run = createRunFolder(home, name, files);
  const go = { run: path.basename(run), step: '4.3', round: '0.0', verdict: 'go' };
  return { home, run, approvals: runPaths(run).approvals, go: JSON.stringify(go) };
}

/** As `writeApproval`, and gives the whole path. */
function approvedBy(who: typeof bob, run: string, go: string): string {
  return path.join(runPaths(run).approvals, as<string>(who, 'approve', run, go).done!);
}

describe.runIf(isRoot)('who approved (needs root: real other users)', () => {
  someMembers();

  it('is whom the kernel made the owner of the file', () => {
    const { run, go } = newRun();
    const file = approvedBy(bob, run, go);
    expect(readApprovals(run).given).toMatchObject([
      { uid: bob.uid, person: 'nobody', verdict: 'go' },
    ]);
    expect(fs.statSync(file)).toMatchObject({ uid: bob.uid, gid: ops });
    expect(modeOf(file)).toBe('0640');
  });

  it('is read by every member alike', () => {
    const { run, go } = newRun();
    approvedBy(bob, run, go);
    expect(as(carol, 'approvals', run).done).toMatchObject({
      given: [{ person: 'nobody' }],
      odd: [],
    });
  });

  it('is never what the file says', () => {
    const { run, approvals, go } = newRun();
    const forged = JSON.stringify({
      version: 1,
      ...JSON.parse(go),
      uid: bob.uid,
      person: 'nobody',
    });
    const plain = JSON.stringify({ version: 1, ...JSON.parse(go) });
    const write = (text: string, file: string) =>
      shell(carol, `umask 027; printf '%s' '${text}' >'${approvals}/${file}'`);
    expect(write(forged, '4.3-forged.json') && write(plain, '4.3-by-nobody.json')).toBe(true);
    const { given, odd } = readApprovals(run);
    expect(given).toMatchObject([
      { file: '4.3-by-nobody.json', uid: carol.uid, person: 'uid54322' },
    ]);
    expect(odd).toEqual([{ file: '4.3-forged.json', why: 'not-an-approval' }]);
  });

  it('is not bob because carol moved one of his files there', () => {
    const { run, approvals, go } = newRun();
    const text = JSON.stringify({ version: 1, ...JSON.parse(go) });
    // All that bob leaves in a run when he drives it: its journal was carol's to write in.
    fs.writeFileSync(runPaths(run).journal, text);
    fs.chownSync(runPaths(run).journal, 0, ops);
    fs.chmodSync(runPaths(run).journal, 0o660);
    as(bob, 'resume', run);
    const kept = fs.readdirSync(run).find(file => file.startsWith('journal.torn'))!;
    expect(fs.readFileSync(path.join(run, kept), 'utf8')).toBe(text);
    expect(fs.statSync(path.join(run, kept)).uid).toBe(bob.uid);
    expect(shell(carol, `mv '${run}/${kept}' '${approvals}/4.3-moved.json'`)).toBe(true);
    expect(readApprovals(run)).toEqual({
      given: [],
      odd: [{ file: '4.3-moved.json', why: 'wrong-rights' }],
    });
  });

  it('is not bob by a file that he wrote for another group', () => {
    const { run, approvals, go } = newRun();
    const file = path.join(approvals, '4.3-stray.json');
    fs.writeFileSync(file, JSON.stringify({ version: 1, ...JSON.parse(go) }));
    fs.chownSync(file, bob.uid, outsider.gid);
    fs.chmodSync(file, 0o640);
    expect(readApprovals(run).odd).toEqual([{ file: '4.3-stray.json', why: 'wrong-rights' }]);
  });

  it('is not bob by a second name of his approval, nor by his approval of another run', () => {
    const { home, run, approvals, go } = newRun();
    const file = approvedBy(bob, run, go);
    const second = runPaths(createRunFolder(home, name, files)).approvals;
    fs.linkSync(file, path.join(second, '4.3-linked.json'));
    expect(readApprovals(path.dirname(second)).odd).toEqual([
      { file: '4.3-linked.json', why: 'several-names' },
    ]);
    fs.rmSync(file);
    expect(readApprovals(path.dirname(second)).odd).toEqual([
      { file: '4.3-linked.json', why: 'other-run' },
    ]);
    expect(fs.readdirSync(approvals)).toEqual([]);
  });

  it('is told later where the system cannot say now who that is: it might be whoever drives', async () => {
    const { run, go } = newRun();
    approvedBy(carol, run, go);
    vi.resetModules();
    const { readApprovals: read } = await import('../../src/store/approvals.ts');
    directory('exit 3');
    expect(read(run)).toEqual({ given: [], odd: [], unnamed: true });
    directory("echo 'dora:x:54322:54321::/:/bin/sh'");
    expect(read(run)).toMatchObject({ given: [{ person: 'dora' }], odd: [] });
  });

  /** A getent that answers as one with a directory server behind it would. */
  function directory(script: string): void {
    const tools = folder();
    fs.writeFileSync(path.join(tools, 'getent'), `#!/bin/sh\n${script}\n`, { mode: 0o700 });
    vi.stubEnv('PATH', `${tools}:/usr/bin:/bin`);
  }

  it('cannot be taken back, changed or renamed by anybody else of the group', () => {
    const { run, go } = newRun();
    const file = approvedBy(bob, run, go);
    for (const act of [`rm -f '${file}'`, `mv '${file}' '${file}.old'`, `echo >>'${file}'`]) {
      expect(shell(carol, act), act).toBe(false);
    }
    expect(readApprovals(run).given).toHaveLength(1);
    expect(shell(bob, `rm -f '${file}'`)).toBe(true);
  });
});

describe.runIf(isRoot)('who may approve (needs root: real other users)', () => {
  someMembers();

  it('not in a private home: with how to share one', () => {
    const { home, run, go } = newRun('private');
    const { name, why, remedy } = refusedTo(bob, 'approve', run, go);
    expect(name).toBe('StoreRefused');
    expect(why).toBe('this run is not shared with nobody');
    expect(remedy).toContain(`chgrp GROUP '${home}' && chmod 2770 '${home}'`);
  });

  it('nor whoever is not of the group', () => {
    const { run, go } = newRun();
    expect(refusedTo(outsider, 'approve', run, go).why).toBe(
      'this run is not shared with uid54323',
    );
  });

  it('nor root where others share: it would be nobody in particular', () => {
    const { home, run, approvals, go } = newRun();
    fs.chownSync(home, bob.uid, ops);
    fs.chmodSync(home, 0o2770);
    fs.chownSync(run, bob.uid, ops);
    fs.chmodSync(run, 0o2770);
    expect(refusedTo({ uid: 0, gid: 0 }, 'approve', run, go).why).toBe(
      'this run is not shared with root',
    );
    expect(fs.readdirSync(approvals)).toEqual([]);
  });

  it('in an older run once its driver has made the folder, sticky as any', () => {
    const { run, approvals, go } = newRun();
    fs.rmdirSync(approvals);
    expect(refusedTo(bob, 'approve', run, go).remedy).toMatch(/drives it must resume it once/);
    makeApprovals(run);
    expect(modeOf(approvals)).toBe('3770');
    approvedBy(bob, run, go);
    expect(readApprovals(run).given).toMatchObject([{ uid: bob.uid }]);
  });
});
