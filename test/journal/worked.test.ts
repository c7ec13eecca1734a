import { expect, test } from 'vitest';
import type { Entry, Fact } from '../../machines/entries.ts';
import { workedUntil } from '../../src/journal/worked.ts';

const minute = 60_000;
const start = Date.parse('2026-12-01T05:00:00.000Z');
const timeAt = (at: number) => new Date(start + at * minute).toISOString();

/** Facts, each at so many minutes from the first. */
function worked(...facts: [at: number, fact: Fact][]): number[] {
  const entries = facts.map(
    ([at, fact], seq): Entry => ({ ...fact, seq, at: timeAt(at), by: 'ops@b' }),
  );
  return workedUntil(entries).map(time => time / minute);
}

const helm = { operator: 'ops', host: 'b', pid: 1, terminal: 't' };
const taken: Fact = { type: 'helm.taken', helm };
const left: Fact = { type: 'helm.released', why: 'detached' };
const held: Fact = { type: 'run.held', reason: 'repas' };
const resumed: Fact = { type: 'run.resumed' };
const base = { step: 'R.1', command: 0, attempt: 1, script: 'x', host: 'b' };
const started = (job: string, adhoc?: string): Fact => ({
  type: 'job.started',
  ...base,
  job,
  ...(adhoc !== undefined && { adhoc, command: -1 }),
});
const exited = (job: string, at: number, away = false): Fact => ({
  type: 'job.exited',
  job,
  step: 'R.1',
  code: 0,
  ok: true,
  size: 0,
  exitedAt: timeAt(at),
  ...(away && { away }),
});

test('time counts while somebody holds the helm of a run that is not on hold', () => {
  expect(
    worked([0, taken], [5, held], [60, resumed], [62, left], [99, taken], [100, left]),
  ).toEqual([0, 5, 5, 7, 7, 8]);
});

test('it counts while a command runs, whoever looks; not until its end was found', () => {
  const times = worked(
    [0, taken],
    [1, started('a')],
    [2, left],
    [99, taken],
    [99, exited('a', 40, true)],
  );
  expect(times).toEqual([0, 1, 2, 40, 40]);
});

test('a short command beside a long one does not end it', () => {
  const beside = [3, started('b', 'df')] as [number, Fact];
  const ends = [99, exited('b', 4, true)] as [number, Fact];
  const times = worked(
    [0, taken],
    [1, started('a')],
    beside,
    [3, left],
    [99, taken],
    [99, exited('a', 40, true)],
    ends,
  );
  expect(times).toEqual([0, 1, 3, 3, 40, 40, 40]);
});

test('nor does one whose end nobody knows', () => {
  const times = worked(
    [0, taken],
    [1, started('a')],
    [2, started('b', 'df')],
    [2, left],
    [50, exited('a', 40, true)],
  );
  expect(times.at(-1)).toBe(40);
});
