import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { StoreRefused } from '../../src/store/refusal.ts';
import { createRunFolder, runPaths, runsFolder } from '../../src/store/run-folder.ts';
import { isRoot, temporaryFolder, thrownBy } from './temporary.ts';

const folder = temporaryFolder();
const name = { date: '2026-12-01', slug: 'ops-bail-mobilite', environment: 'production' };
const files = { plan: '# Plan\n', environment: 'name: production\n' };
const mode = (file: string) => fs.statSync(file).mode & 0o777;
const refused = (home: string) => {
  const error = thrownBy(() => createRunFolder(home, name, files));
  expect(error).toBeInstanceOf(StoreRefused);
  return error as StoreRefused;
};

describe('createRunFolder', () => {
  it('makes a self-contained folder that only its owner can read, down to a home that did not exist', () => {
    const home = path.join(folder(), 'state', 'bascule');
    const run = createRunFolder(home, name, files);
    const paths = runPaths(run);
    expect(run).toBe(path.join(home, 'runs', '2026-12-01-ops-bail-mobilite-production'));
    expect(fs.readFileSync(paths.plan, 'utf8')).toBe(files.plan);
    expect(fs.readFileSync(paths.environment, 'utf8')).toBe(files.environment);
    expect([home, runsFolder(home), run, paths.jobs].map(mode)).toEqual([
      0o700, 0o700, 0o700, 0o700,
    ]);
    expect([paths.plan, paths.environment].map(mode)).toEqual([0o600, 0o600]);
  });

  it('numbers the second and third run of the same day', () => {
    const home = folder();
    const names = [1, 2, 3].map(() => path.basename(createRunFolder(home, name, files)));
    const first = '2026-12-01-ops-bail-mobilite-production';
    expect(names).toEqual([first, `${first}-2`, `${first}-3`]);
    expect(fs.readdirSync(runsFolder(home)).sort()).toEqual([...names].sort());
  });

  it.each(['../../etc', 'a/b', 'a b', 'a\0b', 'a\nb'])('refuses the name %j', slug => {
    const home = folder();
    expect(() => createRunFolder(home, { ...name, slug }, files)).toThrow(StoreRefused);
    expect(fs.readdirSync(home)).toEqual([]);
  });

  it('leaves nothing behind when it fails', () => {
    const home = folder();
    const slug = 'x'.repeat(300);
    expect(() => createRunFolder(home, { ...name, slug }, files)).toThrow(/name is too long/);
    expect(fs.readdirSync(runsFolder(home))).toEqual([]);
  });
});

describe('FAULTS 45: a home that cannot be trusted', () => {
  it('refuses a planted link, for the home and for its runs', () => {
    const elsewhere = folder();
    const link = path.join(folder(), 'home');
    fs.symlinkSync(elsewhere, link);
    expect(refused(link).message).toMatch(/symbolic link.*--home/);
    const home = folder();
    fs.symlinkSync(elsewhere, path.join(home, 'runs'));
    expect(refused(home).file).toBe(path.join(home, 'runs'));
    fs.symlinkSync('/nowhere', path.join(elsewhere, 'dangling'));
    expect(refused(path.join(elsewhere, 'dangling')).why).toMatch(/symbolic link/);
    expect(fs.readdirSync(elsewhere)).toEqual(['dangling']);
  });

  it('goes round a link planted under the name of the run', () => {
    const home = folder();
    const elsewhere = folder();
    fs.mkdirSync(runsFolder(home), { mode: 0o700 });
    fs.symlinkSync(
      elsewhere,
      path.join(runsFolder(home), '2026-12-01-ops-bail-mobilite-production'),
    );
    expect(createRunFolder(home, name, files)).toMatch(/production-2$/);
    expect(fs.readdirSync(elsewhere)).toEqual([]);
  });

  it.each([0o770, 0o707, 0o777])('refuses one that others may write in (%o)', bits => {
    const home = folder();
    fs.chmodSync(home, bits);
    expect(refused(home).remedy).toMatch(/chmod go-w/);
  });

  it('accepts a shared one where others cannot replace our files', () => {
    const home = folder();
    fs.chmodSync(home, 0o1777);
    expect(createRunFolder(home, name, files)).toMatch(/production$/);
  });

  it.runIf(isRoot)('refuses one of another user', () => {
    const home = folder();
    fs.chownSync(home, 12345, 12345);
    expect(refused(home).message).toMatch(/uid 12345/);
  });

  it('refuses a file in its place', () => {
    const home = path.join(folder(), 'home');
    fs.writeFileSync(home, '');
    expect(refused(home).why).toBe('it is not a folder');
    expect(refused(path.join(home, 'below')).message).toMatch(/not a folder/);
  });

  it.skipIf(isRoot)('refuses one that may not be written', () => {
    const home = folder();
    fs.chmodSync(home, 0o500);
    expect(refused(home).why).toBe('permission denied');
    fs.chmodSync(home, 0o700);
  });

  it.runIf(isRoot)('refuses one on a read-only file system', context => {
    const home = folder();
    const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro,mode=700', 'tmpfs', home]);
    if (mount.status !== 0) return context.skip('this machine does not let us mount');
    try {
      expect(refused(home).message).toMatch(/read-only file system.*--home/);
    } finally {
      spawnSync('umount', [home]);
    }
  });
});
