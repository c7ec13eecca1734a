import { describe, expect, it, test } from 'vitest';
import { reportOf } from '../../../src/report/report.ts';
import type { GanttRow, Report, Stretch } from '../../../src/report/types.ts';
import { smallPlan } from '../../view/fixtures.ts';
import { Journey, winterMorning } from '../../view/journey.ts';
import { history, inputOf, reportedOf, utc } from '../reported.ts';

const span = ({ from, to }: Stretch) => `${utc(from)}–${utc(to)}`;
const row = ({ gantt }: Report, key: string): GanttRow => gantt.rows.find(one => one.key === key)!;
const bars = (report: Report, key: string) =>
  row(report, key).actual.map(bar => `${span(bar)} ${bar.tone}`);

const atMigration = () => new Journey(smallPlan(), winterMorning).until('2.2').at('05:40');

describe('a row', () => {
  it('lays what was done beside what was planned: a failure, its decision, a second try', () => {
    const journey = atMigration().start('2.2').at('05:48').exit(1);
    journey.at('05:53').say({ type: 'step.retried', step: '2.2' });
    journey.start('2.2').at('06:53').exit();
    const report = reportedOf(journey);
    expect(row(report, 'step:2.2').planned).toEqual({
      from: Date.parse('2026-12-01T05:40:00Z'),
      to: Date.parse('2026-12-01T06:45:00Z'),
    });
    expect(bars(report, 'step:2.2')).toEqual([
      '05:40–05:48 bad',
      '05:48–05:53 warning',
      '05:53–06:53 good',
    ]);
    expect(row(report, 'step:2.2').late).toBe(8 * 60_000);
  });

  it('is open at the end of a run under way', () => {
    const report = reportedOf(atMigration().start('2.2').at('05:48'));
    expect(bars(report, 'step:2.2')).toEqual(['05:40–05:48 active']);
    expect(row(report, 'step:2.2').late).toBeNull();
    expect(bars(report, 'phase:Jour J:2').at(-1)).toMatch(/05:48 active$/);
  });

  it('is broken where nobody was there', () => {
    const journey = atMigration().start('2.2').at('05:50').exit(1);
    journey.say({ type: 'helm.released', why: 'detached' }).at('07:00');
    journey.say({
      type: 'helm.taken',
      helm: { operator: 'ops', host: 'bastion', pid: 2, terminal: '' },
    });
    const report = reportedOf(journey.at('07:10'));
    expect(bars(report, 'step:2.2')).toEqual(['05:40–05:50 bad', '07:00–07:10 active']);
    expect(bars(report, 'phase:Jour J:2').map(bar => bar.slice(0, 11))).toEqual([
      '05:40–05:50',
      '07:00–07:10',
    ]);
  });

  it('of a step that was reopened has both', () => {
    const journey = atMigration().start('2.2').at('05:50').exit();
    journey.at('06:45').say({ type: 'step.reopened', step: '2.2', reason: 'lot oublié' });
    journey.at('06:46').start('2.2').at('06:50').exit();
    expect(bars(reportedOf(journey), 'step:2.2')).toEqual(['05:40–05:50 good', '06:46–06:50 good']);
  });

  it('of a step that was passed over has nothing done, and no lateness', () => {
    const journey = atMigration().at('07:30').choose('skip', { reason: 'déjà faite' });
    const report = reportedOf(journey);
    expect(bars(report, 'step:2.2')).toEqual([]);
    expect(row(report, 'step:2.2').late).toBeNull();
  });

  it('has the best rehearsal laid at its actual start, where there is one', () => {
    const journey = atMigration().start('2.2').at('05:48').exit();
    const report = reportedOf(journey, {
      best: new Map([
        ['2.2', 300_000],
        ['2.4', 1000],
      ]),
    });
    expect(span(row(report, 'step:2.2').best!)).toBe('05:40–05:45');
    expect(row(report, 'step:2.4').best).toBeNull();
    expect(row(report, 'step:2.1').best).toBeNull();
  });

  it('of a milestone is a moment', () => {
    const report = reportedOf(atMigration());
    const [bar] = row(report, 'step:1.3').actual;
    expect(bar!.to - bar!.from).toBe(0);
  });
});

test('rows come in the plan’s order: a stage, its phases, their steps; a stage without phases has steps only', () => {
  const { gantt } = reportedOf(atMigration());
  expect(gantt.rows.map(({ key }) => key)).toEqual([
    'stage:J-1',
    'step:J-1.1',
    'step:J-1.2',
    'stage:Jour J',
    'phase:Jour J:1',
    'step:1.1',
    'step:1.2',
    'step:1.3',
    'phase:Jour J:2',
    'step:2.1',
    'step:2.2',
    'step:2.3',
    'step:2.4',
    'stage:J+1',
    'step:J+1.1',
  ]);
});

test('a rollback has rows of its own, planned from the decision on', () => {
  const journey = atMigration().start('2.2').at('06:00').exit(1);
  journey.choose('rollback', { reason: 'perte', option: 'Décision management' });
  journey.at('06:02').start('R.1').at('06:04').exit();
  const report = reportedOf(journey.at('06:05'));
  const back = report.gantt.rows.slice(-4);
  expect(back.map(({ key, planned }) => [key, planned && span(planned)])).toEqual([
    ['rollback', '06:00–06:30'],
    ['step:R.1', '06:00–06:05'],
    ['step:R.2', '06:05–06:25'],
    ['step:R.3', '06:25–06:30'],
  ]);
  expect(bars(report, 'step:R.1')).toEqual(['06:02–06:04 good']);
});

test('a rehearsal is planned from the start of each stage', () => {
  const journey = new Journey(smallPlan(), '2026-11-20T13:00:00.000Z').until('1.1');
  journey.at('14:00').say({ type: 'step.begun', step: '1.1' });
  journey.more = { schedule: 'relative' };
  const planned = row(reportedOf(journey.at('14:01')), 'step:2.2').planned!;
  expect(span(planned)).toBe('14:40–15:45');
});

test('the window is shaded as planned, and as it was: so far while it is open', () => {
  const { window } = reportedOf(atMigration().at('05:42')).gantt;
  expect([span(window!.planned!), span(window!.actual!)]).toEqual(['05:30–07:00', '05:00–05:42']);
  expect(reportedOf(new Journey(smallPlan({ stages: [] }), winterMorning)).gantt.window).toBeNull();
});

test('decisions, milestones and the rollback stand out', () => {
  const { plan, reading } = history('seen');
  const { signs } = reportOf(inputOf(plan, reading.entries)).gantt;
  expect(signs.map(({ kind, step, at }) => [kind, step, utc(at)])).toEqual([
    ['no-go', 'J-1.2', '16:04'],
    ['go', 'J-1.2', '16:27'],
    ['milestone', '1.3', '05:22'],
    ['no-go', '2.3', '06:24'],
    ['go', '2.3', '06:33'],
    ['rollback', null, '07:06'],
  ]);
});

test('what holds neither plan nor work is left out of the axis; all that is drawn is on it', () => {
  const { plan, reading } = history('seen');
  const { gantt } = reportOf(inputOf(plan, reading.entries));
  expect(gantt.gaps.map(span)).toEqual(['09:31–16:00', '16:27–05:00']);
  const drawn = gantt.rows.flatMap(({ planned, actual }) => [
    ...(planned ? [planned] : []),
    ...actual,
  ]);
  for (const { from, to } of drawn) {
    expect(from).toBeGreaterThanOrEqual(gantt.from);
    expect(to).toBeLessThanOrEqual(gantt.to);
  }
});
