/** The page of times: planned, actual, forecast, drift. */
import { describe, expect, test } from 'vitest';
import { createFold } from '../../src/journal/fold.ts';
import { noHistory } from '../../src/view/history.ts';
import { sceneOf } from '../../src/view/scene/scene.ts';
import { timeRows } from '../../src/view/times.ts';
import type { History } from '../../src/view/types.ts';
import { smallPlan } from './fixtures.ts';
import { Journey, winterMorning } from './journey.ts';

const minute = 60_000;

const measured = (median: number, p90: number): History => ({
  ...noHistory,
  steps: { '2.2': { count: 4, median: median * minute, p90: p90 * minute } },
});

const rows = (journey: Journey) => timeRows(sceneOf(journey.input));

/** `key | planned | actual | forecast | drift`, and `«` for the current one. */
const drawn = (journey: Journey) =>
  rows(journey).map(({ key, planned, actual, forecast, drift, current }) =>
    [key, planned, actual, forecast, drift + (current ? '«' : '')].join(' | '),
  );

const row = (journey: Journey, key: string) => rows(journey).find(one => one.key === key)!;

describe('in the middle of the day', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('1.2').at('05:28').pass();
  journey.at('05:31').pass().at('05:33').start('2.1').at('05:38').exit(0);
  journey.start('2.1').at('05:45').exit(0).at('05:46').start('2.2').at('06:00');
  journey.more = { history: measured(60, 75) };

  test('deadlines, stages, and the phases and steps of the present stage', () => {
    expect(drawn(journey)).toEqual([
      'deadline:closing | 08:00 |  | 08:01 (08:16) | +1 min',
      'deadline:return | 07:30 | encore 30 min |  | ',
      'deadline:decision | 07:45 |  | 07:46 (08:01) | +1 min',
      'deadline:margin | -15 min |  | -16 min (-31 min) | ',
      'stage:J-1 | 09:00–17:00 | 06:00 |  | +13 h',
      'stage:Jour J | 06:00–08:00 | en cours depuis 06:00 | fin 08:01 (08:16) | +1 min«',
      'phase:1 | 06:00–06:30 | 06:00–06:31 |  | +1 min',
      'step:1.1 | 06:00–06:25 | 06:00 |  | -25 min',
      'step:1.2 | 06:25–06:30 | 06:00–06:28 |  | -2 min',
      'step:1.3 | 06:30 | 06:28–06:31 |  | +1 min',
      'phase:2 | 06:30–08:00 | en cours depuis 06:33 | fin 08:01 (08:16) | +1 min«',
      'step:2.1 | 06:30–06:40 | 06:33–06:45 |  | +5 min',
      'step:2.2 | 06:40–07:45 | en cours depuis 06:46 | fin 07:46 (08:01) | +1 min«',
      'step:2.3 | 07:45–08:00 |  | 07:46–08:01 (08:16) | +1 min',
      'step:2.4 | 08:00 |  | 08:01 (08:16) | +1 min',
      'stage:J+1 |  |  |  | ',
    ]);
  });

  test('what is late warns, what closes too late is bad, what is over is muted', () => {
    const tones = ['step:2.1', 'step:1.2', 'step:2.3', 'deadline:closing', 'stage:J+1'].map(
      key => row(journey, key).tone,
    );
    expect(tones).toEqual(['warning', 'muted', 'warning', 'bad', 'normal']);
  });

  test('a row is made again when what it says moves, and only then', () => {
    const before = row(journey, 'step:2.3');
    journey.at('06:00:30');
    expect(row(journey, 'step:2.3')).toBe(before);
    journey.at('06:59');
    expect(row(journey, 'step:2.3').forecast).toBe('07:59–08:14 (08:16)');
    journey.more = { ...journey.more, language: 'en' };
    expect(row(journey, 'step:2.2').actual).toBe('running since 06:46');
    journey.more = {};
    expect(row(journey, 'step:2.3').forecast).toBe('07:59–08:14');
  });
});

test('deadlines differ within what a narrow screen shows of them', () => {
  for (const language of ['fr', 'en'] as const) {
    const journey = new Journey(smallPlan(), winterMorning).until('2.1').at('05:30');
    journey.more = { language };
    const deadlines = rows(journey).filter(({ kind }) => kind === 'deadline');
    for (const { title, number } of deadlines) expect((number + title).length).toBeLessThan(25);
    expect(new Set(deadlines.map(({ title }) => title.slice(0, 8))).size).toBe(4);
    expect(row(journey, 'deadline:margin').title).toMatch(/^(Marge à la|Margin at) .*2\.3$/);
  }
});

