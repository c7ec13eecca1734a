/** Which steps of the rollback have something to undo. */
import { describe, expect, it } from 'vitest';
import { isNeeded, undoersOf, undoneSteps } from '../../machines/undoing.ts';
import { type Driver, drive, exited } from './driver.ts';
import { commands, manual, plan, rollback, stage } from './plans.ts';

const because = { reason: 'because' };
const undoing = (id: string, ...undoes: string[]) => ({ ...commands(id), attributes: { undoes } });

const migration = { ...commands('1.1'), name: 'migration' };
const byHand = manual('1.2');
const back = [
  undoing('R.1', 'migration'),
  undoing('R.2', '1.2'),
  commands('R.3'),
  undoing('R.4', '9.9'),
  undoing('R.5', '1.2', 'migration'),
];
const subject = plan([stage('A', [[migration, byHand, manual('1.3')]])], {
  rollback: rollback(back),
});

const needed = (run: Driver): string[] =>
  back.filter(step => isNeeded(subject, run.state.context, step)).map(({ id }) => id);

describe('what undoes what', () => {
  it.each([
    ['R.1', ['1.1']],
    ['R.2', ['1.2']],
    ['R.3', []],
    ['R.4', []],
    ['R.5', ['1.1', '1.2']],
  ])('%s undoes %j, in the order of the plan', (id, steps) => {
    const step = back.find(one => one.id === id)!;
    expect(undoneSteps(subject, step).map(one => one.id)).toEqual(steps);
  });

  it('is known by the name of a step or by its number', () => {
    expect(undoersOf(subject, migration).map(({ id }) => id)).toEqual(['R.1', 'R.5']);
    expect(undoersOf(subject, byHand).map(({ id }) => id)).toEqual(['R.2', 'R.5']);
    expect(undoersOf(subject, manual('1.3'))).toEqual([]);
  });
});

describe('a step of the rollback is needed', () => {
  const always = ['R.3', 'R.4'];
  const afterMigration = ['R.1', 'R.3', 'R.4', 'R.5'];
  const afterBoth = ['R.1', 'R.2', 'R.3', 'R.4', 'R.5'];
  const skip = (run: Driver, step: string) => run.tell({ type: 'step.skipped', step, ...because });

  it.each<[string, string[], (run: Driver) => unknown]>([
    [
      'nothing was begun: only what does not say, or says wrongly, what it undoes',
      always,
      () => {},
    ],
    ['its step runs', afterMigration, run => run.start('1.1')],
    ['its step failed', afterMigration, run => run.execute('1.1', false)],
    [
      'nobody knows what its step did',
      afterMigration,
      run => run.tell({ type: 'job.doubted', job: run.start('1.1'), step: '1.1', why: 'rebooted' }),
    ],
    ['its step is done', afterMigration, run => run.execute('1.1')],
    [
      'its step failed, and was then skipped',
      afterMigration,
      run => {
        run.execute('1.1', false);
        skip(run, '1.1');
      },
    ],
    ['its step was skipped: not', always, run => skip(run, '1.1')],
    [
      'its step was started, yet never ran: not',
      always,
      run => run.tell({ type: 'job.revoked', job: run.start('1.1'), step: '1.1', ...because }),
    ],
    [
      'its step is to be done again',
      afterMigration,
      run => {
        run.execute('1.1');
        run.tell({ type: 'step.reopened', step: '1.1', ...because });
      },
    ],
    [
      'people began',
      afterBoth,
      run => {
        run.execute('1.1');
        run.tell({ type: 'step.begun', step: '1.2' });
      },
    ],
    [
      'people did it without saying when they began',
      afterBoth,
      run => {
        run.execute('1.1');
        run.tell({ type: 'step.confirmed', step: '1.2' });
      },
    ],
    [
      'people did it, and are to do it again',
      afterBoth,
      run => {
        run.execute('1.1');
        run.tell({ type: 'step.confirmed', step: '1.2' });
        run.tell({ type: 'step.reopened', step: '1.2', ...because });
      },
    ],
  ])('when %s', (_, expected, event) => {
    const run = drive(subject);
    event(run);
    expect(needed(run)).toEqual(expected);
  });

  it('whether or not something beside the plan ran meanwhile', () => {
    const run = drive(subject);
    const about = { job: 'typed', step: '1.1', attempt: 1, script: 's', host: 'h' };
    run.tell({ type: 'job.started', ...about, command: -1, adhoc: 'df' }, exited('1.1', 'typed'));
    expect(needed(run)).toEqual(always);
  });
});
