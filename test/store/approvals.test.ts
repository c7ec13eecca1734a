import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ApprovalText } from '../../src/store/approval-file.ts';
import { makeApprovals, readApprovals, writeApproval } from '../../src/store/approvals.ts';
import { nameOfUid } from '../../src/store/people.ts';
import { StoreRefused } from '../../src/store/refusal.ts';
import { createRunFolder, runPaths } from '../../src/store/run-folder.ts';
import { modeOf, self, shell } from './members.ts';
import { temporaryFolder, thrownBy } from './temporary.ts';

const folder = temporaryFolder();

function newRun(): { run: string; approvals: string; go: ApprovalText } {
  const name = { date: '2026-12-01', slug: 'demo', environment: 'staging' };
  const run = createRunFolder(folder(), name, { plan: '# Demo\n', environment: 'name: x\n' });
  const go: ApprovalText = {
    run: path.basename(run),
    step: '4.3',
    round: '0.0',
    verdict: 'go',
  };
  return { run, approvals: runPaths(run).approvals, go };
}

describe('an approval', () => {
  it('is read back with who gave it, and when', () => {
    const { run, go } = newRun();
    const before = Date.now();
    const file = writeApproval(run, { ...go, note: 'vu avec l’équipe' });
    const { given, odd } = readApprovals(run);
    expect(odd).toEqual([]);
    const [{ at, ...approval }] = given as [(typeof given)[0]];
    expect(approval).toEqual({
      ...go,
      file,
      note: 'vu avec l’équipe',
      uid: self.uid,
      person: nameOfUid(self.uid),
    });
    expect(Math.abs(Date.parse(at) - before)).toBeLessThan(30_000);
  });

  it('is one file of its owner, named after the step', () => {
    const { run, approvals, go } = newRun();
    const file = writeApproval(run, go);
    expect(file).toMatch(/^4\.3-[0-9a-f-]{36}\.json$/);
    expect(fs.readdirSync(approvals)).toEqual([file]);
    expect(modeOf(path.join(approvals, file))).toBe('0640');
    expect(JSON.parse(fs.readFileSync(path.join(approvals, file), 'utf8'))).toEqual({
      version: 1,
      ...go,
    });
  });

  it.each(['../../../etc/passwd', '.hidden', 'é 3/\n', 'x'.repeat(500)])(
    'stays in its folder, whatever the step is called: %j',
    step => {
      const { run, approvals, go } = newRun();
      const file = writeApproval(run, { ...go, step });
      expect(path.dirname(fs.realpathSync(path.join(approvals, file)))).toBe(
        fs.realpathSync(approvals),
      );
      expect(fs.readdirSync(path.dirname(approvals)).sort()).toEqual([
        'approvals',
        'environment.yaml',
        'jobs',
        'plan.md',
      ]);
    },
  );

  it('may be given again: all are kept, oldest first', () => {
    const { run, approvals, go } = newRun();
    const noGo = writeApproval(run, { ...go, verdict: 'no-go' });
    const later = writeApproval(run, go);
    fs.utimesSync(path.join(approvals, noGo), 1_000_000_000, 1_000_000_000);
    expect(readApprovals(run).given.map(({ file }) => file)).toEqual([noGo, later]);
  });

  it('is refused when it is longer than 8 kB, and leaves nothing', () => {
    const { run, approvals, go } = newRun();
    const error = thrownBy(() => writeApproval(run, { ...go, note: 'é'.repeat(4096) }));
    expect(error).toBeInstanceOf(StoreRefused);
    expect((error as StoreRefused).why).toBe('the approval is longer than 8 kB');
    expect(fs.readdirSync(approvals)).toEqual([]);
    writeApproval(run, { ...go, note: 'é'.repeat(4000) });
    expect(readApprovals(run).given).toHaveLength(1);
  });

  it('is not written when it could not be read back', () => {
    const { run, approvals, go } = newRun();
    expect(() => writeApproval(run, { ...go, step: '' })).toThrow(/step/);
    expect(fs.readdirSync(approvals)).toEqual([]);
  });

  it('is none while it is being written', () => {
    const { run, approvals } = newRun();
    fs.writeFileSync(path.join(approvals, '.4.3-draft.json'), '{"ver');
    expect(readApprovals(run)).toEqual({ given: [], odd: [] });
  });
});

