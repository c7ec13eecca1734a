/** Hours, lengths and sizes as a report writes them. */
import { describe, expect, test } from 'vitest';
import { figureLines } from '../../src/report/figure-list.ts';
import {
  boundsText,
  fullText,
  lengthText,
  longDate,
  minuteText,
  readingOf,
  secondText,
  sizeText,
  spanText,
} from '../../src/report/reading.ts';
import { at, ms } from './sample/clock.ts';
import { sampleReport } from './sample.ts';

const french = readingOf(sampleReport());
const english = readingOf(sampleReport({ language: 'en' }));

describe('hours', () => {
  test('are those of the run’s zone, alone on J, with their date on other days', () => {
    expect(secondText(french, '2026-12-01T06:02:30.000Z')).toBe('07:02:30');
    expect(secondText(french, at('2026-11-24 09:00'))).toBe('24/11 09:00:00');
    expect(minuteText(french, ms('00:00'))).toBe('00:00');
  });

  test('a span says its second date only when it is another', () => {
    expect(spanText(french, { from: ms('06:30'), to: ms('07:15') })).toBe('06:30–07:15');
    const night = { from: ms('2026-11-30 22:00'), to: ms('06:00') };
    expect(spanText(french, night)).toBe('30/11 22:00–06:00');
    const early = { from: ms('2026-11-30 15:00'), to: ms('2026-11-30 16:00') };
    expect(spanText(french, early)).toBe('30/11 15:00–16:00');
    expect(spanText(french, null)).toBe('');
  });

  test('a span within a minute is told to the second, a moment once', () => {
    expect(spanText(french, { from: ms('06:30:02'), to: ms('06:30:41') })).toBe(
      '06:30:02–06:30:41',
    );
    expect(spanText(french, { from: ms('06:30:02'), to: ms('06:30:02') + 400 })).toBe('06:30:02');
    expect(spanText(french, { from: ms('06:45'), to: ms('06:45') })).toBe('06:45');
    expect(boundsText(french, { from: ms('06:30'), to: ms('2026-12-02 06:30') })).toEqual([
      '06:30',
      '02/12 06:30',
    ]);
  });

  test('the day of a moment is that of the zone', () => {
    expect(fullText(french, '2026-12-01T23:30:00.000Z')).toBe('mercredi 2 décembre 2026, 00:30:00');
  });

  test('dates are written out', () => {
    expect(longDate(french, '2026-12-01')).toBe('mardi 1er décembre 2026');
    expect(longDate(english, '2026-12-01')).toBe('Tuesday 1 December 2026');
    expect(longDate(french, 'pas une date')).toBe('pas une date');
  });
});

test.each([
  [0, '0 o', '0 B'],
  [999, '999 o', '999 B'],
  [1_284, '1,3 ko', '1.3 kB'],
  [20_000, '20 ko', '20 kB'],
  [999_700, '1 Mo', '1 MB'],
  [150_000_000, '150 Mo', '150 MB'],
])('%i bytes', (bytes, fr, en) => {
  expect([sizeText(french, bytes), sizeText(english, bytes)]).toEqual([fr, en]);
});

test('what did not happen has no length', () => {
  expect(lengthText(french, null)).toBe('sans objet');
  expect(lengthText(english, null)).toBe('n/a');
  expect(lengthText(french, 0)).toBe('0 s');
  expect(lengthText(french, 400)).toBe('< 1 s');
  expect(lengthText(french, 598_000)).toBe('9 min 58');
});

test('every figure of the JSON has a line', () => {
  const { figures } = french.report;
  const lines = figureLines(french, figures);
  expect(lines.map(({ name }) => name).sort()).toEqual(Object.keys(figures).sort());
  expect(lines.find(({ name }) => name === 'outage')).toMatchObject({
    label: 'Coupure du service',
    text: '3 h 05',
  });
});
