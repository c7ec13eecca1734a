import { expect, test } from 'vitest';
import type { Entry } from '../../machines/entries.ts';
import { instantsOf, lastUpTo } from '../../src/journal/instants.ts';

const entriesAt = (...times: string[]): Entry[] =>
  times.map((at, seq) => ({
    type: 'run.resumed',
    seq,
    at: `2026-12-01T${at}Z`,
    by: 'ops@bastion',
  }));

test('entries happen when they were journaled, and a clock that was set back undoes nothing', () => {
  const entries = entriesAt('07:00:00.000', '07:00:05.250', '06:59:00.000', '07:01:00.000');
  const start = Date.parse('2026-12-01T07:00:00Z');
  expect(instantsOf(entries).map(at => at - start)).toEqual([0, 5250, 5250, 60_000]);
});

test.each([
  [9, -1],
  [10, 0],
  [15, 0],
  [20, 2],
  [29.9, 2],
  [30, 3],
  [99, 3],
])('the last of 10, 20, 20, 30 up to %d stands at %d', (at, position) => {
  expect(lastUpTo([10, 20, 20, 30], at)).toBe(position);
});

test('nothing stands before nothing', () => {
  expect(lastUpTo([], 10)).toBe(-1);
});