describe('what is no approval is odd, and never stops the reading', () => {
  const whole = (go: ApprovalText) => JSON.stringify({ version: 1, ...go });
  const put = (file: string, text: string, mode = 0o640) => {
    fs.writeFileSync(file, text);
    fs.chmodSync(file, mode);
  };

  it.each<[string, string, (file: string, go: ApprovalText) => unknown]>([
    [
      'a link, even to an approval',
      'not-a-plain-file',
      (file, go) => {
        put(path.join(file, '..', '..', 'elsewhere'), whole(go));
        fs.symlinkSync('../elsewhere', file);
      },
    ],
    ['a link to nothing', 'not-a-plain-file', file => fs.symlinkSync('nowhere', file)],
    ['a link to a device', 'not-a-plain-file', file => fs.symlinkSync('/dev/zero', file)],
    [
      'a named pipe, without waiting for it',
      'not-a-plain-file',
      file => shell(self, `mkfifo '${file}'`),
    ],
    ['a folder', 'not-a-plain-file', file => fs.mkdirSync(file)],
    [
      'a hard link',
      'several-names',
      (file, go) => {
        put(path.join(file, '..', '..', 'elsewhere'), whole(go));
        fs.linkSync(path.join(file, '..', '..', 'elsewhere'), file);
      },
    ],
    ['more than 8 kB', 'too-large', file => put(file, ' '.repeat(8193))],
    ['far more', 'too-large', file => put(file, ' '.repeat(2 ** 22))],
    ['nothing', 'not-an-approval', file => put(file, '')],
    ['half of one', 'not-an-approval', (file, go) => put(file, whole(go).slice(0, -3))],
    ['bytes', 'not-an-approval', file => put(file, '\0\u{fffd}\0')],
    [
      'another version',
      'not-an-approval',
      (file, go) => put(file, JSON.stringify({ ...go, version: 2 })),
    ],
    [
      'another verdict',
      'not-an-approval',
      (file, go) => put(file, JSON.stringify({ version: 1, ...go, verdict: 'maybe' })),
    ],
    [
      'one that says who gave it',
      'not-an-approval',
      (file, go) => put(file, JSON.stringify({ version: 1, ...go, uid: 0, person: 'root' })),
    ],
    ['one of another run', 'other-run', (file, go) => put(file, whole({ ...go, run: 'another' }))],
    ['a file that others may write', 'wrong-rights', (file, go) => put(file, whole(go), 0o660)],
    ['a file made for something else', 'wrong-rights', (file, go) => put(file, whole(go), 0o600)],
    ['a program', 'wrong-rights', (file, go) => put(file, whole(go), 0o750)],
  ])('%s: %s', (_, why, make) => {
    const { run, approvals, go } = newRun();
    make(path.join(approvals, '4.3-odd.json'), go);
    const good = writeApproval(run, go);
    const { given, odd } = readApprovals(run);
    expect(odd).toEqual([{ file: '4.3-odd.json', why }]);
    expect(given.map(({ file }) => file)).toEqual([good]);
  });
});

describe('a run without a folder of approvals', () => {
  it('has none, and takes none until whoever drives has made it', () => {
    const { run, approvals, go } = newRun();
    fs.rmdirSync(approvals);
    expect(readApprovals(run)).toEqual({ given: [], odd: [] });
    expect(() => writeApproval(run, go)).toThrow(/knew no approvals.*must resume it once/);
    makeApprovals(run);
    makeApprovals(run);
    expect(modeOf(approvals)).toBe('0700');
    writeApproval(run, go);
    expect(readApprovals(run).given).toHaveLength(1);
  });

  it.each<[string, (at: string) => void]>([
    ['a link', at => fs.symlinkSync(folder(), at)],
    ['a file', at => fs.writeFileSync(at, '')],
  ])('nor with %s in its place', (_, plant) => {
    const { run, approvals, go } = newRun();
    fs.rmdirSync(approvals);
    plant(approvals);
    expect(() => writeApproval(run, go)).toThrow(/not a folder/);
    expect(readApprovals(run)).toEqual({ given: [], odd: [] });
  });
});
