import fc from 'fast-check';
import { expect, test } from 'vitest';
import { flow, widthOfSpans } from '../../../src/cockpit/text/flow.ts';
import type { Span } from '../../../src/cockpit/theme.ts';

const things = (...texts: string[]) => texts.map((text): Span[] => [{ text }]);
const texts = (rows: Span[][]) => rows.map(row => row.map(({ text }) => text).join(''));

test('as many things to a row as fit, none of them broken', () => {
  expect(texts(flow(things('sauvegarde', 'version', 'scripts'), 20, 9))).toEqual([
    'sauvegarde  version',
    'scripts',
  ]);
});

test('where there are too many, the last row says how many are left out', () => {
  expect(texts(flow(things('aaaa', 'bbbb', 'cccc', 'dddd'), 10, 1))).toEqual(['aaaa  +3']);
  expect(texts(flow(things('aaaa', 'bbbb'), 10, 1))).toEqual(['aaaa  bbbb']);
});

test('one that is wider than its row is cut, and the count of the others is not', () => {
  expect(texts(flow(things('a'.repeat(30), 'bbbb'), 12, 1))).toEqual([`${'a'.repeat(6)}…  +1`]);
});

test('no row is wider than asked, and everything is there or counted', () => {
  const thing = fc.string({ unit: fc.constantFrom('a', 'é'), minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(
      fc.array(thing, { maxLength: 12 }),
      fc.integer({ min: 16, max: 60 }),
      fc.integer({ min: 1, max: 4 }),
      (all, width, height) => {
        const rows = flow(things(...all), width, height);
        expect(rows.length).toBeLessThanOrEqual(height);
        for (const row of rows) expect(widthOfSpans(row)).toBeLessThanOrEqual(width);
        const said = texts(rows).join('  ');
        const left = Number(/\+(\d+)$/.exec(said)?.[1] ?? 0);
        const shown = said.split('  ').filter(part => part !== '' && !part.startsWith('+'));
        expect(shown.length + left).toBe(all.length);
      },
    ),
  );
});
