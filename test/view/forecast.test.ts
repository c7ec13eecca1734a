/** When each step should begin and end, whatever the run, the night and the history. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noHistory } from '../../src/view/history.ts';
import { sceneOf } from '../../src/view/scene/scene.ts';
import { expectedSpan } from '../../src/view/schedule/forecast.ts';
import { instantAt } from '../../src/view/schedule/time.ts';
import { expectedBack, expectedOf } from '../../src/view/schedule/walk.ts';
import type { History, Sample } from '../../src/view/types.ts';
import { command, phase, planOf, smallPlan, stage, step } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

const minute = 60_000;

const taking = (median: number, p90 = median): Sample => ({
  count: 3,
  median: median * minute,
  p90: p90 * minute,
});

const measured = (steps: Record<string, Sample>): History => ({ ...noHistory, steps });

/** `05:40 → 06:45 (06:55)` in UTC, the brackets where the 90th percentile ends later. */
function expected(journey: Journey, id: string): string {
  const scene = sceneOf(journey.input);
  const found = expectedOf(scene, scene.outline.byId.get(id)!);
  if (!found) return '';
  const [start, end, slow] = [found.start, found.end, found.slowEnd].map(iso);
  return `${start} → ${end}${slow === end ? '' : ` (${slow})`}`;
}

const iso = (ms: number | null) => (ms === null ? '?' : new Date(ms).toISOString().slice(11, 16));

describe('the steps to come', () => {
  test('have their planned times while the run is on time', () => {
    const journey = new Journey(smallPlan(), winterMorning).until('2.1').at('05:30');
    const all = ['1.3', '2.1', '2.2', '2.3', '2.4'].map(id => expected(journey, id));
    expect(all).toEqual(['', '05:30 → 05:40', '05:40 → 06:45', '06:45 → 07:00', '07:00 → 07:00']);
  });

  test('are pushed by the one that is late, and wait for their time after a quick one', () => {
    const journey = new Journey(smallPlan(), winterMorning).until('2.1').at('05:30').start('2.1');
    expect(expected(journey.at('06:00'), '2.2')).toBe('06:00 → 07:05');
    expect(expected(journey.exit(0).start('2.1').exit(0), '2.2')).toBe('06:00 → 07:05');
    journey.more = { history: measured({ '2.2': taking(10, 20) }) };
    expect(expected(journey, '2.2')).toBe('06:00 → 06:10 (06:20)');
    expect(expected(journey, '2.3')).toBe('06:45 → 07:00');
  });

  test('follow one another at once in a rehearsal', () => {
    const journey = new Journey(smallPlan(), '2026-12-01T14:00:00.000Z').until('2.1');
    journey.more = {
      schedule: 'relative',
      history: measured({ '2.1': taking(1, 2), '2.2': taking(3, 6) }),
    };
    expect(['2.2', '2.3'].map(id => expected(journey, id))).toEqual([
      '14:01 → 14:04 (14:08)',
      '14:04 → 14:19 (14:23)',
    ]);
    expect(expected(journey, 'J+1.1')).toBe('? → ?');
  });

  test('what people do keeps its planned length, whatever it took before', () => {
    const journey = new Journey(smallPlan(), winterMorning).until('1.1');
    journey.more = { history: measured({ '1.1': taking(1), '2.3': taking(1) }) };
    expect(expected(journey, '1.1')).toBe('05:00 → 05:25');
    expect(expected(journey, '2.3')).toBe('06:45 → 07:00');
  });

  test('a command that failed has all its time to take again, but not the commands before it', () => {
    const journey = new Journey(smallPlan(), winterMorning).until('2.1').at('05:30').start('2.1');
    journey.at('05:36').exit(0).start('2.1').at('05:38').exit(1).at('05:50');
    expect(expected(journey, '2.1')).toBe('05:30 → 05:54');
  });

  test('of another day wait for it, and nobody knows when those without a time come', () => {
    const journey = new Journey(smallPlan(), '2026-11-30T07:00:00.000Z', '2026-12-01');
    expect(expected(journey, '1.1')).toBe('05:00 → 05:25');
    expect(expected(journey, 'J+1.1')).toBe('? → ?');
  });

  test('share the time of their phase where they have none of their own', () => {
    const steps = [
      step('1.1', '06:00', 'a'),
      step('1.2', '', 'b', { minutes: 10 }),
      step('1.3', '', 'c'),
    ];
    const phases = [phase('1', 'x', steps, { start: '06:00', end: '06:30' })];
    const plan = planOf([stage('Jour J', 0, 'x', phases)]);
    const journey = new Journey(plan, winterMorning);
    expect(['1.1', '1.2', '1.3'].map(id => expected(journey, id))).toEqual([
      '05:00 → 05:10',
      '05:10 → 05:20',
      '05:20 → 05:30',
    ]);
  });
});

