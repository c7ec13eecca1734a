/** The second person: whose word counts, for which look at a step, and for how long. */
import { describe, expect, it } from 'vitest';
import { approvalOwed, isOperator, roundOf, standingApproval } from '../../machines/approvals.ts';
import type { Fact, FactOf } from '../../machines/entries.ts';
import { type Driver, drive, exited, released, taken } from './driver.ts';
import { checkpoint, commands, gate, manual, plan, rollback, stage } from './plans.ts';
import { approval, atGate } from './surrounded.ts';

const asks = { attributes: { approve: 'Direction' } };
const because = { reason: 'because' };

const owed = (run: Driver, step = '1.2') => {
  const steps = run.plan.stages.flatMap(one => one.phases.flatMap(phase => phase.steps));
  return approvalOwed(run.state.context, steps.find(({ id }) => id === step)!);
};
const takenBy = (operator: string): FactOf<'helm.taken'> => {
  return { ...taken, helm: { ...taken.helm, operator } };
};

describe('an approval', () => {
  it('is owed by its role until somebody gives it', () => {
    const run = atGate();
    expect(owed(run)).toBe('Direction');
    run.tell(approval());
    expect(owed(run)).toBeNull();
  });

  it('is not owed by a step that asks for none', () => {
    expect(owed(atGate(), '1.1')).toBeNull();
  });

  it('is kept with who gave it, how that is known, and when', () => {
    const run = atGate(approval({ note: 'seen', givenAt: '2026-12-01T05:00:00.000Z' }));
    const { at } = run.entries.at(-1)!;
    const { type: _, ...said } = approval({ note: 'seen', givenAt: '2026-12-01T05:00:00.000Z' });
    expect(run.state.context.approvals['1.2']).toEqual([{ ...said, at, by: 'ops@bastion' }]);
  });

  it('decides nothing by itself', () => {
    const run = atGate();
    expect(run.tell(approval())).toEqual([]);
    expect(run.where).toBe('1.2 reviewing');
  });

  it('may be attested by the operator, and says so', () => {
    const { uid: _, ...attested } = approval({ proof: 'attested', person: 'Alice, by telephone' });
    const run = atGate(attested);
    expect(owed(run)).toBeNull();
    expect(standingApproval(run.state.context, '1.2')?.proof).toBe('attested');
  });

  it('that was attested never beats what somebody said for themselves', () => {
    const { uid: _, ...attested } = approval({ proof: 'attested', person: 'Alice, by telephone' });
    const run = atGate(approval({ verdict: 'no-go' }), attested);
    expect(owed(run)).toBe('Direction');
    expect(standingApproval(run.state.context, '1.2')?.verdict).toBe('no-go');
  });

  it('that says NO-GO leaves it owed, whatever was said before', () => {
    const run = atGate(approval(), approval({ person: 'bob', verdict: 'no-go' }));
    expect(owed(run)).toBe('Direction');
    run.tell(approval({ person: 'carol' }));
    expect(owed(run)).toBeNull();
  });

  it('may come while nobody holds the helm', () => {
    atGate(released).tell(approval());
  });

  it.each<[string, FactOf<'approval.given'>]>([
    ['of another step', approval({ step: '1.1' })],
    ['of a step that the plan does not have', approval({ step: '9.9' })],
    ['of another look', approval({ round: '0.1' })],
    ["the operator's own", approval({ person: 'ops' })],
    ["the operator's own, with spaces", approval({ person: ' ops ' })],
    ['of nobody', approval({ person: '  ' })],
  ])('is refused: %s', (_, fact) => {
    expect(atGate().try(fact)).toBeNull();
  });

  it('is refused before the step has come, and after it is over', () => {
    const run = drive(plan([stage('A', [[manual('1.1'), gate('1.2', asks), manual('1.3')]])]));
    expect(run.try(approval())).toBeNull();
    run.tell({ type: 'step.confirmed', step: '1.1' }, { type: 'gate.passed', step: '1.2' });
    expect(run.try(approval())).toBeNull();
  });

  it('is taken of a step of the rollback as well', () => {
    const back = { rollback: rollback([{ ...manual('R.1'), ...asks }]) };
    const run = drive(plan([stage('A', [[manual('1.1')]])], back));
    run.tell({ type: 'rollback.decided', ...because }, approval({ step: 'R.1' }));
  });
});

