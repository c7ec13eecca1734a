import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isRoot } from '../../store/temporary.ts';
import { type Home, openHome } from '../../terminal/end-to-end/support/program.ts';
import { resume, small, stoppedRun } from './small-run.ts';

/** Root writes wherever the kernel lets it: only the kernel's own folders refuse. */
const readOnly = (home: Home): string => {
  if (isRoot) return '/sys/bascule';
  const folder = join(home.folder, 'sealed');
  mkdirSync(folder);
  chmodSync(folder, 0o500);
  return join(folder, 'home');
};

const linked = (home: Home): string => {
  mkdirSync(join(home.folder, 'real'), { mode: 0o700 });
  symlinkSync(join(home.folder, 'real'), join(home.folder, 'link'));
  return join(home.folder, 'link');
};

const open = (home: Home): string => {
  mkdirSync(join(home.folder, 'open'));
  chmodSync(join(home.folder, 'open'), 0o777);
  return join(home.folder, 'open');
};

const plain = (home: Home): string => {
  writeFileSync(join(home.folder, 'plain'), '');
  return join(home.folder, 'plain');
};

const foreign = (home: Home): string => {
  mkdirSync(join(home.folder, 'foreign'));
  chownSync(join(home.folder, 'foreign'), 65_534, 65_534);
  return join(home.folder, 'foreign');
};

interface Place {
  what: string;
  of: (home: Home) => string;
  why: RegExp;
}

const places: readonly Place[] = [
  { what: 'read-only', of: readOnly, why: /permission denied|read-only/ },
  { what: 'a symbolic link', of: linked, why: /symbolic link/ },
  { what: 'open to everybody', of: open, why: /other users may write/ },
  { what: 'a plain file', of: plain, why: /not a folder/ },
  ...(isRoot ? [{ what: 'another user’s', of: foreign, why: /another user/ }] : []),
];

test.each(places)(
  'row 45: a home that is $what is refused: the path, why, and what to do',
  ({ of, why }) => {
    const home = openHome();
    const path = of(home);
    // The home is the last argument.
    const [file = '', ...args] = home.commandLine(small(home)).slice(0, -1);
    const { status, stdout, stderr } = spawnSync(file, [...args, path], { encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(path);
    expect(stderr).toMatch(why);
    expect(stderr).toMatch(/--home|chmod|Check/);
    expect(stderr).not.toMatch(/\n\s+at /);
  },
);

test('row 45: a journal that became a link is not followed', async () => {
  const { home, run } = await stoppedRun();
  const journal = join(run.folder, 'journal.jsonl');
  renameSync(journal, join(home.folder, 'elsewhere'));
  symlinkSync(join(home.folder, 'elsewhere'), journal);
  const { code, stderr } = await home.cli([...resume, run.id]);
  expect(code).toBe(1);
  expect(stderr).toMatch(/journal\.jsonl.* link/);
});
