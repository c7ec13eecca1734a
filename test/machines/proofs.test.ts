/** Proofs of what the rollback needs: when they are looked for, and what makes them worth nothing. */
import { describe, expect, it } from 'vitest';
import { dueCheck } from '../../machines/checks.ts';
import type { Fact } from '../../machines/entries.ts';
import { type Driver, drive, exited } from './driver.ts';
import { command, commands, manual, plan, proof, rollback, stage } from './plans.ts';

const because = { reason: 'because' };
const tick = (box: string, verdict: 'pass' | 'fail', note?: string): Fact => {
  return { type: 'item.ticked', item: box, verdict, ...(note && { note }) };
};
const bound = (name: string): Fact => {
  return { type: 'variable.bound', name, value: 'x', source: 'asked' };
};
const due = (run: Driver) => dueCheck(run.plan, run.state)?.item ?? null;

const mark = (run: Driver, box: string) => run.state.context.marks[box];

describe('a proof of the rollback', () => {
  const captor = {
    ...commands('1.2'),
    commands: [command(0, { attributes: { capture: 'backup' } })],
  };
  const proofs = [proof('R.1/files', 'R.1'), proof('R.1/p1', 'R.1', ['backup'])];
  const before = stage('J-1', [[manual('0.1'), { ...commands('0.2'), name: 'early' }]]);
  const day = [[commands('1.1'), captor], [commands('2.1'), commands('2.2')], [manual('3.1')]];
  const needing = { ...commands('R.1'), attributes: { undoes: ['2.1'] } };
  const proved = plan([{ ...before, offsetDays: -1 }, stage('A', day)], {
    rollback: rollback([needing], 0, proofs),
    variables: [{ name: 'backup', capturedBy: '1.2' }],
  });

  const atDay = (of = proved) => {
    const run = drive(of, { type: 'step.confirmed', step: '0.1' });
    run.execute('0.2');
    return run;
  };
  const captured = { backup: 'b1.sql' };
  /** The backup is made, and both proofs are given. */
  const ready = () => {
    const run = atDay();
    run.execute('1.1');
    run.tell({ ...exited('1.2', run.start('1.2')), captured });
    run.looked('R.1/files');
    run.looked('R.1/p1');
    return run;
  };

  it('is not looked for before the day', () => {
    expect(due(drive(proved))).toBeNull();
    expect(due(atDay())).toBe('R.1/files');
  });

  it('is looked for before the day when the next step could not be undone without it', () => {
    const early = structuredClone(proved);
    early.rollback!.steps[0]!.attributes.undoes = ['early'];
    const run = drive(early);
    expect(due(run)).toBeNull();
    run.tell({ type: 'step.confirmed', step: '0.1' });
    expect(due(run)).toBe('R.1/files');
  });

  it('is not looked for in the environment’s own stage', () => {
    const own = plan(
      [
        { ...stage('env', [[commands('0.1')]]), ofEnvironment: true, offsetDays: 0 },
        stage('A', day),
      ],
      {
        rollback: proved.rollback!,
      },
    );
    expect(due(drive(own))).toBeNull();
  });

  it('waits until what it looks at is settled', () => {
    const run = atDay();
    run.looked('R.1/files');
    run.tell(bound('backup'));
    run.looked('R.1/files');
    expect(due(run)).toBeNull();
    run.execute('1.1');
    run.execute('1.2');
    expect(due(run)).not.toBeNull();
  });

  it.each<[string, (run: Driver) => void]>([
    [
      'a phase begins',
      run => {
        run.execute('2.1');
        run.execute('2.2');
      },
    ],
    ['a variable is bound', run => run.tell(bound('backup'))],
    [
      'a command captures',
      run => run.tell({ ...exited('2.1', run.start('2.1')), captured: { other: 'x' } }),
    ],
    [
      'a step is done again',
      run => {
        run.execute('2.1', false);
        run.tell({ type: 'step.reopened', step: '2.1', ...because });
      },
    ],
  ])('is given anew when %s', (_, event) => {
    const run = ready();
    expect(due(run)).toBeNull();
    event(run);
    expect([mark(run, 'R.1/p1'), mark(run, 'R.1/files')]).toEqual([undefined, undefined]);
    expect(due(run)).toBe('R.1/files');
  });

  it('is worth nothing when a variable changed while it ran', () => {
    const run = ready();
    const job = run.look('R.1/p1');
    run.tell(bound('backup'), exited('R.1', job));
    expect(mark(run, 'R.1/p1')).toBeUndefined();
    run.looked('R.1/files');
    expect(due(run)).toBe('R.1/p1');
  });

  it('never has another given anew by what it captures', () => {
    const run = ready();
    run.tell({ ...exited('R.1', run.look('R.1/p1')), captured: { size: '3' } });
    expect([mark(run, 'R.1/p1')?.verdict, due(run)]).toEqual(['pass', null]);
  });

  it('stays as a person said, whatever changes', () => {
    const run = ready();
    run.looked('R.1/p1', false);
    run.tell(tick('R.1/p1', 'pass', 'seen on the backup server'), bound('backup'));
    expect(mark(run, 'R.1/p1')?.note).toBe('seen on the backup server');
    expect(due(run)).toBe('R.1/files');
    run.tell({ type: 'item.cleared', item: 'R.1/p1' });
    run.looked('R.1/files');
    expect(due(run)).toBe('R.1/p1');
  });

  it('is not looked for once a rollback was decided, and stays as it was', () => {
    const run = ready();
    run.tell({ type: 'rollback.decided', ...because });
    run.execute('R.1', false);
    run.tell({ type: 'step.reopened', step: 'R.1', ...because });
    expect([due(run), mark(run, 'R.1/p1')?.verdict]).toEqual([null, 'pass']);
  });
});