describe('an approval counts no more', () => {
  it('once whoever gave it takes the helm', () => {
    const run = atGate(approval());
    run.tell(released, takenBy('alice'));
    expect(owed(run)).toBe('Direction');
    run.tell(released, takenBy('bob'));
    expect(owed(run)).toBeNull();
  });

  it('but that of somebody else stands', () => {
    const run = atGate(approval({ person: 'bob' }), approval());
    run.tell(released, takenBy('alice'));
    expect(owed(run)).toBeNull();
    expect(standingApproval(run.state.context, '1.2')?.person).toBe('bob');
  });

  /** A checkpoint after a command, both approved for what they were; 1.2 has no record of its own. */
  const subject = plan([stage('A', [[manual('1.1'), checkpoint('1.2', asks), manual('1.3')]])]);
  const refused: Fact = { type: 'checkpoint.refused', step: '1.2', ...because };
  const reviewed: Fact = { type: 'checkpoint.reviewed', step: '1.2' };
  const reopened: Fact = { type: 'step.reopened', step: '1.1', ...because };
  const done: Fact = { type: 'step.confirmed', step: '1.1' };
  const passed: Fact = { type: 'checkpoint.passed', step: '1.2', waiver: 'known' };

  it.each<[string, Fact[]]>([
    ['the step is refused', [refused]],
    ['it is looked at again', [refused, reviewed]],
    ['a step before it is done again', [reopened, done]],
    ['it was passed, and a step before it is done again', [passed, reopened, done]],
    ['it is done again itself', [passed, { type: 'step.reopened', step: '1.2', ...because }]],
  ])('once %s', (_, facts) => {
    const run = drive(subject, done, approval(), ...facts);
    expect([run.state.current, owed(run)]).toEqual(['1.2', 'Direction']);
    expect(run.try(approval())).toBeNull();
    run.tell(approval({ round: roundOf(run.state.context, '1.2') }));
    expect(owed(run)).toBeNull();
  });

  it('once it was looked at again: what was said before the mending is of another look', () => {
    const run = drive(subject, done, refused);
    run.tell(approval({ round: roundOf(run.state.context, '1.2') }), reviewed);
    expect(owed(run)).toBe('Direction');
  });

  it('of a gate, too', () => {
    const run = atGate(approval(), { type: 'gate.refused', step: '1.2', ...because });
    expect(owed(run)).toBe('Direction');
    run.tell({ type: 'gate.reviewed', step: '1.2' });
    expect(run.try(approval({ round: '0.1' }))).toBeNull();
  });

  it('but it stands while its commands run, fail and are retried', () => {
    const run = drive(plan([stage('A', [[{ ...commands('1.2'), ...asks }]])]), approval());
    const job = run.start('1.2');
    run.tell(exited('1.2', job, false), { type: 'step.retried', step: '1.2' });
    expect(owed(run)).toBeNull();
  });
});

describe('a command that is rewritten', () => {
  const amended = (script: string): Fact => {
    return { type: 'step.amended', step: '1.2', command: 0, script, diff: '-\n+', ...because };
  };
  const atCommand = () =>
    drive(plan([stage('A', [[{ ...commands('1.2'), ...asks }]])]), approval());

  it('is another look: what was approved was another text', () => {
    const run = atCommand();
    run.tell(amended('rm -rf all'));
    expect(owed(run)).toBe('Direction');
    expect(run.try(approval())).toBeNull();
    run.tell(approval({ round: roundOf(run.state.context, '1.2') }));
    expect(owed(run)).toBeNull();
    run.tell(amended('rm -rf everything'));
    expect(owed(run)).toBe('Direction');
  });

  it('after it failed as well', () => {
    const run = atCommand();
    run.tell(exited('1.2', run.start('1.2'), false), amended('rm -rf all'));
    expect(owed(run)).toBe('Direction');
  });
});

describe('the operator', () => {
  it.each([
    ['alice', 'alice'],
    ['alice', ' alice '],
    ['alice', 'alice(root)'],
    ['alice(root)', 'alice'],
    ['alice(root)', 'root'],
    ['alice(root)', 'alice(root)'],
    ['alice(root)', 'bob(root)'],
    ['alice(root)', '  '],
  ])('%s is behind %j', (operator, person) => {
    expect(isOperator(operator, person)).toBe(true);
  });

  it.each([
    ['alice', 'bob'],
    ['alice', 'alicia'],
    ['alice', 'root'],
    ['alice(root)', 'bob'],
    [undefined, 'alice'],
  ])('%s is not behind %j', (operator, person) => {
    expect(isOperator(operator, person)).toBe(false);
  });

  it('is told apart behind root', () => {
    const run = atGate(released, takenBy('alice(root)'));
    for (const person of ['alice', 'root', 'alice(root)']) {
      expect(run.try(approval({ person }))).toBeNull();
    }
    run.tell(approval({ person: 'bob' }));
  });
});
