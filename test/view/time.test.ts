import { expect, test } from 'vitest';
import { wordsOf } from '../../src/locale/locale.ts';
import * as time from '../../src/view/schedule/time.ts';

const fr = wordsOf('fr');
const en = wordsOf('en');
const s = 1000;
const min = 60 * s;
const h = 60 * min;

test.each([
  [0, '00:00'],
  [281 * s, '04:41'],
  [h + 4 * min + 41 * s, '1:04:41'],
  [-5, '00:00'],
])('a stopwatch at %d ms reads %s', (ms, text) => {
  expect(time.stopwatch(ms)).toBe(text);
});

test.each([
  [12 * s, '12 s', '12 s'],
  [4 * min, '4 min', '4 min'],
  [9 * min + 58 * s, '9 min 58', '9 min 58'],
  [h + 12 * min + 30 * s, '1 h 12', '1 h 12'],
  [4 * h, '4 h', '4 h'],
  [51 * h, '2 j 3 h', '2 d 3 h'],
])('%d ms lasted %s', (ms, french, english) => {
  expect([time.lasting(ms, fr), time.lasting(ms, en)]).toEqual([french, english]);
});

test.each([
  [37 * min, '0 h 37', '37m', '+37 min'],
  [90 * min, '1 h 30', '1h30', '+1 h 30'],
  [4 * h, '4 h 00', '4h', '+4 h'],
  [59 * s, '0 h 00', '1m', ''],
  [72 * h, '72 h 00', '3d', '+3 j'],
])('%d ms as an outage, in a narrow column, as a delay', (ms, outage, compact, delay) => {
  expect([time.hoursMinutes(ms, fr), time.compact(ms), time.delay(ms, fr)]).toEqual([
    outage,
    compact,
    delay,
  ]);
});

test('being early is a delay with a minus', () => {
  expect(time.delay(-12 * min, fr)).toBe('-12 min');
});

test('clocks read in the zone, on both sides of a change', () => {
  const before = Date.parse('2026-10-25T00:59:59Z');
  expect(time.clockSeconds(before, 'Europe/Paris')).toBe('02:59:59');
  expect(time.clockSeconds(before + s, 'Europe/Paris')).toBe('02:00:00');
  expect(time.clock(before, 'Asia/Kathmandu')).toBe('06:44');
  expect(time.day(Date.parse('2026-12-01T23:30:00Z'), 'Europe/Paris')).toBe('2026-12-02');
});

test('an unknown zone counts as UTC rather than take the screen down', () => {
  expect(time.clock(Date.parse('2026-12-01T05:00:00Z'), 'Mars/Olympus')).toBe('05:00');
});
