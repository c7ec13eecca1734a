import { describe, expect, it } from 'vitest';
import { drive, released } from './driver.ts';
import { checkpoint, commands, manual, plan, stage } from './plans.ts';

const reopened = (step: string) => ({ type: 'step.reopened', step, reason: 'again' }) as const;
const confirmed = (step: string) => ({ type: 'step.confirmed', step }) as const;
const pass = (item: string) => ({ type: 'item.ticked', item, verdict: 'pass' }) as const;

/** At the checkpoint 2.3, with everything before it done. */
function atCheckpoint() {
  const first = [manual('1.1')];
  const second = [manual('2.1', 1), commands('2.2'), checkpoint('2.3'), manual('2.4')];
  const run = drive(plan([stage('A', [first, second])]));
  run.tell(confirmed('1.1'), pass('2.1/1'), confirmed('2.1'));
  run.execute('2.2');
  run.tell(pass('2.3.a'));
  return run;
}

describe('going back to a finished step', () => {
  it('gives it the turn and wants it, and all that followed, done again', () => {
    const run = atCheckpoint();
    run.tell(reopened('2.1'));
    expect(run.where).toBe('2.1 ready');
    expect([run.status('2.2'), run.status('2.3'), run.status('1.1')]).toEqual([
      'waiting',
      'waiting',
      'done',
    ]);
    expect(run.state.context.marks).toEqual({});
  });

  it('keeps the history of jobs and counts the times', () => {
    const run = atCheckpoint();
    run.tell(reopened('2.2'));
    const record = run.state.context.steps['2.2'];
    expect(record).toMatchObject({ jobs: ['job-1'], command: 0, reopened: 1, reason: 'again' });
    expect(record).not.toHaveProperty('outcome');
    expect(record).not.toHaveProperty('endedAt');
    run.execute('2.2');
    expect(run.state.context.steps['2.2']?.jobs).toEqual(['job-1', 'job-2']);
  });

  it('is possible from remediation', () => {
    const run = atCheckpoint();
    run.tell({ type: 'checkpoint.refused', step: '2.3', reason: 'rows are missing' });
    run.tell(reopened('2.2'));
    expect(run.where).toBe('2.2 ready');
  });

  it.each([
    ['a step of an earlier phase', '1.1'],
    ['a step that has not come', '2.4'],
    ['a step that nothing was done of', '2.3'],
    ['a step that does not exist', '9.9'],
  ])('refuses %s', (_, step) => {
    expect(atCheckpoint().try(reopened(step))).toBeNull();
  });

  it('never jumps forward over a step that was reopened', () => {
    const run = atCheckpoint();
    run.tell(reopened('2.1'));
    expect(run.try(reopened('2.2'))).toBeNull();
  });

  it('is refused while a job lives', () => {
    const run = atCheckpoint();
    run.tell(reopened('2.2'));
    run.start('2.2');
    expect(run.try(reopened('2.1'))).toBeNull();
  });

  it('is refused while nobody holds the helm', () => {
    const run = atCheckpoint();
    run.tell(released);
    expect(run.try(reopened('2.1'))).toBeNull();
  });
});
