import { describe, expect, test } from 'vitest';
import { soughtAt } from '../../../src/view/playback/seek.ts';
import { onTheDay, recordedDays } from './two-days.ts';

/** From 09:00 the day before to 07:20 on the day, in Paris. */
const days = recordedDays();
const evening = Date.parse('2026-11-30T17:00:00+01:00');
const morning = onTheDay('06:40:00');

/** As an ISO time in Paris, or why not. */
function sought(text: string, from = morning): string {
  const found = soughtAt(days, from, text);
  if ('why' in found) return found.why;
  return new Date(found.at + 3_600_000).toISOString().slice(0, 23);
}

describe('a distance goes by the clock of the run, and stops at its ends', () => {
  test.each([
    ['+10m', '2026-12-01T06:50:00.000'],
    ['+5 min', '2026-12-01T06:45:00.000'],
    ['-30s', '2026-12-01T06:39:30.000'],
    ['-1h10', null],
    ['-1h10m', '2026-12-01T05:30:00.000'],
    ['−2h', '2026-12-01T04:40:00.000'],
    ['+3h', '2026-12-01T07:20:00.000'],
    ['-1j', '2026-11-30T09:00:00.000'],
    ['-1d', '2026-11-30T09:00:00.000'],
  ])('%s', (text, at) => {
    if (at === null) expect(sought(text)).toMatch(/ni une heure ni un écart/);
    else expect(sought(text)).toBe(at);
  });
});

describe('a part of the whole is one of the scrubber', () => {
  test.each(['0%', '50%', '12,5 %', '12.5%', '100 %'])('%s', text => {
    const share = Number(text.replace(',', '.').replace('%', '')) / 100;
    const found = soughtAt(days, morning, text);
    expect(found).toEqual({ at: days.axis.atRatio(share) });
  });

  test('no more than all of it', () => {
    expect(sought('101%')).toMatch(/ni une heure/);
  });
});

describe('a time of the clock', () => {
  test.each([
    ['the next such time', '06:50', evening, '2026-12-01T06:50:00.000'],
    ['on the same day', '18:30', evening, '2026-11-30T18:30:00.000'],
    ['the last one before, where none comes', '06:30', morning, '2026-12-01T06:30:00.000'],
    ['the last one before, the day before', '17:00', morning, '2026-11-30T17:00:00.000'],
    ['to the second: what happened in it is seen', '06:45:00', morning, '2026-12-01T06:45:00.999'],
    ['as some write it', '6h50', morning, '2026-12-01T06:50:00.000'],
    ['with a blank around', '  06:50 ', morning, '2026-12-01T06:50:00.000'],
    ['the second in which the run ended', '07:20:00', morning, '2026-12-01T07:20:00.000'],
  ])('%s', (_, text, from, at) => {
    expect(sought(text, from)).toBe(at);
  });

  test('on a day that is named', () => {
    expect(sought('J-1 17:00')).toBe('2026-11-30T17:00:00.000');
    expect(sought('jour J 06:20', evening)).toBe('2026-12-01T06:20:00.000');
    expect(sought('D-1 09:30:15')).toBe('2026-11-30T09:30:15.999');
    expect(sought('d-day 06:20', evening)).toBe('2026-12-01T06:20:00.000');
    expect(sought('J 06:20', evening)).toBe('2026-12-01T06:20:00.000');
    expect(sought('2026-11-30 17:00')).toBe('2026-11-30T17:00:00.000');
  });

  test.each(['08:00', 'J+1 08:00', 'J-1 08:30', '2025-01-01 06:50'])('%s is outside', text => {
    expect(sought(text)).toBe(
      `« ${text} » est hors de l'exécution, qui va de J-1 09:00:00 à Jour J 07:20:00.`,
    );
  });
});

test.each(['', 'demain', '25:00', '07:61', '7', '+', '+10', 'J+1', '-5x', '2026-13-01 07:00'])(
  '« %s » is nothing that one can go to',
  text => {
    expect(sought(text)).toBe(
      `« ${text} » : ni une heure ni un écart. Par exemple 07:45, 07:45:10, +10m, -30s, 50 %, J+1 08:00.`,
    );
  },
);

test('in English, and safe to draw', () => {
  const english = recordedDays('en');
  expect(soughtAt(english, morning, 'now\u001b[2J')).toEqual({
    why: expect.stringMatching(
      /^“now[^\u001b]*” is neither a time nor a distance\..*D\+1 08:00\.$/,
    ),
  });
  expect(soughtAt(english, morning, '08:00')).toEqual({
    why: '“08:00” is outside the run, which goes from D-1 09:00:00 to D-day 07:20:00.',
  });
});
