/** A phase that is done in any order: what may be said of its steps, and when it is over. */
import { describe, expect, it } from 'vitest';
import type { FactOf } from '../../machines/entries.ts';
import { created, Driver, drive, released, taken } from './driver.ts';
import { list, manual, plan, stage } from './plans.ts';

const subject = plan([
  list('A', [manual('A.1'), manual('A.2', 1), manual('A.3')]),
  stage('B', [[manual('1.1')]]),
]);

const confirmed = (step: string, reason?: string): FactOf<'step.confirmed'> => {
  return { type: 'step.confirmed', step, ...(reason && { reason }) };
};
const skipped = (step: string) => ({ type: 'step.skipped', step, reason: 'not ours' }) as const;
const begun = (step: string) => ({ type: 'step.begun', step }) as const;
const pass = (item: string) => ({ type: 'item.ticked', item, verdict: 'pass' }) as const;
const reopened = (step: string, only?: true): FactOf<'step.reopened'> => {
  return { type: 'step.reopened', step, reason: 'again', ...(only && { only }) };
};

const statuses = (run: Driver) => ['A.1', 'A.2', 'A.3'].map(step => run.status(step));

describe('a list in any order', () => {
  it('has every open step ready, and those of the next phase waiting', () => {
    const run = drive(subject);
    expect([run.where, ...statuses(run)]).toEqual(['A.1 ready', 'ready', 'ready', 'ready']);
    expect(run.status('1.1')).toBe('waiting');
  });

  it.each([[['A.1', 'A.2', 'A.3']], [['A.3', 'A.2', 'A.1']], [['A.2', 'A.3', 'A.1']]])(
    'is done in the order %j, and over with the last of them',
    order => {
      const run = drive(subject, pass('A.2/1'));
      for (const step of order.slice(0, 2)) run.tell(confirmed(step));
      expect(run.where).toBe(`${order[2]} ready`);
      run.tell(confirmed(order[2]!));
      expect([run.where, ...statuses(run)]).toEqual(['1.1 ready', 'done', 'done', 'done']);
    },
  );

  it('gives the turn to the first step that is open', () => {
    const run = drive(subject, confirmed('A.1'));
    expect([run.where, ...statuses(run)]).toEqual(['A.2 ready', 'done', 'ready', 'ready']);
  });

  it('may have its last step skipped, which ends it', () => {
    const run = drive(subject, confirmed('A.3'), skipped('A.1'), skipped('A.2'));
    expect([run.where, ...statuses(run)]).toEqual(['1.1 ready', 'skipped', 'skipped', 'done']);
    expect(run.state.context.steps['A.2']).toMatchObject({ reason: 'not ours', by: 'ops@bastion' });
  });

  it('tells when each was done', () => {
    const run = drive(subject, confirmed('A.3'));
    expect(run.state.context.steps['A.3']?.endedAt).toBe(run.entries.at(-1)?.at);
  });

  it('calls a human when it begins, not at every tick', () => {
    const run = new Driver(subject);
    const call = { type: 'callHuman', step: 'A.1', why: 'manual' };
    expect(run.tell(created, taken)).toEqual([call]);
    expect(run.tell(confirmed('A.1'))).toEqual([]);
  });

  it('may be the whole run', () => {
    const run = drive(plan([list('A', [manual('A.1'), manual('A.2')])]));
    run.tell(confirmed('A.2'), confirmed('A.1'));
    expect(run.where).toBe('completed');
  });
});

