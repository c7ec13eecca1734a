import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/plan/types.ts';
import { drive, exited, released, taken } from './driver.ts';
import { checkpoint, commands, gate, manual, milestone, plan, rollback, stage } from './plans.ts';

const decided = { type: 'rollback.decided', reason: 'data corrupted' } as const;
const validated = { type: 'rollback.validated' } as const;
const pass = (item: string) => ({ type: 'item.ticked', item, verdict: 'pass' }) as const;

function driveTo(step: Step, back = rollback([commands('R.1'), commands('R.2')])) {
  return drive(plan([stage('A', [[step]])], { rollback: back }));
}

/** The rollback's steps are done: its validation is awaited. */
function validating() {
  const run = driveTo(manual('1.1'));
  run.tell(decided);
  run.execute('R.1');
  run.execute('R.2');
  return run;
}

describe('a rollback', () => {
  it.each([
    ['a manual step', manual('1.1')],
    ['a command step', commands('1.1')],
    ['a checkpoint', checkpoint('1.1')],
    ['a gate', gate('1.1')],
    ['a milestone', milestone('1.1')],
  ])('can be decided at %s', (_, step) => {
    const run = driveTo(step);
    run.tell({ ...decided, trigger: 'corruption' });
    expect([run.state.status, run.where]).toEqual(['rollingBack', 'R.1 ready']);
    const { rollback } = run.state.context;
    expect(rollback).toMatchObject({
      reason: 'data corrupted',
      trigger: 'corruption',
      fromStep: '1.1',
    });
  });

  it('runs its steps, has the result validated, and ends', () => {
    const run = validating();
    expect(run.state).toMatchObject({ status: 'validating', current: null });
    expect(run.try(validated)).toBeNull();
    run.tell(pass('V.1'), validated);
    expect(run.where).toBe('rolledBack');
    expect(run.state.context.endedAt).toBe(run.entries.at(-1)?.at);
  });

  it('may be validated with a waiver', () => {
    const run = validating();
    run.tell({ ...validated, waiver: 'nobody to test at night' });
    expect(run.where).toBe('rolledBack');
  });

  it('calls a human for the validation', () => {
    const run = driveTo(manual('1.1'), rollback([commands('R.1')]));
    run.tell(decided);
    expect(run.execute('R.1').at(-1)).toEqual({ type: 'callHuman', step: '', why: 'validation' });
  });

  it('can redo a step when its validation disappoints, with every box to look at again', () => {
    const run = validating();
    run.tell(pass('V.1'), { type: 'step.reopened', step: 'R.2', reason: 'workers are down' });
    expect([run.where, run.state.context.marks]).toEqual(['R.2 ready', {}]);
    run.execute('R.2');
    expect(run.state.status).toBe('validating');
  });

  it('offers the same choices on failure, less another rollback', () => {
    const run = driveTo(manual('1.1'));
    run.tell(decided);
    run.execute('R.1', false);
    expect(run.where).toBe('R.1 failed');
    expect(run.try(decided)).toBeNull();
    run.tell({ type: 'step.retried', step: 'R.1' });
    run.execute('R.1', false);
    run.tell({ type: 'step.skipped', step: 'R.1', reason: 'by hand' });
    expect(run.where).toBe('R.2 ready');
    run.tell({ type: 'run.aborted', reason: 'we go on by hand' });
    expect(run.where).toBe('aborted');
  });

  it('needs somebody at the helm', () => {
    const run = driveTo(manual('1.1'));
    run.tell(released);
    expect(run.try(decided)).toBeNull();
    run.tell(taken, decided);
    expect(run.where).toBe('R.1 ready');
  });

  it('goes straight to the validation when it has no steps', () => {
    const run = driveTo(manual('1.1'), rollback([]));
    run.tell(decided);
    expect(run.state.status).toBe('validating');
  });

  it('can be decided while the run is held', () => {
    const run = driveTo(manual('1.1'));
    run.tell({ type: 'run.held', reason: 'wait' }, decided);
    expect(run.where).toBe('R.1 ready');
  });

  describe('decided while a job runs', () => {
    function halting() {
      const run = driveTo(commands('1.1'));
      const job = run.start('1.1');
      return { run, job, effects: run.tell(decided) };
    }
    const step = '1.1';

    it('stops the job and waits for its end', () => {
      const { run, job, effects } = halting();
      expect(effects).toEqual([{ type: 'cancelJob', job }]);
      expect(run.state).toMatchObject({ status: 'rollingBack', halting: true, current: '1.1' });
      expect(run.where).toBe('1.1 running');
      expect(run.state.context.jobs[job]?.cancelledAt).toBe(run.entries.at(-1)?.at);
      expect(run.try(run.started('R.1'))).toBeNull();
      expect(run.try({ type: 'run.aborted', reason: 'enough' })).toBeNull();
    });

    it.each([
      ['it failed', 'failed', (job: string) => exited(step, job, false)],
      ['it succeeded after all', 'done', (job: string) => exited(step, job, true)],
      [
        'it is in doubt',
        'inDoubt',
        (job: string) => ({ type: 'job.doubted', job, step, why: 'rebooted' }) as const,
      ],
      [
        'it never ran',
        'waiting',
        (job: string) => ({ type: 'job.revoked', job, step, reason: 'no' }) as const,
      ],
      [
        'nobody waits for it any more',
        'inDoubt',
        (job: string) => ({ type: 'job.abandoned', job, step, reason: 'hangs' }) as const,
      ],
    ])('begins once %s', (_, left, outcome) => {
      const { run, job } = halting();
      run.tell(outcome(job));
      expect([run.where, run.state.halting, run.status('1.1')]).toEqual(['R.1 ready', false, left]);
    });

    it('can be told to stop it again, and hears that it is orphaned', () => {
      const { run, job } = halting();
      run.tell({ type: 'job.orphaned', job, step, why: 'witness died' });
      const effects = run.tell({ type: 'job.cancelled', job, step, reason: 'still there' });
      expect(effects).toEqual([{ type: 'cancelJob', job }]);
      expect(run.state.halting).toBe(true);
    });
  });
});
