/** The axis of the Gantt: idle stretches cut out, ticks at round hours of the zone. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scaleOf, ticksOf } from '../../../src/report/html/gantt/scale.ts';
import { at, ms } from '../sample/clock.ts';

const day = { from: ms('06:00'), to: ms('10:00') };

describe('the scale', () => {
  test('without gaps it is even', () => {
    const scale = scaleOf(day, [], 100, 500);
    expect([day.from, ms('08:00'), day.to].map(scale.x)).toEqual([100, 300, 500]);
  });

  test('a gap takes the room of its break and no more', () => {
    const whole = { from: ms('2026-11-30 15:00'), to: ms('07:00') };
    const gap = { from: ms('2026-11-30 16:00'), to: ms('06:00') };
    const scale = scaleOf(whole, [gap], 0, 222);
    expect(scale.x(gap.from)).toBe(100);
    expect(scale.x(ms('00:30'))).toBe(122);
    expect(scale.x(gap.to)).toBe(122);
    expect(scale.breaks.map(({ x }) => x)).toEqual([111]);
  });

  test('what lies outside stands at the nearest end', () => {
    const scale = scaleOf(day, [], 100, 500);
    expect(scale.x(ms('05:00'))).toBe(100);
    expect(scale.x(ms('23:00'))).toBe(500);
  });

  test('a run of no length has a place all the same', () => {
    const scale = scaleOf({ from: day.from, to: day.from }, [], 100, 500);
    expect(scale.x(day.from)).toBe(100);
    expect(ticksOf(scale, 'Europe/Paris', 40).length).toBeLessThanOrEqual(1);
  });

  test('later is never further left, and all stays within the drawing, however many gaps', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: 100_000 }), {
      minLength: 4,
      maxLength: 60,
    });
    fc.assert(
      fc.property(cuts, times => {
        const sorted = times.sort((a, b) => a - b);
        const whole = { from: sorted[0]!, to: sorted.at(-1)! };
        const inner = sorted.slice(1, -1);
        const gaps = inner.flatMap((from, index) =>
          index % 2 === 0 && inner[index + 1] ? [{ from, to: inner[index + 1]! }] : [],
        );
        const scale = scaleOf(whole, gaps, 200, 900);
        const places = sorted.map(scale.x);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        expect(places[0]).toBe(200);
        expect(places.at(-1)).toBeCloseTo(900, 6);
      }),
    );
  });
});

describe('ticks', () => {
  const ticks = (whole: { from: number; to: number }, room = 48, gaps = [] as (typeof day)[]) =>
    ticksOf(scaleOf(whole, gaps, 252, 880), 'Europe/Paris', room);

  test('fall on round hours of the zone, the date with the first of a day', () => {
    expect(ticks(day).map(({ time, date }) => `${date} ${time}`.trim())).toEqual([
      '2026-12-01 06:00',
      '06:30',
      '07:00',
      '07:30',
      '08:00',
      '08:30',
      '09:00',
      '09:30',
      '10:00',
    ]);
  });

  test('never crowd, over weeks as over minutes', () => {
    for (const to of [at('06:03'), at('2026-12-09 18:00'), at('2027-03-01 00:00')]) {
      const places = ticks({ from: day.from, to: Date.parse(to) }).map(({ x }) => x);
      for (const [index, x] of places.slice(1).entries()) {
        expect(x - places[index]!).toBeGreaterThanOrEqual(48);
      }
      expect(places.length).toBeLessThanOrEqual(14);
    }
  });

  test('fall on round seconds where the axis is short, with room for them', () => {
    const short = ticks({ from: ms('06:00:31') + 300, to: ms('06:00:55') });
    expect(short.map(({ time }) => time)).toEqual([
      '06:00:35',
      '06:00:40',
      '06:00:45',
      '06:00:50',
      '06:00:55',
    ]);
    const halves = ticks({ from: ms('05:59:50'), to: ms('06:02:10') });
    expect(halves.map(({ time }) => time)).toContain('06:00:30');
  });

  test('none stands inside a gap', () => {
    const gap = { from: ms('2026-11-30 16:00'), to: ms('06:00') };
    const times = ticks({ from: ms('2026-11-30 15:00'), to: ms('08:00') }, 40, [gap]).map(
      ({ time }) => time,
    );
    expect(times).toContain('15:30');
    expect(times).not.toContain('22:00');
  });
});
