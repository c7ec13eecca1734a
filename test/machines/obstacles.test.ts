/** What stands in the way of a step besides the chart: its day, the prerequisites, a second person. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/entries.ts';
import { type Circumstances, obstacleOf, stepMovedBy } from '../../machines/obstacles.ts';
import { allSteps } from '../../machines/plan-steps.ts';
import { adhoc, checkOf, drive } from './driver.ts';
import { checkedBy, checkpoint, gate, item, manual, plan, rollback, stage } from './plans.ts';
import { approval } from './surrounded.ts';

const subject = plan(
  [
    { ...stage('J-7', [[manual('J-7.1')]]), offsetDays: -7 },
    stage('J', [[manual('1.1'), gate('1.2', { attributes: { approve: 'Direction' } })]]),
    { ...stage('F', [[manual('F.1')]]), offsetDays: 1 },
  ],
  {
    prerequisites: [{ title: 'Before', items: [item('P1.1'), item('P1.2')] }],
    rollback: rollback([{ ...manual('R.1'), attributes: { approve: 'Direction' } }]),
  },
);

/** J is 2026-12-01. */
const byTheClock: Circumstances = {
  schedule: 'absolute',
  prerequisites: 'required',
  approvals: 'required',
  today: '2026-12-01',
};

const confirmed = (step: string): Fact => ({ type: 'step.confirmed', step });
const proved: Fact[] = ['P1.1', 'P1.2'].map(box => {
  return { type: 'item.ticked', item: box, verdict: 'pass' };
});

/** What is in the way of a step, in few words; null for nothing. */
function obstacle(id: string, facts: Fact[], circumstances: Partial<Circumstances> = {}) {
  const step = allSteps(subject).find(one => one.id === id)!;
  const { context } = drive(subject, ...facts).state;
  const found = obstacleOf(subject, context, step, { ...byTheClock, ...circumstances });
  switch (found?.code) {
    case 'not-due':
      return `${found.stage.id} on ${found.date}`;
    case 'prerequisites':
      return found.items.map(one => one.id).join(' ');
    default:
      return found?.role ?? null;
  }
}

describe('the day of its stage', () => {
  it.each([
    ['J-7.1', '2026-11-23', 'J-7 on 2026-11-24'],
    ['J-7.1', '2026-11-24', null],
    ['J-7.1', '2026-11-30', null],
    ['1.1', '2026-11-30', 'J on 2026-12-01'],
    ['1.1', '2026-12-02', null],
    ['F.1', '2026-12-01', 'F on 2026-12-02'],
    ['F.1', '2026-12-03', null],
  ])('%s on %s: %s', (step, today, expected) => {
    expect(obstacle(step, proved, { today })).toBe(expected);
  });

  it('does not count where days are counted from the start', () => {
    expect(obstacle('J-7.1', [], { schedule: 'relative', today: '2026-01-01' })).toBeNull();
  });

  it('does not count once the stage was opened, for that stage', () => {
    const opened: Fact = { type: 'stage.opened', stage: 'J-7', reason: 'all are there' };
    expect(obstacle('J-7.1', [opened], { today: '2026-11-20' })).toBeNull();
    expect(obstacle('1.1', [opened], { today: '2026-11-20' })).toBe('J on 2026-12-01');
  });
});

describe('prerequisites', () => {
  it('are not owed before the day', () => {
    expect(obstacle('J-7.1', [], { today: '2026-11-24' })).toBeNull();
  });

  it.each(['1.1', 'F.1'])('are owed from the day on: %s', step => {
    expect(obstacle(step, [], { today: '2026-12-02' })).toBe('P1.1 P1.2');
    expect(obstacle(step, proved, { today: '2026-12-02' })).toBeNull();
  });

  it('are owed unless they are waived', () => {
    const waived: Fact = { type: 'item.waived', item: 'P1.2', reason: 'no staging' };
    expect(obstacle('1.1', [waived])).toBe('P1.1');
    expect(obstacle('1.1', [waived, proved[0]!])).toBeNull();
  });

  it('are not owed where the environment leaves them', () => {
    expect(obstacle('1.1', [], { prerequisites: 'optional' })).toBeNull();
  });

  it('may be owed where days are not counted', () => {
    expect(obstacle('1.1', [], { schedule: 'relative', today: '2026-01-01' })).toBe('P1.1 P1.2');
  });
});

describe('a second person', () => {
  const atGate = [...proved, confirmed('J-7.1'), confirmed('1.1')];

  it('is waited for until they said GO', () => {
    expect(obstacle('1.2', atGate)).toBe('Direction');
    expect(obstacle('1.2', [...atGate, approval({ verdict: 'no-go' })])).toBe('Direction');
    expect(obstacle('1.2', [...atGate, approval()])).toBeNull();
  });

  it('is not waited for where the environment leaves it', () => {
    expect(obstacle('1.2', atGate, { approvals: 'optional' })).toBeNull();
  });

  it('may be waited for where days are not counted', () => {
    expect(obstacle('1.2', atGate, { schedule: 'relative' })).toBe('Direction');
  });

  it('comes last: the day first, then what is owed before it', () => {
    expect(obstacle('1.2', [], { today: '2026-11-20' })).toBe('J on 2026-12-01');
    expect(obstacle('1.2', [])).toBe('P1.1 P1.2');
  });
});

describe('a rollback', () => {
  const decided: Fact = { type: 'rollback.decided', reason: 'data is wrong' };

  it('has nothing in its way', () => {
    expect(obstacle('R.1', [decided], { today: '2026-11-01' })).toBeNull();
  });

  it('is not waited for by a step of the timeline either', () => {
    expect(obstacle('1.1', [decided], { today: '2026-11-01' })).toBeNull();
  });
});

describe('an obstacle is asked about', () => {
  const reason = 'because';
  const looked = checkedBy(plan([stage('A', [[checkpoint('1.1')]])]), '1.1.a');
  const amended = { command: 0, script: 'x', diff: 'd' };

  it.each<Fact>([
    drive(subject).started('1.1'),
    { type: 'step.begun', step: '1.1' },
    { type: 'step.confirmed', step: '1.1' },
    { type: 'step.skipped', step: '1.1', reason },
    { type: 'step.accepted', step: '1.1', reason },
    { type: 'milestone.reached', step: '1.1' },
    { type: 'checkpoint.passed', step: '1.1' },
    { type: 'gate.passed', step: '1.1' },
  ])('$type', fact => {
    expect(stepMovedBy(fact)).toBe('1.1');
  });

  it.each<[string, Fact]>([
    ['NO-GO', { type: 'gate.refused', step: '1.1', reason }],
    ['going back', { type: 'step.reopened', step: '1.1', reason }],
    ['a retry, whose start is asked about', { type: 'step.retried', step: '1.1' }],
    ['another text', { type: 'step.amended', step: '1.1', ...amended, reason }],
    ['a rollback', { type: 'rollback.decided', reason }],
    ['a command beside the plan', adhoc('1.1')],
    ['a check', checkOf(looked, '1.1.a')],
    ['a note', { type: 'note.added', text: 'odd', step: '1.1' }],
    ['a box', { type: 'item.ticked', item: 'P1.1', verdict: 'pass' }],
  ])('but not %s', (_, fact) => {
    expect(stepMovedBy(fact)).toBeNull();
  });
});
