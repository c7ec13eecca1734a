import { describe, expect, it } from 'vitest';
import { drive, released } from './driver.ts';
import { manual, planOf } from './plans.ts';

const pass = (item: string) => ({ type: 'item.ticked', item, verdict: 'pass' }) as const;
const fail = (item: string) => ({ type: 'item.ticked', item, verdict: 'fail' }) as const;
const confirmed = { type: 'step.confirmed', step: '1.1' } as const;

const plain = () => drive(planOf(manual('1.1'), manual('1.2')));
const withBoxes = () => drive(planOf(manual('1.1', 2)));

describe('a manual step', () => {
  it('is done once it is confirmed', () => {
    const run = plain();
    run.tell(confirmed);
    expect([run.where, run.status('1.1')]).toEqual(['1.2 ready', 'done']);
    expect(run.state.context.steps['1.1']).toMatchObject({ outcome: 'done', by: 'ops@bastion' });
  });

  it('may be said begun, once, which only records when', () => {
    const run = plain();
    run.tell({ type: 'step.begun', step: '1.1' });
    expect(run.where).toBe('1.1 ready');
    expect(run.state.context.steps['1.1']?.startedAt).toBe(run.entries.at(-1)?.at);
    expect(run.try({ type: 'step.begun', step: '1.1' })).toBeNull();
  });

  it('may be skipped, with the reason kept', () => {
    const run = plain();
    run.tell({ type: 'step.skipped', step: '1.1', reason: 'done yesterday' });
    expect([run.where, run.status('1.1')]).toEqual(['1.2 ready', 'skipped']);
    expect(run.state.context.steps['1.1']?.reason).toBe('done yesterday');
  });

  it.each([
    ['no box is ticked', []],
    ['one box is open', [pass('1.1/1')]],
    ['one box failed', [pass('1.1/1'), fail('1.1/2')]],
  ])('owes a reason while %s', (_, marks) => {
    const run = withBoxes();
    run.tell(...marks);
    expect(run.try(confirmed)).toBeNull();
    expect(run.try({ ...confirmed, reason: '  ' })).toBeNull();
    run.tell({ ...confirmed, reason: 'checked by phone' });
    expect(run.where).toBe('completed');
  });

  it('owes none when every box is green', () => {
    const run = withBoxes();
    run.tell(pass('1.1/1'), pass('1.1/2'), confirmed);
    expect(run.where).toBe('completed');
  });

  it('waits for its turn', () => {
    expect(plain().try({ ...confirmed, step: '1.2' })).toBeNull();
  });

  it('is neither begun, confirmed nor skipped while nobody holds the helm', () => {
    const run = plain();
    run.tell(released);
    expect(run.try(confirmed)).toBeNull();
    expect(run.try({ type: 'step.begun', step: '1.1' })).toBeNull();
    expect(run.try({ type: 'step.skipped', step: '1.1', reason: 'because' })).toBeNull();
  });

  it('may be confirmed, but not begun, while the run is held', () => {
    const run = plain();
    run.tell({ type: 'run.held', reason: 'wait' });
    expect(run.try({ type: 'step.begun', step: '1.1' })).toBeNull();
    run.tell(confirmed);
    expect(run.where).toBe('1.2 ready');
  });

  it('calls a human when its turn comes', () => {
    expect(plain().tell(confirmed)).toEqual([{ type: 'callHuman', step: '1.2', why: 'manual' }]);
  });

  it('starts no job', () => {
    const run = plain();
    expect(run.try(run.started('1.1'))).toBeNull();
  });
});
