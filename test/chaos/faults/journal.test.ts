import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RunSummary } from '../../../src/store/types.ts';
import { resume, stoppedRun } from './small-run.ts';

test('row 33: a torn last line is cut at the resume, kept aside, and said; the run goes on', async () => {
  const { home, run } = await stoppedRun();
  const journal = join(run.folder, 'journal.jsonl');
  const whole = readFileSync(journal);
  appendFileSync(journal, '{"type":"note.');

  const looked = await home.cli(['verify', '--lang', 'en']);
  expect(looked).toMatchObject({ code: 0 });
  expect(looked.stderr).toContain('incomplete (14 bytes)');
  expect(readFileSync(journal).length).toBe(whole.length + 14);

  const resumed = await home.cli(resume);
  expect(resumed).toMatchObject({ code: 1 });
  expect(resumed.stderr).toMatch(/incomplete line \(14 bytes\): cut, kept in \S+journal\.torn-\d+/);
  const [kept = ''] = readdirSync(run.folder).filter(name => name.startsWith('journal.torn-'));
  expect(readFileSync(join(run.folder, kept), 'utf8')).toBe('{"type":"note.');
  expect(readFileSync(journal).subarray(0, whole.length).equals(whole)).toBe(true);
  expect(run.journal().length).toBeGreaterThan(whole.toString().trim().split('\n').length);

  const verified = await home.cli(['verify', '--lang', 'en']);
  expect(verified).toMatchObject({ code: 0, stderr: '' });
});

const damages = {
  'a flipped bit': [
    3,
    (lines: string[]) => lines.with(2, lines[2]!.replace('"attempt":1', '"attempt":3')),
  ],
  'a deleted line': [4, (lines: string[]) => lines.toSpliced(3, 1)],
  'two swapped lines': [3, (lines: string[]) => lines.with(2, lines[3]!).with(3, lines[2]!)],
  'a line written twice': [5, (lines: string[]) => lines.toSpliced(4, 0, lines[3]!)],
  'rubbish in the middle': [2, (lines: string[]) => lines.toSpliced(1, 0, '{"half')],
} as const;

test.each(Object.entries(damages))(
  'row 34: %s is refused by resume and verify with its line, listed as damaged, and left as it is',
  async (_what, [line, spoil]) => {
    const { home, run } = await stoppedRun();
    const journal = join(run.folder, 'journal.jsonl');
    const lines = readFileSync(journal, 'utf8').trimEnd().split('\n');
    writeFileSync(journal, `${spoil(lines).join('\n')}\n`);
    const damaged = readFileSync(journal);

    for (const args of [
      ['resume', run.id, '--unattended'],
      ['verify', run.id],
    ]) {
      const { code, stderr } = await home.cli([...args, '--lang', 'en']);
      expect({ args, code }).toEqual({ args, code: 1 });
      expect(stderr).toMatch(new RegExp(`damaged.* line ${line}: `));
      expect(stderr).not.toMatch(/\n\s+at /);
    }
    const { runs } = JSON.parse((await home.cli(['runs', '--json'])).stdout) as {
      runs: RunSummary[];
    };
    expect(runs).toMatchObject([{ id: run.id, status: 'damaged' }]);
    expect(runs[0]?.damage).toContain(`line ${line}:`);
    expect((await home.cli(['runs', '--lang', 'en'])).stdout).toMatch(/ damaged /);
    expect(readFileSync(journal).equals(damaged)).toBe(true);
  },
);

test('row 34: a deleted last line is missed by the saved snapshot: refused', async () => {
  const { home, run } = await stoppedRun();
  const journal = join(run.folder, 'journal.jsonl');
  const lines = readFileSync(journal, 'utf8').trimEnd().split('\n');
  const rest = `${lines.slice(0, -1).join('\n')}\n`;
  writeFileSync(journal, rest);

  const { code, stderr } = await home.cli(resume);
  expect(code).toBe(1);
  expect(stderr).toContain(`line ${lines.length}: 1 acknowledged entries are gone`);
  expect(readFileSync(journal, 'utf8')).toBe(rest);
});
