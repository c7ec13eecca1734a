/** Whether days went by since the run was left. */
import { describe, expect, it } from 'vitest';
import type { Entry, Fact } from '../../../machines/entries.ts';
import { isAnotherDay } from '../../../src/cli/around/another-day.ts';
import { created, taken } from '../../machines/driver.ts';

const left = (why: 'detached' | 'crashed' | 'taken-over'): Fact => ({ type: 'helm.released', why });
const note: Fact = { type: 'note.added', text: 'x' };

/** A run told at these moments, opened at the last of them. */
function openedAfter(...told: [string, Fact][]) {
  const entries = told.map(([at, fact], seq): Entry => ({ ...fact, seq, at, by: 'ops@bastion' }));
  const now = Date.parse(told.at(-1)![0]) + 60_000;
  return { entries, now };
}

const is = (
  { entries, now }: ReturnType<typeof openedAfter>,
  schedule: 'absolute' | 'relative' = 'absolute',
  timezone = 'UTC',
): boolean => isAnotherDay({ entries, plan: { timezone }, environment: { schedule } }, now);

const monday = '2026-11-23T09:00:00.000Z';
const evening = '2026-11-23T23:30:00.000Z';
const friday = '2026-11-27T09:00:00.000Z';
const began: [string, Fact][] = [
  [monday, created],
  [monday, taken],
];

describe('another day', () => {
  it('is not the day of the beginning', () => {
    expect(is(openedAfter(...began))).toBe(false);
  });

  it('has come once the run is opened later', () => {
    expect(is(openedAfter(...began, [monday, left('detached')], [friday, taken]))).toBe(true);
  });

  it.each(['crashed', 'taken-over'] as const)(
    'has come after a cockpit that could not say that it let go: %s',
    why => {
      const run = openedAfter(...began, [monday, note], [friday, left(why)], [friday, taken]);
      expect(is(run)).toBe(true);
    },
  );

  it('has not come within the day, however the run was left', () => {
    expect(is(openedAfter(...began, [evening, left('crashed')], [evening, taken]))).toBe(false);
  });

  it("is counted in the plan's zone", () => {
    const run = openedAfter(...began, [monday, left('detached')], [evening, taken]);
    expect([is(run), is(run, 'absolute', 'Europe/Paris')]).toEqual([false, true]);
  });

  it('never comes in a rehearsal', () => {
    const run = openedAfter(...began, [monday, left('detached')], [friday, taken]);
    expect(is(run, 'relative')).toBe(false);
  });
});
