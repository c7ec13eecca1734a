import { describe, expect, it } from 'vitest';
import { drive, released } from './driver.ts';
import { command, manual, milestone, planOf } from './plans.ts';

const reached = { type: 'milestone.reached', step: '1.1' } as const;

describe('a milestone', () => {
  it('is reached when somebody says so', () => {
    const run = drive(planOf(milestone('1.1'), manual('1.2')));
    run.tell(reached);
    expect([run.where, run.status('1.1')]).toEqual(['1.2 ready', 'reached']);
    expect(run.state.context.steps['1.1']?.endedAt).toBe(run.entries.at(-1)?.at);
  });

  it('is not reached while nobody holds the helm', () => {
    const run = drive(planOf(milestone('1.1')), released);
    expect(run.try(reached)).toBeNull();
  });

  it('is reached by its commands when it has any', () => {
    const run = drive(planOf(milestone('1.1', { commands: [command(0)] }), manual('1.2')));
    expect(run.try(reached)).toBeNull();
    run.execute('1.1');
    expect([run.where, run.status('1.1')]).toEqual(['1.2 ready', 'reached']);
  });
});
