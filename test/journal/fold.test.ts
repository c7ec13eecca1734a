import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/entries.ts';
import { createFold } from '../../src/journal/fold.ts';
import type { Plan } from '../../src/plan/types.ts';
import { created, drive, entriesOf, entryOf, exited, taken } from '../machines/driver.ts';
import { checkedBy, commands, gate, manual, plan, rollback, stage } from '../machines/plans.ts';

const subject = plan([stage('A', [[commands('1.1', 2), manual('1.2', 1)]])], {
  rollback: rollback([commands('R.1')]),
});

/** A run in the middle of its first command. */
function running() {
  const run = drive(subject, { type: 'item.ticked', item: 'P1.1', verdict: 'pass' });
  run.start('1.1');
  return run;
}

const throughDisk = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('folding', () => {
  it('says which entries the machine refused, and goes on', () => {
    const facts: Fact[] = [created, { type: 'step.confirmed', step: '1.2' }, taken, created];
    const fold = createFold(subject);
    const folded = fold.all(entriesOf(facts));
    expect(folded.ignored).toEqual([1, 3]);
    expect([folded.seq, fold.toState(folded).current]).toEqual([3, '1.1']);
  });

  it('gives a refused entry no effects and leaves the snapshot as it was', () => {
    const run = running();
    const after = run.fold.next(run.folded, entryOf(exited('1.1', 'no-such-job'), 4));
    expect(after).toMatchObject({ ignored: true, effects: [], seq: 4 });
    expect(after.snapshot).toBe(run.folded.snapshot);
  });

  it('refuses an entry that does not follow', () => {
    const fold = createFold(subject);
    expect(() => fold.next(fold.initial(), entryOf(created, 1))).toThrow(
      new RangeError('entry 1 cannot follow entry -1'),
    );
  });

  it('leaves what was folded before as it was', () => {
    const run = running();
    const before = run.folded;
    const seen = structuredClone(before.snapshot.context);
    run.tell(exited('1.1', 'job-1'), { type: 'item.cleared', item: 'P1.1' });
    expect(before.snapshot.context).toEqual(seen);
    run.folded = before;
    expect(run.where).toBe('1.1 running');
  });

  it('shares nothing between two runs of one plan', () => {
    const fold = createFold(subject);
    const one = fold.all(entriesOf([created, taken, { type: 'note.added', text: 'first run' }]));
    const other = fold.all(entriesOf([created]));
    expect(fold.toState(one).context.notes).toHaveLength(1);
    expect(fold.toState(other).context).toMatchObject({ notes: [], helm: null, seq: 0 });
  });
});

describe('a persisted fold', () => {
  it('goes on where it stood', () => {
    const run = running();
    run.folded = run.fold.restore(throughDisk(run.fold.persist(run.folded)))!;
    expect(run.where).toBe('1.1 running');
    run.tell(exited('1.1', 'job-1'));
    run.execute('1.1');
    run.tell({ type: 'item.ticked', item: '1.2/1', verdict: 'pass' });
    run.tell({ type: 'step.confirmed', step: '1.2' });
    expect(run.where).toBe('completed');
  });

  it.each<[string, Fact[]]>([
    ['a draft', []],
    [
      'a run that waits for a job to roll back',
      [created, taken, { type: 'rollback.decided', reason: 'x' }],
    ],
    ['an aborted run', [created, taken, { type: 'run.aborted', reason: 'x' }]],
  ])('may be %s', (_, facts) => {
    const fold = createFold(subject);
    const folded = fold.all(entriesOf(facts));
    const restored = fold.restore(throughDisk(fold.persist(folded)))!;
    expect(fold.toState(restored)).toMatchObject({ ...fold.toState(folded), ...closures });
    expect(restored.seq).toBe(folded.seq);
  });
  const closures = { statusOf: expect.any(Function), can: expect.any(Function) };

  const withoutSecondCommand = structuredClone(subject);
  withoutSecondCommand.stages[0]!.phases[0]!.steps[0]!.commands[1]!.runnable = false;
  const others: [string, Plan][] = [
    ['an edited plan', { ...subject, fingerprint: 'a'.repeat(64) }],
    [
      'a plan with another step',
      { ...subject, stages: [...subject.stages, stage('B', [[gate('2.1')]])] },
    ],
    ['another rollback', { ...subject, rollback: rollback([manual('R.1')]) }],
    ['an environment that runs other commands', withoutSecondCommand],
    ['an environment that runs other checks', checkedBy(subject, 'V.1')],
  ];
  it.each(others)('is not taken up by %s', (_, other) => {
    const run = running();
    const persisted = throughDisk(run.fold.persist(run.folded));
    expect(createFold(other).restore(persisted)).toBeNull();
    expect(createFold(structuredClone(subject)).restore(persisted)).not.toBeNull();
  });

  it.each<[string, (persisted: Persisted) => unknown]>([
    ['nothing', () => null],
    ['a text', () => 'snapshot'],
    ['of another version', persisted => ({ ...persisted, version: 2 })],
    ['without its place in the journal', ({ seq, ...rest }) => rest],
    ['without a snapshot', ({ snapshot, ...rest }) => rest],
    ['of an empty snapshot', persisted => ({ ...persisted, snapshot: {} })],
    [
      'in a state that is not there',
      persisted => ({ ...persisted, snapshot: { ...persisted.snapshot, value: 'lost' } }),
    ],
    [
      'without its data',
      ({ snapshot: { context, ...rest }, ...persisted }) => ({ ...persisted, snapshot: rest }),
    ],
  ])('is worth nothing when it is %s', (_, damage) => {
    const run = running();
    const persisted = throughDisk(run.fold.persist(run.folded)) as Persisted;
    expect(run.fold.restore(damage(persisted)) === null).toBe(true);
  });
});

interface Persisted {
  seq: number;
  snapshot: { context: unknown };
}

describe('the state as others read it', () => {
  it('knows the step whose turn it is and where every other one stands', () => {
    const run = running();
    run.tell(exited('1.1', 'job-1', false));
    const statuses = ['1.1', '1.2', 'R.1', 'unheard of'].map(step => run.status(step));
    expect([run.state.current, statuses]).toEqual([
      '1.1',
      ['failed', 'waiting', 'waiting', 'waiting'],
    ]);
  });

  it('answers what would be accepted now', () => {
    const { state } = running();
    expect(state.can(exited('1.1', 'job-1'))).toBe(true);
    expect(state.can({ type: 'step.skipped', step: '1.1', reason: 'x' })).toBe(false);
  });
});
