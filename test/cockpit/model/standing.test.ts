import { describe, expect, test } from 'vitest';
import type { JobRecord } from '../../../machines/context.ts';
import {
  besideOf,
  jobToShow,
  liveAdhoc,
  pinnedAfter,
  sourceOf,
  stateKeyOf,
} from '../../../src/cockpit/standing.ts';
import { box, stateOf, step, view } from '../sample.ts';

const job = (id: string, more: Partial<JobRecord> = {}): JobRecord => ({
  id,
  step: '3.3',
  command: 0,
  attempt: 1,
  startedAt: `2026-12-01T06:00:0${id.length}Z`,
  status: 'exited',
  host: '',
  ...more,
});

/** A run with these jobs, the given ones alive. */
function run(
  jobs: JobRecord[],
  { liveJob = null, aside = null }: { liveJob?: string | null; aside?: string | null } = {},
) {
  const state = stateOf('underway', '3.3');
  const byId = Object.fromEntries(jobs.map(one => [one.id, one]));
  return { ...state, context: { ...state.context, jobs: byId, liveJob, aside } };
}

const adhoc = job('0009-adhoc', { adhoc: 'df -h', command: -1 });
const check = job('0010-check', { check: 'C1.2' });
const plan = job('0007-p3s3-a1');

describe('a command beside the plan', () => {
  const before = besideOf(run([plan]));

  test('comes into view when the operator started one, even if it is over already', () => {
    expect(pinnedAfter(null, before, besideOf(run([plan, adhoc], { aside: adhoc.id })))).toBe(
      adhoc.id,
    );
    expect(pinnedAfter(null, before, besideOf(run([plan, adhoc])))).toBe(adhoc.id);
  });

  test('stays until the plan’s own command starts or ends', () => {
    const idle = besideOf(run([plan, adhoc]));
    const running = besideOf(run([plan, adhoc], { liveJob: plan.id }));
    expect(pinnedAfter(adhoc.id, idle, idle)).toBe(adhoc.id);
    expect(pinnedAfter(adhoc.id, idle, running)).toBeNull();
    expect(pinnedAfter(adhoc.id, running, idle)).toBeNull();
  });

  test('once put away, does not come back by itself', () => {
    const now = besideOf(run([plan, adhoc], { aside: adhoc.id }));
    expect(pinnedAfter(null, now, now)).toBeNull();
  });

  test('never comes into view when it is a check', () => {
    expect(pinnedAfter(null, before, besideOf(run([plan, check], { aside: check.id })))).toBeNull();
  });

  test('is found again by a screen that opens while it runs', () => {
    expect(liveAdhoc(run([adhoc], { aside: adhoc.id }))).toBe(adhoc.id);
    expect(liveAdhoc(run([adhoc]))).toBeNull();
    expect(liveAdhoc(run([check], { aside: check.id }))).toBeNull();
  });
});

describe('the output in view', () => {
  const idle = view({ current: step({ job: null }) });

  test('is what is pinned, else the step’s, else the plan’s last one, never a check’s', () => {
    expect(jobToShow(run([plan, adhoc]), view(), adhoc.id)).toBe(adhoc.id);
    expect(jobToShow(run([plan, adhoc]), view(), null)).toBe('0007-p3s3-a1');
    expect(jobToShow(run([plan, adhoc, check]), idle, null)).toBe(plan.id);
    expect(jobToShow(run([adhoc, check]), idle, null)).toBeNull();
  });

  test.each([
    ['a step', plan.id, '3.3'],
    ['what was typed', adhoc.id, '! df -h'],
    ['the box that was checked', check.id, 'Statistiques cohérentes'],
    ['nothing', null, ''],
  ])('says that it is that of %s', (_what, id, words) => {
    const shown = view({ current: step({ boxes: [box('C1.2', 'Statistiques cohérentes')] }) });
    expect(sourceOf(run([plan, adhoc, check]), shown, id)).toBe(words);
  });
});

test('a command beside the plan changes nothing about where the run stands', () => {
  expect(stateKeyOf(run([plan, adhoc], { aside: adhoc.id }))).toBe(stateKeyOf(run([plan])));
  expect(stateKeyOf(run([plan], { liveJob: plan.id }))).not.toBe(stateKeyOf(run([plan])));
});
