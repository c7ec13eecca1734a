import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { nextSpeed, playedOn, stretchAt, untilNext } from '../../../src/sources/playing/pace.ts';

const second = 1000;
/** Something every ten seconds, then nothing for an hour, then once more. */
const lived = [0, 10, 20, 3620, 3630].map(at => at * second);

test('time goes by at the speed, and never for more than two seconds through nothing', () => {
  expect(playedOn(lived, 0, 10, 500)).toBe(5 * second);
  expect(playedOn(lived, 0, 10, 2000)).toBe(20 * second);
  expect(playedOn(lived, 0, 10, 3000)).toBe(1820 * second);
  expect(playedOn(lived, 0, 10, 4000)).toBe(3620 * second);
  expect(playedOn(lived, 0, 10, 5000)).toBe(3630 * second);
  expect(playedOn(lived, 0, 10, 999_999)).toBe(3630 * second);
});

test('from the middle of an idle stretch, the rest of it takes its share', () => {
  expect(playedOn(lived, 1820 * second, 10, 1000)).toBe(3620 * second);
  expect(untilNext(lived, 1820 * second, 10)).toBe(1000);
  expect(untilNext(lived, 15 * second, 10)).toBe(500);
  expect(untilNext(lived, 3630 * second, 10)).toBeNull();
});

test('how long is idle depends on the speed', () => {
  expect(stretchAt(lived, 5 * second, 5)).toEqual({ end: 10_000, length: 10_000, idle: false });
  expect(stretchAt(lived, 5 * second, 4)).toMatchObject({ idle: true });
  expect(stretchAt(lived, 30 * second, 600)).toMatchObject({ length: 3_600_000, idle: true });
  expect(stretchAt(lived, 3630 * second, 1)).toBeNull();
});

test('the speeds, up and down', () => {
  const up = Array.from({ length: 8 }).reduce<number[]>(
    speeds => [...speeds, nextSpeed(speeds.at(-1)!, 1)],
    [1],
  );
  expect(up).toEqual([1, 2, 5, 10, 30, 60, 120, 300, 600]);
  expect(up.map(speed => nextSpeed(speed, -1))).toEqual([1, 1, 2, 5, 10, 30, 60, 120, 300]);
});

describe('playing any run', () => {
  const happenings = fc
    .array(fc.integer({ min: 0, max: 5_000_000 }), { minLength: 1, maxLength: 20 })
    .map(times => times.toSorted((a, b) => a - b));
  const speed = fc.integer({ min: 1, max: 600 });
  const ms = fc.integer({ min: 0, max: 5_000 });

  it('makes no difference how often one looks', () => {
    fc.assert(
      fc.property(happenings, speed, fc.array(ms, { maxLength: 10 }), (times, speed, looks) => {
        const begin = times[0]!;
        const whole = looks.reduce((sum, one) => sum + one, 0);
        const inPieces = looks.reduce((at, elapsed) => playedOn(times, at, speed, elapsed), begin);
        expect(inPieces).toBeCloseTo(playedOn(times, begin, speed, whole), 3);
      }),
    );
  });

  it('ends, after two seconds for each of its stretches at most', () => {
    fc.assert(
      fc.property(happenings, speed, (times, speed) => {
        const longest = (times.length - 1) * 2000;
        expect(playedOn(times, times[0]!, speed, longest + 1)).toBe(times.at(-1));
      }),
    );
  });
});
