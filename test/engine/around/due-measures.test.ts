/** Which metrics are measured now, and as what: the calendar, the window, the pace, the latest failure. */
import { describe, expect, it } from 'vitest';
import type { Fact, FactOf } from '../../../machines/entries.ts';
import { dueMeasures, isTimeForBaseline } from '../../../src/engine/around/due-measures.ts';
import { compile } from '../../../src/plan/compile.ts';
import { rehearsalEnvironment } from '../../../src/plan/environment.ts';
import type { Environment } from '../../../src/plan/types.ts';
import { drive } from '../../machines/driver.ts';
import { step, type Weeks, weeks } from '../plans.ts';
import { minute, probe, timed } from './sites.ts';

const probed: Environment = {
  ...rehearsalEnvironment,
  probes: { Availability: probe('http://127.0.0.1:1') },
};
const byTheClock: Environment = { ...probed, schedule: 'absolute' };

const done = (one: string): Fact =>
  ['D-day.2', 'D-day.4'].includes(one)
    ? { type: 'milestone.reached', step: one }
    : { type: 'step.confirmed', step: one };
const measured = (as: 'baseline' | 'watch'): FactOf<'metric.measured'> => {
  const figure = { value: 100, unit: '%', verdict: 'pass', source: 'http' } as const;
  return { type: 'metric.measured', metric: 'M1.1', ...figure, as };
};
const failed = (as: 'baseline' | 'watch'): Fact => {
  return { type: 'metric.failed', metric: 'M1.1', as, why: 'timeout', detail: '' };
};

interface Situation {
  environment?: Environment;
  /** Milliseconds after the last entry. */
  later?: number;
  /** ISO 8601, in place of `later`. */
  at?: string;
  days?: Weeks;
}

/** `baseline M1.1`, or null when nothing is due. The facts are told from six in the morning of the day on. */
function due(facts: Fact[], { environment = probed, later = 0, at, days = timed }: Situation = {}) {
  const { plan } = compile(weeks(days), { path: 'plan.md' });
  const { state } = drive(plan, ...facts);
  const now = at ? Date.parse(at) : Date.parse(state.context.at) + later;
  const [first, ...others] = dueMeasures(plan, environment, state, now);
  expect(others).toEqual([]);
  const isForBaseline = first?.as === 'baseline';
  if (first) expect(isTimeForBaseline(plan, environment, state, now)).toBe(isForBaseline);
  return first ? `${first.as} ${first.metric.id}` : null;
}

const toTheDay = ['D-7.1'].map(done);
const toTheWindow = [...toTheDay, done('D-day.1')];
const inTheWindow = [...toTheWindow, done('D-day.2')];
const afterIt = [...inTheWindow, done('D-day.3'), done('D-day.4')];
const evening = [...afterIt, measured('watch'), done('D-day.5')];

describe('a baseline is due', () => {
  it.each<[string, Fact[], string | null]>([
    ['before the day', [], null],
    ['on the day', toTheDay, 'baseline M1.1'],
    ['until the window opens', toTheWindow, 'baseline M1.1'],
    ['in the window', inTheWindow, null],
    ['once there is one', [...toTheDay, measured('baseline')], null],
    ['though the metric was looked at', [...toTheDay, measured('watch')], 'baseline M1.1'],
    ['in a rollback', [...toTheDay, { type: 'rollback.decided', reason: 'no' }], null],
    ['after the end', [...toTheDay, { type: 'run.aborted', reason: 'no' }], null],
  ])('%s: %s', (_, facts, expected) => {
    expect(due(facts)).toBe(expected);
  });

  it('on that day by the clock, unless it was opened early', () => {
    const eve = { environment: byTheClock, at: '2026-11-30T20:00:00.000Z' };
    expect(due(toTheDay, eve)).toBeNull();
    expect(due(toTheDay, { ...eve, at: '2026-12-01T00:00:00.000Z' })).toBe('baseline M1.1');
    const opened: Fact = { type: 'stage.opened', stage: 'D-day', reason: 'all are there' };
    expect(due([...toTheDay, opened], eve)).toBe('baseline M1.1');
  });

  it('again once its probe’s pace has passed since it failed', () => {
    const facts = [...toTheDay, failed('baseline')];
    expect(due(facts, { later: minute - 1 })).toBeNull();
    expect(due(facts, { later: minute })).toBe('baseline M1.1');
  });

  it('all day long where the plan has no window', () => {
    const days = { ...timed, day: [step('09:00', 'Work'), step('09:30', 'Watch')] };
    expect(due([...toTheDay, done('D-day.1')], { days })).toBe('baseline M1.1');
  });
});

describe('a watch is due', () => {
  it.each([
    [afterIt, 0, 'watch M1.1'],
    [[...afterIt, measured('watch')], minute - 1, null],
    [[...afterIt, measured('watch')], minute, 'watch M1.1'],
    [[...afterIt, failed('watch')], minute - 1, null],
    [[...afterIt, failed('watch')], minute, 'watch M1.1'],
  ])('once the window is closed, at the pace of its probe (%#)', (facts, later, expected) => {
    expect(due(facts, { later })).toBe(expected);
  });

  it('once it is closed, also where the plan does not say when it opens', () => {
    const days = {
      ...timed,
      day: [step('09:00', 'Work'), step('09:30', '**MAINTENANCE ENDS**'), step('09:40', 'Watch')],
    };
    const closed: Fact = { type: 'milestone.reached', step: 'D-day.2' };
    expect(due([...toTheDay, done('D-day.1'), closed], { days })).toBe('watch M1.1');
  });

  it('in a later stage once', () => {
    expect(due(evening)).toBe('watch M1.1');
    expect(due([...evening, measured('watch')], { later: 1440 * minute })).toBeNull();
    expect(due([...evening, failed('watch')], { later: minute })).toBe('watch M1.1');
  });

  it('in a later stage on its day, whatever was measured in the evening before', () => {
    const environment = byTheClock;
    expect(due(evening, { environment })).toBeNull();
    const next = { environment, at: '2026-12-02T00:00:00.000Z' };
    expect(due(evening, next)).toBe('watch M1.1');
    expect(due([...evening, measured('watch')], next)).toBe('watch M1.1');
  });

  it('in a later stage that was opened early once since it began', () => {
    const environment = byTheClock;
    const opened: Fact = { type: 'stage.opened', stage: 'D+1', reason: 'all are there' };
    expect(due([...evening, opened], { environment })).toBe('watch M1.1');
    expect(due([...evening, opened, measured('watch')], { environment })).toBeNull();
  });

  it('in the next stage, from its last step on, in whatever order these were done', () => {
    const days = { ...timed, before: ['- [ ] Call', '- [ ] Ask'], after: ['- [ ] Look'] };
    const unordered = [done('D-7.2'), measured('baseline'), done('D-7.1')];
    const rest = ['D-day.1', 'D-day.2', 'D-day.3', 'D-day.4', 'D-day.5'].map(done);
    expect(due([...unordered, ...rest], { days })).toBe('watch M1.1');
  });
});

it('nothing is due without a probe', () => {
  expect(due(toTheDay, { environment: rehearsalEnvironment })).toBeNull();
});
