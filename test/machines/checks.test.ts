/** Checks of boxes: which is due, what its verdict marks, and who may say otherwise. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/entries.ts';
import { type Driver, exited } from './driver.ts';
import { because, due, passed, reviewing, tick } from './reviewing.ts';

const mark = (run: Driver, box: string) => run.state.context.marks[box];

describe('the verdict of a check', () => {
  it.each([
    ['pass', true],
    ['fail', false],
  ])('marks its box: %s', (verdict, ok) => {
    const run = reviewing();
    const job = run.look('1.2.a');
    run.tell({ ...exited('1.2', job, ok), evidence: '3 rows differ' });
    const { at, by } = run.entries.at(-1)!;
    expect(mark(run, '1.2.a')).toEqual({ verdict, at, by, job, note: '3 rows differ' });
    expect(run.where).toBe('1.2 reviewing');
  });

  it('says why when there is no output to show', () => {
    const run = reviewing();
    run.tell({ ...exited('1.2', run.look('1.2.a'), false), why: 'time limit' });
    expect(mark(run, '1.2.a')?.note).toBe('time limit');
  });

  it('binds what it captured, and marks its box all the same', () => {
    const run = reviewing();
    run.tell({ ...exited('1.2', run.look('1.2.a')), captured: { rows: '3' } });
    expect([mark(run, '1.2.a')?.verdict, run.state.context.variables]).toEqual([
      'pass',
      { rows: '3' },
    ]);
  });

  it.each<[string, Fact]>([
    ['in doubt', { type: 'job.doubted', job: 'job-2', step: '1.2', why: 'rebooted' }],
    ['abandoned', { type: 'job.abandoned', job: 'job-2', step: '1.2', ...because }],
    ['never run', { type: 'job.revoked', job: 'job-2', step: '1.2', ...because }],
  ])('is not given when it is %s', (_, outcome) => {
    const run = reviewing();
    run.look('1.2.a');
    run.tell(outcome);
    expect(mark(run, '1.2.a')).toBeUndefined();
  });

  it.each<[string, Fact[]]>([
    [
      'the point was refused and is looked at again',
      [
        { type: 'checkpoint.refused', step: '1.2', ...because },
        { type: 'checkpoint.reviewed', step: '1.2' },
      ],
    ],
    ['the step before is done again', [{ type: 'step.reopened', step: '1.1', ...because }]],
  ])('is worth nothing when meanwhile %s', (_, meanwhile) => {
    const run = reviewing();
    const job = run.look('1.2.a');
    run.tell(...meanwhile, exited('1.2', job));
    expect(mark(run, '1.2.a')).toBeUndefined();
    if (run.where === '1.1 ready') run.execute('1.1');
    expect(due(run)).toBe('1.2.a');
  });

  it('comes to a refused point as well', () => {
    const run = reviewing();
    const job = run.look('1.2.a');
    run.tell({ type: 'checkpoint.refused', step: '1.2', ...because }, exited('1.2', job, false));
    expect([run.where, mark(run, '1.2.a')?.verdict]).toEqual(['1.2 remediating', 'fail']);
  });

  it('gives GO once every criterion is green, whoever looked', () => {
    const run = reviewing();
    run.looked('1.2.a');
    run.looked('1.2/1');
    expect(run.try(passed)).toBeNull();
    run.tell(tick('1.2.b', 'pass'), passed);
    expect(run.where).toBe('1.3 ready');
  });
});

describe('while its check runs, a box', () => {
  const looking = () => {
    const run = reviewing();
    run.tell(tick('1.2.a', 'pass'), tick('1.2.b', 'pass'), tick('1.2/1', 'pass'));
    return { run, job: run.look('1.2.a') };
  };

  it('is not ticked by hand: its verdict will come', () => {
    const { run, job } = looking();
    expect(run.try(tick('1.2.a', 'pass', 'I looked'))).toBeNull();
    expect(run.try(tick('1.2.a', 'fail'))).toBeNull();
    run.tell(tick('1.2.b', 'pass'));
    run.tell({ type: 'job.abandoned', job, step: '1.2', ...because }, tick('1.2.a', 'pass'));
  });

  it('is not green, though it was: GO waits, or is waived', () => {
    const { run, job } = looking();
    expect(run.try(passed)).toBeNull();
    expect(run.state.can({ ...passed, waiver: 'too slow' } as Fact)).toBe(true);
    run.tell(exited('1.2', job), passed);
    expect(run.where).toBe('1.3 ready');
  });

  it('may be cleared, and is marked when the verdict comes', () => {
    const { run, job } = looking();
    run.tell({ type: 'item.cleared', item: '1.2.a' }, exited('1.2', job, false));
    expect(mark(run, '1.2.a')?.verdict).toBe('fail');
  });
});

describe('a failed check', () => {
  const failed = () => {
    const run = reviewing();
    run.looked('1.2.a', false);
    return run;
  };

  it.each<[string, Fact[]]>([
    ['at once', []],
    ['after a person agreed with it', [tick('1.2.a', 'fail')]],
    ['after it was cleared', [{ type: 'item.cleared', item: '1.2.a' }]],
    ['after it was overruled once', [tick('1.2.a', 'pass', 'known'), tick('1.2.a', 'fail')]],
  ])('is only overruled with a note: %s', (_, before) => {
    const run = failed();
    run.tell(...before);
    expect(run.try(tick('1.2.a', 'pass'))).toBeNull();
    expect(run.try(tick('1.2.a', 'pass', ' '))).toBeNull();
    run.tell(tick('1.2.a', 'pass', 'the old rows, as agreed'));
    expect(mark(run, '1.2.a')).toMatchObject({ verdict: 'pass', note: 'the old rows, as agreed' });
    expect(mark(run, '1.2.a')).not.toHaveProperty('job');
  });

  it('is only overruled with a note even when another look was given up', () => {
    const run = failed();
    const job = run.look('1.2.a');
    run.tell({ type: 'job.abandoned', job, step: '1.2', ...because });
    expect(mark(run, '1.2.a')?.verdict).toBe('fail');
    expect(run.try(tick('1.2.a', 'pass'))).toBeNull();
  });

  it('is forgotten once another passed', () => {
    const run = failed();
    run.looked('1.2.a');
    run.tell(tick('1.2.a', 'fail'), tick('1.2.a', 'pass'));
  });

  it('needs no note to agree, and a person may doubt one that passed', () => {
    const run = failed();
    run.tell(tick('1.2.a', 'fail'));
    run.looked('1.2/1');
    run.tell(tick('1.2/1', 'fail'));
    expect(mark(run, '1.2/1')?.verdict).toBe('fail');
  });
});
