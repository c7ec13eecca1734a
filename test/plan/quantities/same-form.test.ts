import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inSameForm } from '../../../src/plan/quantities/same-form.ts';
import { durationIn } from '../../../src/plan/quantities/time.ts';

it.each([
  ['90 min', 100, '100 min'],
  ['5min', 8, '8min'],
  ['5 mn', 8, '8 mn'],
  ['5 min.', 8, '8 min.'],
  ['1 minute', 12, '12 minutes'],
  ['5 minutes', 1, '1 minute'],
  ['10 mins', 1, '1 mins'],
  ['1h30', 100, '1h40'],
  ['1h30', 65, '1h05'],
  ['1h30', 120, '2h'],
  ['1 h 30', 100, '1 h 40'],
  ['1 h', 100, '1 h 40'],
  ['1h', 45, '45 min'],
  ['1h30min', 100, '1h40min'],
  ['1h30min', 180, '3h'],
  ['1 heure', 120, '2 heures'],
  ['2 heures', 60, '1 heure'],
  ['2 heures', 150, '2 heures 30 min'],
  ['1 hour', 95, '1 hour 35 min'],
  ['2 hrs', 60, '1 hr'],
])('%s, as %i minutes: %s', (figure, minutes, fresh) => {
  expect(inSameForm(figure, minutes)).toBe(fresh);
});

it.each([
  ['90 min', 10_000],
  ['1h30', 70_000],
  ['soon', 10],
])('%s cannot say %i minutes', (figure, minutes) => {
  expect(inSameForm(figure, minutes)).toBeNull();
});

it('what it writes is read as what it was asked for, and can be written anew', () => {
  const figures = fc.constantFrom('90 min', '5mn', '1h', '1 h 05', '3 heures', '1hr10m', '2 hours');
  fc.assert(
    fc.property(figures, fc.integer({ min: 1, max: 5000 }), (figure, minutes) => {
      const fresh = inSameForm(figure, minutes)!;
      expect(durationIn(`(~ ${fresh} )`)).toMatchObject({ minutes, figure: fresh });
      expect(inSameForm(fresh, minutes)).toBe(fresh);
    }),
  );
});
