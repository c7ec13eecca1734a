import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sparkline } from '../../../../src/view/dossier/metrics/sparkline.ts';

test.each<[string, number[], number, string, string]>([
  ['from the lowest to the highest', [1, 2, 3, 4, 5, 6, 7, 8], 8, '▁▂▃▄▅▆▇█', '.:-=+*##'],
  ['the latest, where there are more', [9, 1, 2], 2, '▁█', '.#'],
  ['in the middle, where all are equal', [5, 5, 5], 3, '▅▅▅', '==='],
  ['one', [5], 3, '▅', '='],
  ['nothing', [], 3, '', ''],
  ['no room', [1, 2], 0, '', ''],
  ['what is no number is left out', [1, Number.NaN, 2], 3, '▁█', '.#'],
  ['below zero', [-2, 0, -1], 3, '▁█▅', '.#='],
])('%s', (_, values, width, bars, ascii) => {
  expect(sparkline(values, width, false)).toBe(bars);
  expect(sparkline(values, width, true)).toBe(ascii);
});

test('as many bars as figures, none wider than its room', () => {
  const values = fc.array(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }),
  );
  fc.assert(
    fc.property(values, fc.nat(50), fc.boolean(), (figures, width, ascii) => {
      const line = sparkline(figures, width, ascii);
      expect([...line]).toHaveLength(Math.min(figures.length, width));
      expect(line).toMatch(ascii ? /^[.:=+*#-]*$/ : /^[▁-█]*$/);
    }),
  );
});
