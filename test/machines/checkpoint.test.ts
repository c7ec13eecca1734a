import { describe, expect, it } from 'vitest';
import { drive, released } from './driver.ts';
import { checkpoint, command, item, manual, plan, planOf, rollback, stage } from './plans.ts';

const pass = (box: string) => ({ type: 'item.ticked', item: box, verdict: 'pass' }) as const;
const fail = (box: string) => ({ type: 'item.ticked', item: box, verdict: 'fail' }) as const;
const about = { step: '1.1' };
const passed = { type: 'checkpoint.passed', ...about } as const;
const refused = { type: 'checkpoint.refused', ...about, reason: 'rows are missing' } as const;
const reviewed = { type: 'checkpoint.reviewed', ...about } as const;

const reviewing = () => drive(planOf(checkpoint('1.1'), manual('1.2')));

describe('a checkpoint', () => {
  it('passes when every criterion is green', () => {
    const run = reviewing();
    run.tell(pass('1.1.a'), pass('1.1.b'), passed);
    expect([run.where, run.status('1.1')]).toEqual(['1.2 ready', 'passed']);
  });

  it.each([
    ['no criterion was looked at', []],
    ['one is open', [pass('1.1.a')]],
    ['one failed', [pass('1.1.a'), fail('1.1.b')]],
  ])('owes a waiver while %s', (_, marks) => {
    const run = reviewing();
    run.tell(...marks);
    expect(run.try(passed)).toBeNull();
    expect(run.try({ ...passed, waiver: ' ' })).toBeNull();
    run.tell({ ...passed, waiver: 'known issue' });
    expect(run.status('1.1')).toBe('passed');
    expect(run.state.context.steps['1.1']?.reason).toBe('known issue');
  });

  it('counts the boxes under its own step as criteria', () => {
    const run = drive(planOf(checkpoint('1.1', { items: [item('1.1/1')] })));
    run.tell(pass('1.1.a'), pass('1.1.b'));
    expect(run.try(passed)).toBeNull();
    run.tell(pass('1.1/1'), passed);
    expect(run.where).toBe('completed');
  });

  it('goes from NO-GO to remediation, and back to a look at every criterion', () => {
    const run = reviewing();
    run.tell(pass('1.1.a'), fail('1.1.b'), refused);
    expect(run.where).toBe('1.1 remediating');
    expect(run.state.context.steps['1.1']?.reason).toBe('rows are missing');
    expect(run.try(passed)).toBeNull();
    run.tell(reviewed);
    expect(run.where).toBe('1.1 reviewing');
    expect(run.state.context.marks).toEqual({});
  });

  it('may be aborted in remediation, and remembers that it was refused', () => {
    const run = reviewing();
    run.tell(refused, { type: 'run.aborted', reason: 'too late' });
    expect([run.where, run.status('1.1')]).toEqual(['aborted', 'refused']);
  });

  it('is shown as refused once a rollback was decided from it', () => {
    const run = drive(
      plan([stage('A', [[checkpoint('1.1')]])], { rollback: rollback([manual('R.1')]) }),
    );
    run.tell(refused, { type: 'rollback.decided', reason: 'corrupted' });
    expect([run.where, run.status('1.1')]).toEqual(['R.1 ready', 'refused']);
  });

  it('decides nothing while nobody holds the helm, yet may be ticked', () => {
    const run = reviewing();
    run.tell(released, pass('1.1.a'), pass('1.1.b'));
    expect(run.try(passed)).toBeNull();
    expect(run.try(refused)).toBeNull();
  });

  it('calls a human for each look', () => {
    const run = reviewing();
    run.tell(refused);
    expect(run.tell(reviewed)).toEqual([{ type: 'callHuman', step: '1.1', why: 'checkpoint' }]);
  });

  describe('with commands', () => {
    const ready = () => drive(planOf(checkpoint('1.1', { commands: [command(0), command(1)] })));

    it('runs them first, then is reviewed', () => {
      const run = ready();
      expect(run.try({ ...passed, waiver: 'no need' })).toBeNull();
      run.execute('1.1');
      expect(run.where).toBe('1.1 ready');
      run.execute('1.1');
      expect(run.where).toBe('1.1 reviewing');
    });

    it.each(['step.accepted', 'step.skipped'] as const)(
      '%s: gets past the commands, never past the review',
      type => {
        const run = ready();
        run.execute('1.1', false);
        run.tell({ type, ...about, reason: 'the tool is broken' });
        expect(run.where).toBe('1.1 reviewing');
        expect(run.state.context.steps['1.1']?.outcome).toBeUndefined();
      },
    );

    it('may be reopened in remediation, to run them again', () => {
      const run = ready();
      run.execute('1.1');
      run.execute('1.1');
      run.tell(pass('1.1.a'), refused, { type: 'step.reopened', ...about, reason: 'fixed' });
      expect(run.where).toBe('1.1 ready');
      expect(run.state.context.steps['1.1']).toMatchObject({ command: 0, reopened: 1 });
      expect(run.state.context.steps['1.1']?.refusedAt).toBeUndefined();
      expect(run.state.context.marks).toEqual({});
    });
  });
});
