import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/entries.ts';
import { created, Driver, drive, released, taken } from './driver.ts';
import { item, manual, plan, stage } from './plans.ts';

const subject = plan([stage('A', [[manual('1.1')]])], {
  prerequisites: [{ title: 'Before', items: [item('P1.1'), item('P1.2')] }],
});

const begun = () => drive(subject);

describe('entries that never change where the run stands', () => {
  const kept: Fact[] = [
    { type: 'plan.adopted', fingerprint: 'a'.repeat(64), diff: '-x' },
    taken,
    released,
    { type: 'run.held', reason: 'wait for the DBA' },
    { type: 'pace.set', pace: 'automatic' },
    { type: 'note.added', text: 'odd log line', step: '1.1' },
    { type: 'variable.bound', name: 'version', value: 'v0.9.0', source: 'asked' },
    { type: 'item.ticked', item: 'P1.1', verdict: 'pass' },
    { type: 'item.ticked', item: 'P1.2', verdict: 'fail', note: 'not yet' },
  ];

  it.each(kept.map(fact => [fact.type, fact] as const))('%s', (_, fact) => {
    const run = begun();
    expect(run.tell(fact)).toEqual([]);
    expect(run.where).toBe('1.1 ready');
  });

  it.each(kept.map(fact => [fact.type, fact] as const))('%s: after the end as well', (_, fact) => {
    const run = begun();
    run.tell({ type: 'step.confirmed', step: '1.1' }, fact);
    expect(run.where).toBe('completed');
  });

  it.each(kept.map(fact => [fact.type, fact] as const))(
    '%s: not before the run is created',
    (_, fact) => {
      expect(new Driver(subject).try(fact)).toBeNull();
    },
  );

  it('are all there to read', () => {
    const run = begun();
    run.tell(...kept.filter(fact => fact !== released));
    const at = (type: string) => run.entries.findLast(entry => entry.type === type)?.at;
    const by = 'ops@bastion';
    expect(run.state.context).toMatchObject({
      run: { fingerprint: 'a'.repeat(64) },
      helm: { operator: 'ops', since: at('helm.taken') },
      held: { reason: 'wait for the DBA', at: at('run.held'), by },
      pace: 'automatic',
      notes: [{ text: 'odd log line', step: '1.1', at: at('note.added'), by }],
      variables: { version: 'v0.9.0' },
      marks: { 'P1.1': { verdict: 'pass' }, 'P1.2': { verdict: 'fail', note: 'not yet' } },
      seq: run.entries.length - 1,
    });
  });
});

describe('entries that would say nothing', () => {
  it.each<[string, Fact[], Fact]>([
    [
      'a box that the plan does not have',
      [],
      { type: 'item.ticked', item: 'X.1', verdict: 'pass' },
    ],
    ['a box cleared that is open', [], { type: 'item.cleared', item: 'P1.1' }],
    ['a box named as no box can be', [], { type: 'item.cleared', item: 'constructor' }],
    ['a run held twice', [{ type: 'run.held', reason: 'a' }], { type: 'run.held', reason: 'b' }],
    ['a run resumed that goes on', [], { type: 'run.resumed' }],
    ['a helm released twice', [released], released],
    ['a run created twice', [], created],
  ])('are refused: %s', (_, before, fact) => {
    const run = begun();
    run.tell(...before);
    expect(run.try(fact)).toBeNull();
  });
});

it('a box can be cleared, a hold lifted', () => {
  const run = begun();
  run.tell(
    { type: 'item.ticked', item: 'P1.1', verdict: 'pass' },
    { type: 'item.cleared', item: 'P1.1' },
  );
  run.tell({ type: 'run.held', reason: 'wait' }, { type: 'run.resumed' });
  expect(run.state.context).toMatchObject({ marks: {}, held: null });
});
