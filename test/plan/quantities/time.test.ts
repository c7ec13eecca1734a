import { describe, expect, it } from 'vitest';
import {
  leadingTime,
  minutesBetween,
  secondsOf,
  takeDuration,
  timeOf,
  timesIn,
} from '../../../src/plan/quantities/time.ts';

describe('times of day', () => {
  it.each([
    ['06:30 - x', '06:30'],
    ['6h05', '06:05'],
    ['6 h 05', '06:05'],
    ['12:00 am', '00:00'],
    ['1:05 p.m.', '13:05'],
    ['24:00', undefined],
    ['13:00 pm', undefined],
  ])('%s', (text, time) => {
    expect(leadingTime(text)?.time).toBe(time);
  });

  it.each(['30 min', 'v1.2', '123:456', 'at 06:30'])('%s starts with none', text => {
    expect(leadingTime(text)).toBeUndefined();
  });

  it('are found in a sentence', () => {
    expect(timesIn('de 06h30 à 10:30, pas 99:99')).toEqual(['06:30', '10:30']);
  });

  it('count across midnight, backwards only within half a day', () => {
    expect(minutesBetween('23:50', '00:10')).toBe(20);
    expect(minutesBetween('10:00', '09:30')).toBe(-30);
    expect(timeOf(1450)).toBe('00:10');
    expect(timeOf(-10)).toBe('23:50');
  });
});

describe('durations', () => {
  it.each([
    ['A (30 min)', 'A', 30],
    ['A (1h30) b', 'A b', 90],
    ['A (2 heures)', 'A', 120],
    ['A (~45 minutes)', 'A', 45],
    ['A (1 hour)', 'A', 60],
    ['A (1 h 15 min)', 'A', 75],
    ['A (min 20GB)', 'A (min 20GB)', undefined],
    ['A (07:45)', 'A (07:45)', undefined],
  ])('%s', (text, title, minutes) => {
    expect(takeDuration(text)).toEqual(minutes === undefined ? { title } : { title, minutes });
  });

  it.each([
    ['90s', 90],
    ['40m', 2400],
    ['2h', 7200],
    ['1h30', 5400],
    ['1m30s', 90],
    ['30', undefined],
    ['0s', undefined],
    ['soon', undefined],
    ['1d', undefined],
  ])('as an attribute: %s', (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });
});
