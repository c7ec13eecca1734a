import { describe, expect, it } from 'vitest';
import { drive, released } from './driver.ts';
import { command, gate, manual, planOf } from './plans.ts';

const passed = { type: 'gate.passed', step: '1.1' } as const;
const refused = { type: 'gate.refused', step: '1.1', reason: 'not ready' } as const;
const reviewed = { type: 'gate.reviewed', step: '1.1' } as const;

const reviewing = () => drive(planOf(gate('1.1'), manual('1.2')));

describe('a gate', () => {
  it('passes on GO', () => {
    const run = reviewing();
    run.tell({ ...passed, note: 'all agreed' });
    expect([run.where, run.status('1.1')]).toEqual(['1.2 ready', 'passed']);
    expect(run.state.context.steps['1.1']?.reason).toBe('all agreed');
  });

  it('stays refused on NO-GO until it is looked at again', () => {
    const run = reviewing();
    run.tell(refused);
    expect(run.where).toBe('1.1 refused');
    expect(run.try(passed)).toBeNull();
    expect(run.tell(reviewed)).toEqual([{ type: 'callHuman', step: '1.1', why: 'gate' }]);
    run.tell(passed);
    expect(run.where).toBe('1.2 ready');
  });

  it('may be aborted after a NO-GO', () => {
    const run = reviewing();
    run.tell(refused, { type: 'run.aborted', reason: 'postponed' });
    expect(run.where).toBe('aborted');
  });

  it('runs its commands before the review', () => {
    const run = drive(planOf(gate('1.1', { commands: [command(0)] })));
    expect(run.try(passed)).toBeNull();
    run.execute('1.1');
    expect(run.where).toBe('1.1 reviewing');
  });

  it('decides nothing while nobody holds the helm', () => {
    const run = reviewing();
    run.tell(released);
    expect([run.try(passed), run.try(refused)]).toEqual([null, null]);
  });
});