describe('a step of a list', () => {
  it('is confirmed once', () => {
    const run = drive(subject, confirmed('A.2', 'seen'));
    expect(run.try(confirmed('A.2', 'seen'))).toBeNull();
    expect(run.try(skipped('A.2'))).toBeNull();
  });

  it('owes a reason while its own boxes are open, whatever the others are', () => {
    const run = drive(subject, confirmed('A.3'));
    expect(run.try(confirmed('A.2'))).toBeNull();
    expect(run.try(confirmed('A.2', ' '))).toBeNull();
    expect(drive(subject).tell(confirmed('A.2', 'by telephone'))).toEqual([]);
    run.tell(pass('A.2/1'), confirmed('A.2'));
    expect(run.where).toBe('A.1 ready');
  });

  it('owes it as well when it is the last', () => {
    const run = drive(subject, confirmed('A.1'), confirmed('A.3'));
    expect(run.try(confirmed('A.2'))).toBeNull();
    run.tell(confirmed('A.2', 'by telephone'));
    expect(run.where).toBe('1.1 ready');
  });

  it('may be begun, once, whether or not it has the turn', () => {
    const run = drive(subject, begun('A.3'));
    const { at } = run.entries.at(-1)!;
    expect(run.state.context.steps['A.3']?.startedAt).toBe(at);
    expect([run.where, ...statuses(run)]).toEqual(['A.1 ready', 'ready', 'ready', 'ready']);
    expect(run.try(begun('A.3'))).toBeNull();
    run.tell(confirmed('A.3'));
    expect(run.try(begun('A.3'))).toBeNull();
  });

  it('is not begun while the run is held, but may be confirmed', () => {
    const run = drive(subject, { type: 'run.held', reason: 'lunch' });
    expect(run.try(begun('A.2'))).toBeNull();
    run.tell(confirmed('A.3'));
  });

  it('is neither begun, confirmed, skipped nor reopened while nobody holds the helm', () => {
    const run = drive(subject, confirmed('A.1'), released);
    for (const fact of [begun('A.2'), confirmed('A.3'), skipped('A.3'), reopened('A.1', true)]) {
      expect(run.try(fact)).toBeNull();
    }
  });

  it.each(['1.1', 'A.9', 'constructor'])('%s is none of it', step => {
    const run = drive(subject);
    for (const fact of [begun(step), confirmed(step, 'x'), skipped(step), reopened(step, true)]) {
      expect(run.try(fact)).toBeNull();
    }
  });
});

describe('going back in a list', () => {
  const ticked = () =>
    drive(subject, pass('A.2/1'), confirmed('A.1'), confirmed('A.2'), begun('A.3'));

  it('opens that one step only, with its boxes', () => {
    const run = ticked();
    run.tell(reopened('A.2', true));
    expect([run.where, ...statuses(run)]).toEqual(['A.2 ready', 'done', 'ready', 'ready']);
    expect(run.state.context.marks).toEqual({});
    expect(run.state.context.steps['A.2']).toMatchObject({ reopened: 1, reason: 'again' });
    expect(run.state.context.steps['A.3']).toMatchObject({ reopened: 0 });
  });

  it('gives the turn to the first that is open, and the list ends as ever', () => {
    const run = ticked();
    run.tell(reopened('A.1', true), confirmed('A.3'));
    expect(run.where).toBe('A.1 ready');
    run.tell(confirmed('A.1'));
    expect(run.where).toBe('1.1 ready');
  });

  it('calls a human to it', () => {
    const run = ticked();
    const call = { type: 'callHuman', step: 'A.2', why: 'manual' };
    expect(run.tell(reopened('A.2', true))).toEqual([call]);
  });

  it('without `only`, as journals of versions 1 and 2 have it, resets those after it too', () => {
    const run = ticked();
    run.tell(reopened('A.1'));
    expect([run.where, ...statuses(run)]).toEqual(['A.1 ready', 'ready', 'ready', 'ready']);
    expect(run.state.context.marks).toEqual({});
    const records = run.state.context.steps;
    expect([records['A.2'], records['A.3']]).toMatchObject([{ reopened: 1 }, { reopened: 1 }]);
    expect(records['A.3']).not.toHaveProperty('startedAt');
  });

  it('is refused for a step that is still open, and once the list is over', () => {
    const run = drive(subject);
    expect(run.try(reopened('A.2', true))).toBeNull();
    run.tell(confirmed('A.1'), confirmed('A.2', 'x'), confirmed('A.3'));
    expect(run.try(reopened('A.1', true))).toBeNull();
  });
});

it('a journal of version 2, where the same phase had an order, folds to the same end', () => {
  const run = new Driver(subject);
  run.tell(
    { ...created, version: 2 },
    taken,
    confirmed('A.1'),
    begun('A.2'),
    confirmed('A.2', 'seen'),
    reopened('A.1'),
    confirmed('A.1'),
    skipped('A.2'),
    confirmed('A.3'),
    confirmed('1.1'),
  );
  expect(run.where).toBe('completed');
});
