import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/plan/types.ts';
import { sceneOf } from '../../src/view/scene/scene.ts';
import { forecastOf } from '../../src/view/schedule/forecast.ts';
import { slotOf } from '../../src/view/schedule/schedule.ts';
import { instantAt } from '../../src/view/schedule/time.ts';
import { timetableOf } from '../../src/view/schedule/timetable.ts';
import { phase, planOf, smallPlan, stage, step } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString().slice(0, 16));

function starts(times: string[], date: string, zone = 'Europe/Paris') {
  const steps = times.map((time, at) => step(`1.${at + 1}`, time, 'x'));
  const plan = planOf([stage('Jour J', 0, 'x', [phase('1', 'x', steps)])]);
  return timetableOf(plan, date, zone).map(slot => iso(slot.start));
}

describe('the timetable', () => {
  test('goes past midnight with the plan', () => {
    expect(starts(['22:00', '23:50', '00:10', '06:00'], '2026-12-31')).toEqual([
      '2026-12-31T21:00',
      '2026-12-31T22:50',
      '2026-12-31T23:10',
      '2027-01-01T05:00',
    ]);
  });

  test('does not take a small step back for the next day', () => {
    expect(starts(['08:30', '08:15'], '2026-12-01')).toEqual([
      '2026-12-01T07:30',
      '2026-12-01T07:15',
    ]);
  });

  test('follows the clocks forward: 02:30 does not exist, 03:30 comes an hour after 01:30', () => {
    expect(starts(['01:30', '02:30', '03:30', '04:00'], '2026-03-29')).toEqual([
      '2026-03-29T00:30',
      '2026-03-29T01:30',
      '2026-03-29T01:30',
      '2026-03-29T02:00',
    ]);
  });

  test('follows the clocks back: 02:30 comes twice and the first is meant', () => {
    expect(starts(['01:30', '02:30', '03:30'], '2026-10-25')).toEqual([
      '2026-10-24T23:30',
      '2026-10-25T00:30',
      '2026-10-25T02:30',
    ]);
  });

  test('puts each stage on its own day', () => {
    const slots = timetableOf(smallPlan(), '2026-12-01', 'Europe/Paris');
    expect(slots.map(slot => iso(slot.start))[0]).toBe('2026-11-30T08:00');
    expect(slots.map(slot => iso(slot.start)).at(-1)).toBe(null);
  });

  test.each<[string, Step[], { start?: string; end?: string }, (string | null)[]]>([
    ['the next step', [step('1', '06:00', 'x'), step('2', '06:20', 'x')], {}, ['05:20', null]],
    ['the end of its phase', [step('1', '06:00', 'x')], { end: '06:30' }, ['05:30']],
    ['an end past midnight', [step('1', '23:50', 'x')], { end: '00:30' }, ['23:30']],
    ['an end the plan got wrong', [step('1', '06:00', 'x')], { end: '05:30' }, ['05:00']],
    [
      'its own minutes',
      [step('1', '06:00', 'x', { minutes: 7 }), step('2', '06:20', 'x')],
      {},
      ['05:07', null],
    ],
    ['nothing, without a time', [step('1', '', 'x'), step('2', '06:20', 'x')], {}, [null, null]],
  ])('ends a step with %s', (_, steps, more, ends) => {
    const plan = planOf([stage('Jour J', 0, 'x', [phase('1', 'x', steps, more)])]);
    const slots = timetableOf(plan, '2026-12-01', 'Europe/Paris');
    expect(slots.map(slot => iso(slot.end)?.slice(11) ?? null)).toEqual(ends);
  });

  test('survives times and dates that are none', () => {
    expect(starts(['25:99'], '2026-12-01')).toEqual([null]);
    expect(starts(['06:00'], 'soon')).toEqual([null]);
    expect(instantAt('2026-12-01', 0, '06:00', 'Mars/Olympus')).toBe(null);
  });
});

