/** Which outputs are intact, and which nobody can tell of. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Entry, EntryOf } from '../../../machines/entries.ts';
import { verifyOutputs } from '../../../src/cli/verifying/outputs.ts';
import { createJobs } from '../../../src/jobs/jobs.ts';
import { temporaryFolder } from '../../store/temporary.ts';

const fresh = temporaryFolder();
let folder: string;
beforeEach(() => {
  folder = fresh();
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The output of a job, as a file. */
function output(job: string, text: string): string {
  const file = join(folder, job, 'output');
  fs.mkdirSync(join(file, '..'), { recursive: true });
  fs.writeFileSync(file, text);
  return file;
}

const entry = (seq: number, fact: object): Entry =>
  ({ at: '2026-12-01T05:00:00.000Z', by: 'bascule', step: '1.1', ...fact, seq }) as Entry;

const exit = (seq: number, job: string, size: number, more: Partial<EntryOf<'job.exited'>> = {}) =>
  entry(seq, { type: 'job.exited', job, code: 0, ok: true, size, exitedAt: '', ...more });

const verify = (...entries: Entry[]) => verifyOutputs(entries, createJobs({ folder }));

test('sealed outputs are checked, up to the exit; what still runs is not there yet', async () => {
  output('a', 'one\nlater\n');
  output('b', '');
  const found = await verify(
    exit(2, 'a', 4, { sha256: sha256('one\n') }),
    exit(4, 'b', 0, { sha256: sha256('') }),
    entry(5, { type: 'job.started', job: 'c' }),
  );
  expect(found).toEqual({ checked: 2, unrecorded: 0, interactive: 0, damaged: [] });
});

test('without a hash nobody can tell; of these, interactive ones never had an output', async () => {
  output('a', 'one\n');
  output('b', '');
  const started = entry(1, { type: 'job.started', job: 'b', interactive: true });
  expect(await verify(started, exit(2, 'a', 4), exit(3, 'b', 0))).toEqual({
    checked: 0,
    unrecorded: 2,
    interactive: 1,
    damaged: [],
  });
});

test('damage is told with its place in the journal, and does not hide the next', async () => {
  const changed = output('a', 'two\n');
  const short = output('b', 'o');
  const gone = join(folder, 'c', 'output');
  const found = await verify(
    exit(2, 'a', 4, { sha256: sha256('one\n') }),
    exit(4, 'b', 4, { sha256: sha256('one\n') }),
    exit(6, 'c', 4),
  );
  expect(found.damaged).toEqual([
    {
      job: 'a',
      line: 3,
      file: changed,
      why: 'changed',
      expected: sha256('one\n'),
      found: sha256('two\n'),
    },
    { job: 'b', line: 5, file: short, why: 'short', expected: '4', found: '1' },
    { job: 'c', line: 7, file: gone, why: 'missing' },
  ]);
});

test.each([
  ['a pipe', (file: string) => execFileSync('bash', ['-c', 'mkfifo "$0"', file])],
  ['a folder', (file: string) => fs.mkdirSync(file)],
  [
    'a link to what it was',
    (file: string) => {
      fs.writeFileSync(`${file}.kept`, 'one\n');
      fs.symlinkSync(`${file}.kept`, file);
    },
  ],
  ['a link to no end of zeros', (file: string) => fs.symlinkSync('/dev/zero', file)],
  ['a link to itself', (file: string) => fs.symlinkSync(file, file)],
])('%s in the place of an output is no output, and holds nobody up', async (_, plant) => {
  const file = output('a', '');
  fs.rmSync(file);
  plant(file);
  const { damaged } = await verify(exit(2, 'a', 4, { sha256: sha256('one\n') }));
  expect(damaged).toEqual([{ job: 'a', line: 3, file, why: 'not-a-file' }]);
});
