import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { axisOf } from '../../../src/view/playback/axis.ts';

const minute = 60_000;
/** Three minutes of work, a night, one minute of work. */
const night = [0, minute, 3 * minute, 600 * minute, 601 * minute];

test('time in which nothing happens counts for two minutes at most', () => {
  const { toRatio } = axisOf(night);
  expect(night.map(at => toRatio(at) * 6)).toEqual([0, 1, 3, 5, 6]);
  // The middle of the night.
  expect(toRatio(301.5 * minute) * 6).toBeCloseTo(4);
});

test('instants outside the run are at its ends', () => {
  const { toRatio } = axisOf(night);
  expect([toRatio(-minute), toRatio(700 * minute)]).toEqual([0, 1]);
});

test('going along it crosses a night in two minutes, and stops at the ends', () => {
  const { along } = axisOf(night);
  expect(along(2 * minute, 10_000)).toBe(2 * minute + 10_000);
  expect(along(2 * minute, 3 * minute)).toBe(600 * minute);
  expect(along(600 * minute, -2 * minute)).toBe(3 * minute);
  expect([along(minute, -5 * minute), along(minute, 60 * minute)]).toEqual([0, 601 * minute]);
});

test('a run of one instant has an axis too', () => {
  const { toRatio, atRatio, along } = axisOf([5]);
  expect([toRatio(5), atRatio(0.5), along(5, minute)]).toEqual([0, 5, 5]);
});

describe('of any run', () => {
  const happenings = fc
    .array(fc.nat({ max: 40 * minute }), { minLength: 2, maxLength: 30 })
    .map(gaps => gaps.map((_, at) => gaps.slice(0, at + 1).reduce((sum, gap) => sum + gap, 0)))
    .filter(times => times[0]! < times.at(-1)!);

  it('the axis goes from 0 to 1 without going back, and leads back to where one was', () => {
    fc.assert(
      fc.property(
        happenings,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (times, some) => {
          const { toRatio, atRatio } = axisOf(times);
          expect([toRatio(times[0]!), toRatio(times.at(-1)!)]).toEqual([0, 1]);
          const ratios = some.toSorted((a, b) => a - b);
          const instants = ratios.map(atRatio);
          expect(instants).toEqual(instants.toSorted((a, b) => a - b));
          for (const [at, instant] of instants.entries())
            expect(toRatio(instant)).toBeCloseTo(ratios[at]!, 6);
        },
      ),
    );
  });
});
