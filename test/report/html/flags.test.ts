/** Labels of the signs above the Gantt: readable, or left out. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Flag, type Placed, placeFlags } from '../../../src/report/html/gantt/flags.ts';

const flag = (x: number, width = 100, weight = 1): Flag => ({ x, width, weight });

function spanOf({ flag: { x, width }, leftward }: Placed<Flag>) {
  return leftward ? { from: x - width, to: x } : { from: x, to: x + width };
}

test('signs far apart share the lowest lane', () => {
  const placed = placeFlags([flag(300), flag(600)], 960, 5);
  expect(placed.map(({ lane, labelled }) => [lane, labelled])).toEqual([
    [0, true],
    [0, true],
  ]);
});

test('a NO-GO and the rollback decided a minute later both keep their label', () => {
  const placed = placeFlags([flag(850), flag(852), flag(930)], 960, 5);
  expect(placed.every(({ labelled }) => labelled)).toBe(true);
  expect(new Set(placed.map(({ lane }) => lane)).size).toBeGreaterThan(1);
});

test('where there is no room for all, what weighs most is labelled', () => {
  const crowd = Array.from({ length: 30 }, (_, at) => flag(400 + at, 300));
  const placed = placeFlags([...crowd, flag(415, 300, 5)], 960, 2);
  expect(placed.at(-1)!.labelled).toBe(true);
  expect(placed.filter(({ labelled }) => labelled).length).toBeLessThan(placed.length);
});

test('no label meets another, nor a line that goes down, nor the edge', () => {
  const flags = fc.array(
    fc.record({
      x: fc.integer({ min: 252, max: 936 }),
      width: fc.integer({ min: 20, max: 240 }),
      weight: fc.constantFrom(1, 3, 5),
    }),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(flags, given => {
      const placed = placeFlags(given, 960, 5);
      expect(placed.map(each => each.flag)).toEqual(given);
      const shown = placed.filter(({ labelled }) => labelled);
      for (const one of shown) {
        const { from, to } = spanOf(one);
        expect(from >= 0 && to <= 960).toBe(true);
        for (const other of shown) {
          if (one === other) continue;
          const beside = spanOf(other);
          if (one.lane === other.lane) expect(from >= beside.to || beside.from >= to).toBe(true);
          if (other.lane > one.lane) expect(other.flag.x > from && other.flag.x < to).toBe(false);
        }
      }
    }),
  );
});
