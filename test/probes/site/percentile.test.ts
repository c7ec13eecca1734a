import fc from 'fast-check';
import { expect, it } from 'vitest';
import { percentile } from '../../../src/probes/site/percentile.ts';

it.each([
  [50, 35],
  [95, 50],
  [40, 20],
  [41, 35],
  [0, 15],
  [100, 50],
])('p%d of 15, 20, 35, 40, 50 by nearest rank', (percent, expected) => {
  const values = [35, 15, 50, 20, 40];
  expect(percentile(values, percent)).toBe(expected);
  expect(values).toEqual([35, 15, 50, 20, 40]);
});

it('is one of the values, and as many as it says are no greater', () => {
  const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 100 }), (numbers, percent) => {
      const found = percentile(numbers, percent);
      expect(numbers).toContain(found);
      const within = numbers.filter(number => number <= found).length;
      expect(within).toBeGreaterThanOrEqual((percent / 100) * numbers.length);
    }),
  );
});

it('is refused where there is nothing', () => {
  expect(() => percentile([], 95)).toThrow(RangeError);
});
