import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { cell, wrapTo } from '../../../src/cockpit/text/fit.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('été à 本番', '→ 本', '«…»'),
);

test('a cell is exactly as wide as asked, whatever is in it, in ASCII too', () => {
  fc.assert(
    fc.property(
      anyText,
      fc.integer({ min: 0, max: 30 }),
      fc.boolean(),
      fc.boolean(),
      (text, width, ascii, right) => {
        const made = cell(text, width, { ascii, right });
        expect(stringWidth(made)).toBe(width);
        if (ascii) expect(made).toMatch(/^[\x20-\x7e]*$/);
      },
    ),
  );
});

test('figures stand at the right of their cell', () => {
  expect(cell('+3 min', 8, { right: true })).toBe('  +3 min');
  expect(cell('Déploiement', 6)).toBe('Déplo…');
});

test('wrapped to a height, what is left is cut at the end and nothing goes unsaid', () => {
  expect(wrapTo('un deux trois quatre', 9, 3)).toEqual(['un deux', 'trois', 'quatre']);
  expect(wrapTo('un deux trois quatre', 9, 2)).toEqual(['un deux', 'trois qu…']);
  expect(wrapTo('un', 9, 0)).toEqual([]);
});
