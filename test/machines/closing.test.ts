/** The end of a run: by its final checklist, or by itself. */
import { describe, expect, it } from 'vitest';
import type { FactOf } from '../../machines/entries.ts';
import { created, Driver, drive, released, taken } from './driver.ts';
import { item, manual, plan, rollback, stage } from './plans.ts';

const subject = plan([stage('A', [[manual('1.1')]])], {
  checklist: [item('L.1'), item('L.2')],
  rollback: rollback([manual('R.1')]),
});

const done = { type: 'step.confirmed', step: '1.1' } as const;
const pass = (box: string) => ({ type: 'item.ticked', item: box, verdict: 'pass' }) as const;
const fail = (box: string) => ({ type: 'item.ticked', item: box, verdict: 'fail' }) as const;
const closed = (waiver?: string): FactOf<'run.closed'> => {
  return { type: 'run.closed', ...(waiver && { waiver }) };
};

const closing = () => drive(subject, done);

describe('after its last step, a run with a final checklist', () => {
  it('is closing: no step has the turn, and it has not ended', () => {
    const run = closing();
    expect([run.where, run.status('1.1')]).toEqual(['closing', 'done']);
    expect(run.state.context).toMatchObject({ endedAt: null, current: null });
  });

  it('calls a human', () => {
    expect(drive(subject).tell(done)).toEqual([{ type: 'callHuman', step: '', why: 'closing' }]);
  });

  it('is closed once every box is green', () => {
    const run = closing();
    run.tell(pass('L.1'), pass('L.2'), closed());
    expect(run.where).toBe('completed');
    expect(run.state.context.endedAt).toBe(run.entries.at(-1)?.at);
  });

  it('may have had its boxes ticked long before', () => {
    const run = drive(subject, pass('L.1'), pass('L.2'), done, closed());
    expect(run.where).toBe('completed');
  });

  it.each([
    ['no box is ticked', []],
    ['one box is open', [pass('L.1')]],
    ['one box failed', [pass('L.1'), fail('L.2')]],
  ])('owes a waiver while %s', (_, marks) => {
    const run = closing();
    run.tell(...marks);
    expect(run.try(closed())).toBeNull();
    expect(run.try(closed('  '))).toBeNull();
    run.tell(closed('the report comes next week'));
    expect(run.where).toBe('completed');
  });

  it('is closed by whoever holds the helm, once, and not before its end', () => {
    expect(drive(subject).try(closed('early'))).toBeNull();
    const run = closing();
    run.tell(released);
    expect(run.try(closed('nobody'))).toBeNull();
    run.tell(taken, closed('later'));
    expect(run.try(closed('again'))).toBeNull();
  });

  it('can neither be rolled back, given up nor done again', () => {
    const run = closing();
    expect(run.try({ type: 'rollback.decided', reason: 'late' })).toBeNull();
    expect(run.try({ type: 'run.aborted', reason: 'late' })).toBeNull();
    expect(run.try({ type: 'step.reopened', step: '1.1', reason: 'late' })).toBeNull();
  });
});

describe('a run ends by itself', () => {
  it('without a final checklist', () => {
    const run = drive(plan([stage('A', [[manual('1.1')]])]), done);
    expect(run.where).toBe('completed');
  });

  it.each([1, 2] as const)('with one, in a journal of version %d', version => {
    const run = new Driver(subject);
    run.tell({ ...created, version }, taken, done);
    expect(run.where).toBe('completed');
    expect(run.try(closed('too late'))).toBeNull();
  });

  it('when it is rolled back, whatever its checklist says', () => {
    const run = drive(subject, { type: 'rollback.decided', reason: 'data is wrong' });
    run.tell({ type: 'step.confirmed', step: 'R.1' }, { type: 'rollback.validated', waiver: 'x' });
    expect(run.where).toBe('rolledBack');
  });
});
