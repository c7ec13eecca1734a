import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/entries.ts';
import { type Driver, drive, exited, released, taken } from './driver.ts';
import { command, commands, manual, planOf, rollback } from './plans.ts';

const because = { reason: 'because' };

/** A plan whose first step has two commands. */
const twoCommands = () => drive(planOf(commands('1.1', 2), manual('1.2')));

/** Ways to each state of a command step. */
const at = {
  ready: twoCommands,
  running: () => told(twoCommands(), run => run.start('1.1')),
  failed: () => told(twoCommands(), run => run.execute('1.1', false)),
  inDoubt: () =>
    told(at.running(), run =>
      run.tell({ type: 'job.doubted', job: 'job-1', step: '1.1', why: 'rebooted' }),
    ),
};

function told(run: Driver, say: (run: Driver) => unknown): Driver {
  say(run);
  return run;
}

const job = { job: 'job-1', step: '1.1' };
const next = { job: 'job-2', step: '1.1', attempt: 2, script: 's', host: 'h' };
const amended = { type: 'step.amended', step: '1.1', script: 'x', diff: 'd', ...because } as const;

describe('a command step', () => {
  const moves: [keyof typeof at, Fact, string][] = [
    ['ready', { type: 'job.started', command: 0, ...next }, '1.1 running'],
    ['ready', { type: 'step.skipped', step: '1.1', ...because }, '1.2 ready'],
    ['ready', { ...amended, command: 0 }, '1.1 ready'],
    ['running', exited('1.1', 'job-1', true), '1.1 ready'],
    ['running', exited('1.1', 'job-1', false), '1.1 failed'],
    ['running', { type: 'job.doubted', ...job, why: 'rebooted' }, '1.1 inDoubt'],
    ['running', { type: 'job.revoked', ...job, reason: 'never started' }, '1.1 ready'],
    ['running', { type: 'job.orphaned', ...job, why: 'witness died' }, '1.1 running'],
    ['running', { type: 'job.cancelled', ...job, ...because }, '1.1 running'],
    ['running', { type: 'job.abandoned', ...job, ...because }, '1.1 inDoubt'],
    ['failed', { type: 'step.retried', step: '1.1' }, '1.1 ready'],
    ['failed', { ...amended, command: 0 }, '1.1 ready'],
    ['failed', { type: 'step.accepted', step: '1.1', ...because }, '1.2 ready'],
    ['failed', { type: 'step.skipped', step: '1.1', ...because }, '1.2 ready'],
    ['failed', { type: 'step.reopened', step: '1.1', ...because }, '1.1 ready'],
    ['failed', { type: 'run.aborted', ...because }, 'aborted'],
    ['inDoubt', { type: 'step.retried', step: '1.1' }, '1.1 ready'],
    ['inDoubt', { ...amended, command: 0 }, '1.1 ready'],
    ['inDoubt', { type: 'step.accepted', step: '1.1', ...because }, '1.2 ready'],
    ['inDoubt', { type: 'step.skipped', step: '1.1', ...because }, '1.2 ready'],
    ['inDoubt', { type: 'run.aborted', ...because }, 'aborted'],
  ];
  const named = moves.map(([from, fact, where]) => [from, fact.type, where, fact] as const);
  it.each(named)('%s: %s leads to %s', (from, _, where, fact) => {
    const run = at[from]();
    run.tell(fact);
    expect(run.where).toBe(where);
  });

  const refusals: [keyof typeof at, string, Fact][] = [
    ['ready', 'another command than the next', { type: 'job.started', command: 1, ...next }],
    [
      'ready',
      'a step that is not its turn',
      { type: 'job.started', command: 0, ...next, step: '1.2' },
    ],
    ['ready', 'a retry', { type: 'step.retried', step: '1.1' }],
    ['ready', 'an acceptance', { type: 'step.accepted', step: '1.1', ...because }],
    ['ready', 'a confirmation', { type: 'step.confirmed', step: '1.1', ...because }],
    ['ready', 'an outcome', exited('1.1', 'job-1')],
    [
      'ready',
      'a step reopened that nothing was done of',
      { type: 'step.reopened', step: '1.1', ...because },
    ],
    ['ready', 'another command amended', { ...amended, command: 1 }],
    ['ready', 'another step amended', { ...amended, step: '1.2', command: 0 }],
    ['running', 'a script amended', { ...amended, command: 0 }],
    ['running', 'a second job', { type: 'job.started', command: 0, ...next }],
    ['running', 'the outcome of another job', exited('1.1', 'job-9')],
    ['running', 'its outcome under another step', exited('1.2', 'job-1')],
    ['running', 'a skip', { type: 'step.skipped', step: '1.1', ...because }],
    ['running', 'a step reopened', { type: 'step.reopened', step: '1.1', ...because }],
    ['running', 'an abort', { type: 'run.aborted', ...because }],
    ['failed', 'a start without a decision', { type: 'job.started', command: 0, ...next }],
    ['failed', 'the outcome of a job that is over', exited('1.1', 'job-1')],
    ['failed', 'another command amended', { ...amended, command: 1 }],
    ['failed', 'a decision about another step', { type: 'step.retried', step: '1.2' }],
    ['inDoubt', 'an outcome found too late', exited('1.1', 'job-1')],
  ];
  it.each(refusals)('%s: refuses %s', (from, _, fact) => {
    const run = at[from]();
    const { where } = run;
    expect(run.try(fact)).toBeNull();
    expect(run.where).toBe(where);
  });

  it('runs its commands in order, then gives the turn to the next step', () => {
    const run = twoCommands();
    run.execute('1.1');
    expect([run.where, run.state.context.steps['1.1']?.command]).toEqual(['1.1 ready', 1]);
    run.execute('1.1');
    expect([run.where, run.status('1.1')]).toEqual(['1.2 ready', 'done']);
  });

  it('counts only the commands that run', () => {
    const step = commands('1.1', 4);
    step.commands[0] = command(0, { runnable: false });
    step.commands[2] = command(2, { attributes: { sample: true } });
    const run = drive(planOf(step));
    expect(run.try(run.started('1.1', 'a-job', 0))).toBeNull();
    run.tell(run.started('1.1', 'a-job', 1), exited('1.1', 'a-job'));
    run.tell(run.started('1.1', 'another', 3), exited('1.1', 'another'));
    expect(run.where).toBe('completed');
  });

  it('retries the command that failed, not the ones before it', () => {
    const run = twoCommands();
    run.execute('1.1');
    run.execute('1.1', false);
    run.tell({ type: 'step.retried', step: '1.1', reason: 'the disk is free again' });
    expect(run.try(run.started('1.1', 'again', 0))).toBeNull();
    run.execute('1.1');
    expect(run.where).toBe('1.2 ready');
  });

  it('never starts two jobs under one id', () => {
    const run = at.failed();
    run.tell({ type: 'step.retried', step: '1.1' });
    expect(run.try(run.started('1.1', 'job-1'))).toBeNull();
  });

  it('keeps the amended script under the command it replaces', () => {
    const run = at.failed();
    run.tell({ ...amended, command: 0 });
    expect(run.state.context.steps['1.1']?.amended).toEqual({ 0: 'x' });
  });

  it('is not begun by an amendment, which outlives going back', () => {
    const run = at.ready();
    run.tell({ ...amended, command: 0 });
    expect(run.state.context.steps['1.1']).toMatchObject({ jobs: [], command: 0 });
    expect(run.state.context.steps['1.1']).not.toHaveProperty('startedAt');
    run.execute('1.1');
    run.tell({ ...amended, command: 1, script: 'y' });
    run.execute('1.1', false);
    run.tell({ type: 'step.reopened', step: '1.1', ...because });
    expect(run.state.context.steps['1.1']).toMatchObject({
      amended: { 0: 'x', 1: 'y' },
      command: 0,
    });
  });

  it('is amended by whoever holds the helm only, though the run be held', () => {
    const run = at.failed();
    run.tell({ type: 'run.held', reason: 'wait' }, released);
    expect(run.try({ ...amended, command: 0 })).toBeNull();
    run.tell(taken, { ...amended, command: 0 });
    expect(run.where).toBe('1.1 ready');
  });

  it('binds what a command captured', () => {
    const run = at.running();
    run.tell({ ...exited('1.1', 'job-1'), captured: { version: 'v0.9.0' } });
    expect(run.state.context.variables).toEqual({ version: 'v0.9.0' });
  });

  it('records outcomes while nobody holds the helm and the run is held', () => {
    const run = at.running();
    run.tell({ type: 'run.held', reason: 'wait' }, released, exited('1.1', 'job-1', false));
    expect(run.where).toBe('1.1 failed');
  });

  it.each([
    ['nobody holds the helm', released],
    ['the run is held', { type: 'run.held', reason: 'wait' }] as const,
  ] as [string, Fact][])('starts nothing while %s', (_, fact) => {
    const run = at.ready();
    run.tell(fact);
    expect(run.try(run.started('1.1'))).toBeNull();
    run.tell(fact === released ? taken : { type: 'run.resumed' });
    run.start('1.1');
    expect(run.where).toBe('1.1 running');
  });

  it('asks the world to start, to cancel, and calls a human when it fails or is in doubt', () => {
    const run = twoCommands();
    expect(run.tell(run.started('1.1', 'j'))).toEqual([
      { type: 'startJob', job: 'j', step: '1.1', command: 0 },
    ]);
    expect(run.tell({ type: 'job.cancelled', job: 'j', step: '1.1', ...because })).toEqual([
      { type: 'cancelJob', job: 'j' },
    ]);
    expect(run.tell(exited('1.1', 'j', false))).toEqual([
      { type: 'callHuman', step: '1.1', why: 'failed' },
    ]);
    run.tell({ type: 'step.retried', step: '1.1' });
    const again = run.start('1.1');
    expect(run.tell({ type: 'job.doubted', job: again, step: '1.1', why: 'rebooted' })).toEqual([
      { type: 'callHuman', step: '1.1', why: 'inDoubt' },
    ]);
  });

  it('keeps the history of a job from its start to its outcome', () => {
    const run = at.running();
    run.tell(
      { type: 'job.orphaned', ...job, why: 'witness died' },
      { type: 'job.cancelled', ...job, ...because },
      { type: 'job.doubted', ...job, why: 'witness-lost', away: true },
    );
    const record = run.state.context.jobs['job-1'];
    expect(record).toMatchObject({ status: 'doubt', why: 'witness-lost', away: true, attempt: 1 });
    expect(record?.cancelledAt).toBe(run.entries.at(-2)?.at);
    expect(run.state.context.liveJob).toBeNull();
  });

  it.each([
    ['2026-12-01T06:00:20.000Z', '2026-12-01T06:00:20.000Z'],
    // The wrapper counts whole seconds, so a short command may seem to end before its start.
    ['2026-12-01T05:59:00.000Z', undefined],
  ])(
    'that ended while nobody watched ended when it ended, not when that was found',
    (exit, end) => {
      const run = drive(planOf(commands('1.1'), manual('1.2')));
      const id = run.start('1.1');
      run.tell({ ...exited('1.1', id, true), exitedAt: exit, away: true });
      const { startedAt, endedAt } = run.state.context.steps['1.1']!;
      expect(endedAt).toBe(end ?? startedAt);
    },
  );

  it('offers no rollback in a plan without one', () => {
    expect(at.failed().try({ type: 'rollback.decided', ...because })).toBeNull();
    const run = drive({ ...planOf(commands('1.1')), rollback: rollback([]) });
    expect(run.state.can({ type: 'rollback.decided', ...because })).toBe(true);
  });
});