describe('a relative schedule', () => {
  const relative = (journey: Journey) => {
    journey.more = { schedule: 'relative' };
    const scene = sceneOf(journey.input);
    return (id: string) => iso(slotOf(scene, scene.outline.byId.get(id)!).start)?.slice(11) ?? null;
  };

  test('says nothing of a stage before its first step', () => {
    expect(relative(new Journey(smallPlan(), winterMorning).until('1.1'))('1.2')).toBe(null);
  });

  test('counts from the first started step of the stage, which is on time by definition', () => {
    const journey = new Journey(smallPlan(), '2026-12-01T14:10:00.000Z').until('1.1');
    journey.at('15:00').say({ type: 'step.begun', step: '1.1' });
    expect(relative(journey)('1.1')).toBe('15:00');
    expect(relative(journey)('2.4')).toBe('17:00');
    expect(relative(journey)('J-1.2')).toBe('22:10');
    expect(journey.view.header.figures.map(figure => figure.text)).toContain(
      "retour possible jusqu'à 17:30",
    );
  });

  test('a rehearsal ahead of the plan does not wait for it', () => {
    const journey = new Journey(smallPlan(), winterMorning).until('1.1');
    journey.more = { schedule: 'relative' };
    journey.say({ type: 'step.begun', step: '1.1' }).at('05:01').until('2.1');
    expect(journey.row('step:2.3').note).toBe('dans 1 h 15');
    expect(journey.view.next[0]?.due).toBe('dans 10 min');
    journey.more = { schedule: 'absolute' };
    expect(journey.row('step:2.3').note).toBe('dans 1 h 44');
  });

  test('is not shaken by a night when the clocks change', () => {
    const journey = new Journey(smallPlan(), '2026-03-29T00:00:00.000Z').until('1.1');
    journey.say({ type: 'step.begun', step: '1.1' });
    expect(relative(journey)('2.4')).toBe('02:00');
  });
});

describe('the forecast', () => {
  const forecast = (journey: Journey) => {
    const expected = forecastOf(sceneOf(journey.input));
    return expected && `${iso(expected.end)?.slice(11)} ${Math.round(expected.delay / 60_000)}`;
  };
  const at21 = () => new Journey(smallPlan(), winterMorning).until('2.1');

  test.each([
    ['on time', '05:30', '07:00 0'],
    ['late to start: a command needs its time', '05:33', '07:03 3'],
    ['early: the next steps wait for their time', '05:25', '07:00 0'],
  ])('%s', (_, time, end) => {
    expect(forecast(at21().at(time))).toBe(end);
  });

  test('holds while a command runs within its time, and slips with it after that', () => {
    const journey = at21().at('05:30').start('2.1');
    expect(forecast(journey.at('05:38'))).toBe('07:00 0');
    expect(forecast(journey.at('05:48'))).toBe('07:08 8');
    expect(journey.view.header.forecast).toBe('fin prévue 08:08 (+8 min)');
  });

  test('before its day, the first step of a stage is neither early nor late', () => {
    const journey = new Journey(smallPlan(), '2026-11-30T07:00:00.000Z', '2026-12-01');
    // A day without phases is a list of appointments: no end is forecast.
    expect(journey.view.header.forecast).toBe('');
    journey.at('16:00').until('1.1');
    // An hour of another day says which.
    expect(journey.view.header.forecast).toBe("fin prévue 01/12 08:00 (à l'heure)");
  });

  test('a rollback ends when its remaining steps have had their minutes', () => {
    const journey = at21().until('2.2').at('06:00').start('2.2').exit(1);
    journey.choose('rollback', { reason: 'x', option: 'y' });
    expect(forecast(journey)).toBe('06:30 0');
    expect(forecast(journey.at('06:10'))).toBe('06:40 10');
    expect(forecast(journey.pass())).toBe('06:35 5');
    expect(journey.view.header.forecast).toBe('fin prévue 07:35 (+5 min)');
  });

  test('of a rollback leaves out what has nothing to undo', () => {
    const journey = at21().at('06:00').choose('rollback', { reason: 'x', option: 'y' });
    expect(forecast(journey)).toBe('06:10 -20');
  });

  test('is silent where the plan has no times', () => {
    expect(new Journey(smallPlan(), winterMorning).until('J+1.1').view.header.forecast).toBe('');
  });
});

describe('a stage opened before its day', () => {
  const opened = (at: string): Journey => {
    const journey = new Journey(smallPlan(), '2026-11-24T15:00:00Z', '2026-12-01');
    journey.until('1.1').say({ type: 'stage.opened', stage: 'Jour J', reason: 'ce soir' });
    journey.now = Date.parse(at);
    return journey;
  };

  test('counts its times from its start: an outage of today is not told by the hours of next week', () => {
    const journey = opened('2026-11-24T15:00:00Z').until('2.1');
    const scene = sceneOf(journey.input);
    const spot = scene.outline.byId.get('2.4')!;
    expect(iso(slotOf(scene, spot).start)).toMatch(/^2026-11-24T1[67]:/);
  });

  test('goes by the clock all the same when it only begins on its day', () => {
    const journey = opened('2026-12-01T05:00:00Z').until('2.1');
    const scene = sceneOf(journey.input);
    expect(iso(slotOf(scene, scene.outline.byId.get('2.4')!).start)).toBe('2026-12-01T07:00');
  });
});
