/** The days of a run: dates, what is due, and what is owed before the day. */
import { describe, expect, it } from 'vitest';
import {
  dateOf,
  daysBetween,
  daysUntil,
  isFromTheDayOn,
  prerequisitesOwed,
  stageOfStep,
  stageTiming,
} from '../../machines/calendar.ts';
import type { Fact } from '../../machines/entries.ts';
import { drive } from './driver.ts';
import { commands, item, manual, plan, rollback, stage } from './plans.ts';

describe('dates', () => {
  it.each([
    ['2026-12-01', 0, '2026-12-01'],
    ['2026-12-01', -7, '2026-11-24'],
    ['2026-12-01', 30, '2026-12-31'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2027-03-01', -1, '2027-02-28'],
    ['2028-03-01', -1, '2028-02-29'],
    ['2028-02-29', 366, '2029-03-01'],
    ['2100-03-01', -1, '2100-02-28'],
    ['2000-02-28', 1, '2000-02-29'],
  ])('%s and %d days is %s, and back', (day, days, expected) => {
    expect(dateOf(day, days)).toBe(expected);
    expect(daysBetween(day, expected)).toBe(days);
    expect(daysBetween(expected, day) + days).toBe(0);
  });

  it('count whole days where clocks change', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });
});

const before = { ...stage('J-7', [[manual('J-7.1')]]), offsetDays: -7 };
const day = stage('J', [[manual('1.1'), manual('1.2')]]);
const after = { ...stage('F', [[manual('F.1')]]), offsetDays: 1 };
const prepared = {
  ...stage('env', [[commands('E.1')]]),
  offsetDays: -7,
  ofEnvironment: true as const,
};
const groups = [
  { title: 'Data', items: [item('P1.1'), item('P1.2')] },
  { title: 'People', items: [item('P2.1')] },
];
const subject = plan([prepared, before, day, after], {
  prerequisites: groups,
  rollback: rollback([manual('R.1')]),
});

/** J is 2026-12-01. */
const run = (...facts: Fact[]) => {
  const driver = drive(subject);
  driver.execute('E.1');
  driver.tell(...facts);
  return driver.state.context;
};
const confirmed = (step: string): Fact => ({ type: 'step.confirmed', step });

describe('a stage', () => {
  it.each([
    ['2026-11-23', 1, 'early'],
    ['2026-11-24', 0, 'due'],
    ['2026-11-25', -1, 'late'],
    ['2026-12-02', -8, 'late'],
  ] as const)('on %s is %d days away: %s', (today, days, timing) => {
    expect(daysUntil(run(), before, today)).toBe(days);
    expect(stageTiming(run(), before, today)).toBe(timing);
  });

  it('is done once no step of it is open, whatever the day', () => {
    const context = run(confirmed('J-7.1'));
    for (const today of ['2026-11-23', '2026-11-24', '2026-11-30']) {
      expect(stageTiming(context, before, today)).toBe('done');
    }
  });

  it('is late while one step of it is left', () => {
    const context = run(confirmed('J-7.1'), confirmed('1.1'));
    expect(stageTiming(context, day, '2026-12-02')).toBe('late');
  });

  it('that was opened early is due, and it alone', () => {
    const context = run({ type: 'stage.opened', stage: 'J-7', reason: 'all are there' });
    expect(stageTiming(context, before, '2026-11-20')).toBe('due');
    expect(stageTiming(context, day, '2026-11-20')).toBe('early');
    expect(stageTiming(context, before, '2026-11-25')).toBe('late');
  });

  it('that prepares the environment has no day', () => {
    const { context } = drive(subject).state;
    for (const today of ['2026-11-20', '2026-12-20']) {
      expect(stageTiming(context, prepared, today)).toBe('due');
    }
  });

  it.each([
    [prepared, false],
    [before, false],
    [day, true],
    [after, true],
  ])('$0.id comes after the prerequisites: $1', (one, owed) => {
    expect(isFromTheDayOn(one)).toBe(owed);
  });
});

it.each([
  ['E.1', 'env'],
  ['J-7.1', 'J-7'],
  ['1.2', 'J'],
  ['F.1', 'F'],
  ['R.1', undefined],
  ['constructor', undefined],
])('the step %s belongs to %s', (step, id) => {
  expect(stageOfStep(subject, step)?.id).toBe(id);
});

describe('prerequisites are owed', () => {
  const owed = (...facts: Fact[]) => prerequisitesOwed(subject, run(...facts)).map(({ id }) => id);
  const tick = (box: string, verdict: 'pass' | 'fail'): Fact => {
    return { type: 'item.ticked', item: box, verdict };
  };

  it('all of them at first, in the order of the plan', () => {
    expect(owed()).toEqual(['P1.1', 'P1.2', 'P2.1']);
  });

  it('unless they are proved or waived', () => {
    const waived: Fact = { type: 'item.waived', item: 'P2.1', reason: 'on leave' };
    expect(owed(tick('P1.1', 'pass'), waived)).toEqual(['P1.2']);
  });

  it('also when they failed, or are to be looked at again', () => {
    const cleared: Fact = { type: 'item.cleared', item: 'P1.2' };
    expect(owed(tick('P1.1', 'fail'), tick('P1.2', 'pass'), cleared)).toContain('P1.1');
    expect(owed(tick('P1.1', 'fail'), tick('P1.2', 'pass'), cleared)).toContain('P1.2');
  });
});
