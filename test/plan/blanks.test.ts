import { expect, test } from 'vitest';
import { blanksOf, isBlank } from '../../src/plan/blanks.ts';

test.each([
  ['[Nom]'],
  ['+33 X XX XX XX XX'],
  ['{{contact}}'],
  ['<PHONE_NUMBER>'],
  ['YOUR_NAME'],
  ['à définir'],
  ['TBD'],
  ['-'],
  [''],
  ['astreinte : [numéro]'],
])('%j is left to be filled in', text => {
  expect(isBlank(text)).toBe(true);
});

test.each([['poste 4101'], ['#release'], ['engineering@example.org'], ['XXL'], ['[guide](g.md)']])(
  '%j is not',
  text => {
    expect(isBlank(text)).toBe(false);
  },
);

test('each blank of a text is named once, as written', () => {
  expect(blanksOf('[lien] {{lien}} [lien] [x] ![image] [t](u) C[i]')).toEqual([
    '[lien]',
    '{{lien}}',
  ]);
});