test.each([
  [undefined, '07:45'],
  [5, '07:50'],
])(
  'a decision falls at its time, after its own minutes (%s): what follows is slack',
  (own, time) => {
    const plan = smallPlan();
    const steps = plan.stages[1]!.phases[1]!.steps;
    steps[2] = { ...steps[2]!, ...(own !== undefined && { minutes: own }) };
    const journey = new Journey(plan, winterMorning).until('2.1').at('05:30');
    expect(row(journey, 'deadline:decision')).toMatchObject({ planned: time, forecast: time });
  },
);

test('one delay is one figure, whatever the seconds', () => {
  const journey = new Journey(smallPlan(), '2026-12-01T03:25:10.000Z').until('1.1');
  journey.more = { schedule: 'relative' };
  journey.say({ type: 'step.begun', step: '1.1' }).at('03:30:10').until('2.2').at('03:30:50');
  journey.start('2.2').at('03:31:40').exit(0).until('2.3');
  const told = ['deadline:closing', 'stage:Jour J', 'phase:2', 'step:2.4', 'deadline:decision'];
  const drifts = told.map(key => row(journey, key).drift);
  expect(new Set(drifts).size).toBe(1);
  expect(drifts[0]).toMatch(/^-1 h/);
  expect(journey.view.header.forecast).toContain(`(${drifts[0]})`);
});

test('a step that failed does not run: when it failed, and no end', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.2').at('05:42').start('2.2');
  journey.at('05:43').exit(1).at('05:50');
  const failed = row(journey, 'step:2.2');
  expect(failed).toMatchObject({ actual: 'échec 06:43', forecast: '', drift: '+10 min' });
  journey.choose('retry').start('2.2').at('05:51').say({
    type: 'job.doubted',
    job: journey.state.context.liveJob!,
    step: '2.2',
    why: 'machine-restarted',
  });
  expect(row(journey, 'step:2.2')).toMatchObject({ actual: 'issue inconnue', forecast: '' });
});

test('a step that failed took what its latest attempt took, not what people took to try again', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.2').at('05:42').start('2.2');
  journey.at('05:42:10').exit(1).at('05:50').choose('retry').start('2.2');
  journey.at('05:50:05').exit(1).at('06:00');
  expect(journey.view.current?.timing).toMatch(/^00:05 /);
  expect(journey.row('step:2.2').note).toBe('00:05');
  expect(journey.view.current?.card?.timing).toMatch(/^5 s/);
});

test('a decision under review is under way since its turn came', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.2').at('05:50').pass();
  expect(row(journey.at('06:50'), 'step:2.3').actual).toBe('en cours depuis 06:50');
});

test('a rehearsal has its own clock, and says nothing of a day that has not begun', () => {
  const journey = new Journey(smallPlan(), '2026-12-01T14:00:00.000Z').until('1.1');
  journey.more = { schedule: 'relative' };
  expect(row(journey, 'step:2.2')).toMatchObject({ planned: '', forecast: '15:40–16:45' });
  journey.say({ type: 'step.begun', step: '1.1' });
  expect(row(journey, 'step:2.2').planned).toBe('15:40–16:45');
  expect(row(journey, 'step:2.2').forecast).toBe('15:40–16:45');
  expect(row(journey, 'stage:J+1').forecast).toBe('');
});

test('once decided, the rollback comes before the timeline', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.2').at('06:00').start('2.2');
  journey.exit(1).choose('rollback', { reason: 'x', option: 'Décision management' });
  journey.start('R.1').at('06:04').exit(0);
  expect(drawn(journey).slice(0, 5)).toEqual([
    'deadline:closing | 08:00 |  |  | ',
    'step:R.1 | ~5 min | 07:00–07:04 |  | ',
    'step:R.2 | ~20 min |  | 07:04–07:24 | «',
    'step:R.3 | ~5 min |  | 07:24–07:29 | ',
    'stage:J-1 | 09:00–17:00 | 06:00 |  | +13 h',
  ]);
});

test('at the end, what happened stays beside what was planned', () => {
  const journey = new Journey(smallPlan(), winterMorning).until('2.4').at('07:05').pass();
  journey.until('J+1.1').at('09:00').choose('openStage', { reason: 'bilan avancé' }).pass();
  expect(row(journey, 'deadline:closing')).toMatchObject({ actual: '08:05', drift: '+5 min' });
  expect(row(journey, 'stage:J+1')).toMatchObject({ actual: '08:05–10:00', forecast: '' });
  expect(rows(journey).filter(({ kind }) => kind === 'step')).toHaveLength(7);
  expect(new Set(rows(journey).map(({ key }) => key)).size).toBe(rows(journey).length);
});

test('a plan that nobody runs has rows without times', () => {
  const plan = smallPlan();
  const fold = createFold(plan);
  const { input } = new Journey(plan, winterMorning);
  const all = timeRows(sceneOf({ ...input, state: fold.toState(fold.initial()), entries: [] }));
  expect(all.map(({ planned, actual, forecast }) => planned + actual + forecast).join('')).toBe('');
  expect(all.map(({ key }) => key)).toContain('step:2.4');
});