describe('a rollback', () => {
  test('goes through its steps from now, as they went before', () => {
    const journey = new Journey(smallPlan(), winterMorning).until('2.2').at('06:00').start('2.2');
    journey.exit(1).choose('rollback', { reason: 'x', option: 'y' });
    journey.more = { history: measured({ 'R.2': taking(12, 15) }) };
    const scene = sceneOf(journey.input);
    expect([0, 1, 2].map(at => iso(expectedBack(scene, at)!.end))).toEqual([
      '06:05',
      '06:17',
      '06:22',
    ]);
    expect(iso(expectedBack(scene, 2)!.slowEnd)).toBe('06:25');
    expect(expected(journey, '2.3')).toBe('');
  });
});

describe('in the night of 22:00, 00:00, 01:30, 03:00 and 04:00', () => {
  test.each([
    ['no change of clocks', '2026-12-01', [0, 120, 210, 300, 360]],
    ['the clocks go forward', '2026-03-28', [0, 120, 210, 240, 300]],
    ['the clocks go back', '2026-10-24', [0, 120, 210, 360, 420]],
  ])('%s: each step on time starts so many minutes after the first', (_, date, minutes) => {
    const times = ['22:00', '00:00', '01:30', '03:00', '04:00'];
    const steps = times.map((time, at) => step(`1.${at + 1}`, time, 'x'));
    const plan = planOf([stage('Jour J', 0, 'x', [phase('1', 'Nuit', steps)])]);
    const evening = instantAt(date, 0, '22:00', 'Europe/Paris')!;
    const scene = sceneOf(new Journey(plan, new Date(evening).toISOString(), date).input);
    const starts = scene.outline.spots.map(spot => expectedOf(scene, spot)!.start! - evening);
    expect(starts).toEqual(minutes.map(one => one * minute));
  });
});

/** One night of steps half an hour apart, from 22:00. */
function nightPlan(count: number) {
  const steps = Array.from({ length: count }, (_, at) => {
    const hour = String((22 + Math.floor(at / 2)) % 24).padStart(2, '0');
    const more = at % 2 ? { commands: [command('true')] } : {};
    return step(`1.${at + 1}`, `${hour}:${at % 2 ? '30' : '00'}`, 'x', more);
  });
  return planOf([stage('Jour J', 0, 'x', [phase('1', 'Nuit', steps)])]);
}

const sample = fc
  .tuple(fc.nat(90 * minute), fc.nat(60 * minute))
  .map(([median, more]) => ({ count: 2, median, p90: median + more }));

const worlds = fc.record({
  date: fc.constantFrom('2026-12-01', '2026-03-28', '2026-10-24', '2026-12-31'),
  schedule: fc.constantFrom('absolute' as const, 'relative' as const),
  samples: fc.array(sample, { minLength: 13, maxLength: 13 }),
  /** Minutes that each step takes, and that pass before the question. */
  passes: fc.array(fc.nat(120), { maxLength: 12 }),
  late: fc.integer({ min: -300, max: 600 }),
});

test('in any world, a forecast goes forward, never before now, and its worse case is never better', () => {
  const plan = nightPlan(13);
  const property = fc.property(worlds, ({ date, schedule, samples, passes, late }) => {
    const evening = instantAt(date, 0, '22:00', 'Europe/Paris')! + late * minute;
    const journey = new Journey(plan, new Date(evening).toISOString(), date);
    const steps = Object.fromEntries(samples.map((one, at) => [`1.${at + 1}`, one]));
    journey.more = { schedule, history: measured(steps) };
    for (const wait of passes) {
      journey.now += wait * minute;
      journey.pass();
    }
    const scene = sceneOf(journey.input);
    const { spots, byId } = scene.outline;
    const ahead = spots.slice(byId.get(journey.state.current!)!.at);
    const all = ahead.map(spot => expectedOf(scene, spot)!);
    all.forEach(({ start, end, slowStart, slowEnd }, at) => {
      if (at > 0) expect(start!).toBeGreaterThanOrEqual(all[at - 1]!.end!);
      if (at > 0) expect(start!).toBeGreaterThanOrEqual(journey.now);
      expect(end!).toBeGreaterThanOrEqual(Math.max(start!, journey.now));
      expect(slowStart!).toBeGreaterThanOrEqual(start!);
      expect(slowEnd!).toBeGreaterThanOrEqual(end!);
    });
    expect(expectedSpan(scene, spots)?.end).toBe(all.at(-1)!.end);
    for (const spot of spots.slice(0, ahead[0]!.at)) expect(expectedOf(scene, spot)).toBe(null);
  });
  fc.assert(property, { numRuns: 60 });
});

test('time alone never brings a forecast nearer', () => {
  const plan = nightPlan(9);
  fc.assert(
    fc.property(fc.nat(600), fc.nat(600), fc.boolean(), (first, more, running) => {
      const journey = new Journey(plan, '2026-12-01T20:50:00.000Z').until('1.2');
      if (running) journey.start('1.2');
      const end = (minutes: number) => {
        const scene = sceneOf({ ...journey.input, now: journey.now + minutes * minute });
        return expectedOf(scene, scene.outline.spots.at(-1)!)!.end!;
      };
      expect(end(first + more)).toBeGreaterThanOrEqual(end(first));
    }),
  );
});
