/** Prerequisites that a command can look at: when they are measured by themselves, and when anew. */
import { describe, expect, it } from 'vitest';
import { dueCheck } from '../../machines/checks.ts';
import type { Fact } from '../../machines/entries.ts';
import type { Item, Stage } from '../../src/plan/types.ts';
import { type Driver, drive, released } from './driver.ts';
import { commands, item, list, look, manual, plan, rollback, stage } from './plans.ts';

const checked = (id: string, variables: string[] = []): Item => {
  return { ...item(id), check: look(variables) };
};
const groups = [{ title: 'Before', items: [checked('P1.1'), item('P1.2'), checked('P1.3')] }];

const prepared = { ...stage('env', [[commands('E.1')]]), ofEnvironment: true as const };
const eve = { ...stage('J-1', [[manual('J-1.1'), manual('J-1.2')]]), offsetDays: -1 };
const day = stage('J', [[manual('1.1'), manual('1.2')]]);
const next = list('F', [manual('F.1')]);

const planOf = (...stages: Stage[]) =>
  plan(stages, { prerequisites: groups, rollback: rollback([manual('R.1')]) });

const due = (run: Driver): string | null => dueCheck(run.plan, run.state)?.item ?? null;

/** Looks at all that is due, as the engine does; what was looked at, in order. */
function lookAround(run: Driver, ok = true): string[] {
  const seen: string[] = [];
  // Were one due for ever, the list would say so.
  for (let box = due(run); box !== null && seen.length < 10; box = due(run)) {
    seen.push(box);
    run.looked(box, ok);
  }
  return seen;
}

const confirmed = (step: string): Fact => ({ type: 'step.confirmed', step });
const revoked = (run: Driver, box: string): Fact => {
  return { type: 'job.revoked', job: run.look(box), step: 'prerequisites', reason: 'no folder' };
};

describe('at the beginning, a prerequisite is measured', () => {
  it('each that has a command, once', () => {
    expect(lookAround(drive(planOf(eve, day)))).toEqual(['P1.1', 'P1.3']);
  });

  it('once the environment is prepared', () => {
    const run = drive(planOf(prepared, eve, day));
    expect(due(run)).toBeNull();
    run.execute('E.1', false);
    expect(due(run)).toBeNull();
    run.tell({ type: 'step.retried', step: 'E.1' });
    run.execute('E.1');
    expect(due(run)).toBe('P1.1');
  });

  it('once its variables are known; others do not wait', () => {
    const needing = [{ title: 'Before', items: [checked('P1.1', ['host']), checked('P1.3')] }];
    const run = drive(plan([eve, day], { prerequisites: needing }));
    expect(lookAround(run)).toEqual(['P1.3']);
    run.tell({ type: 'variable.bound', name: 'host', value: 'db1', source: 'asked' });
    expect(due(run)).toBe('P1.1');
  });

  it.each<[string, Fact[]]>([
    ['nobody holds the helm', [released]],
    ['the run is held', [{ type: 'run.held', reason: 'wait' }]],
    ['it is rolled back', [{ type: 'rollback.decided', reason: 'no' }]],
    ['it is over', [{ type: 'run.aborted', reason: 'no' }]],
  ])('not while %s', (_, facts) => {
    const run = drive(planOf(eve, day));
    run.tell(...facts);
    expect(due(run)).toBeNull();
  });

  it('not after the day: it is too late to be worth anything', () => {
    const run = drive(planOf(eve, day, next), ...['J-1.1', 'J-1.2', '1.1', '1.2'].map(confirmed));
    expect([run.where, due(run)]).toEqual(['F.1 ready', null]);
  });

  it('not where a person looked already', () => {
    const ticked: Fact = { type: 'item.ticked', item: 'P1.1', verdict: 'pass' };
    expect(lookAround(drive(planOf(eve, day), ticked))).toEqual(['P1.3']);
  });

  it('twice when it never ran, and no more', () => {
    const run = drive(planOf(eve, day));
    run.tell(revoked(run, 'P1.1'));
    expect(due(run)).toBe('P1.1');
    run.tell(revoked(run, 'P1.1'));
    expect(due(run)).toBe('P1.3');
  });
});

describe('on the day, a prerequisite is measured anew', () => {
  const eveOver = [confirmed('J-1.1'), confirmed('J-1.2')];

  /** Measured at the beginning, and come to the day. */
  const onTheDay = (ok = true) => {
    const run = drive(planOf(eve, day, next));
    lookAround(run, ok);
    run.tell(...eveOver);
    return run;
  };

  it('once, whatever it said before and says now', () => {
    for (const [before, now] of [
      [true, true],
      [true, false],
      [false, true],
      [false, false],
    ] as const) {
      const run = onTheDay(before);
      expect(lookAround(run, now)).toEqual(['P1.1', 'P1.3']);
      expect(run.state.context.marks['P1.1']?.verdict).toBe(now ? 'pass' : 'fail');
      run.tell(confirmed('1.1'));
      expect(due(run)).toBeNull();
    }
  });

  it('but not between, however many steps are done', () => {
    const run = drive(planOf(eve, day));
    lookAround(run);
    run.tell(confirmed('J-1.1'));
    expect(due(run)).toBeNull();
  });

  it('but not what was measured first on the day itself', () => {
    const run = drive(planOf(eve, day), ...eveOver);
    expect(lookAround(run)).toEqual(['P1.1', 'P1.3']);
    expect(due(run)).toBeNull();
  });

  it('but not what a person said, without a command', () => {
    const run = drive(
      planOf(eve, day),
      { type: 'item.ticked', item: 'P1.1', verdict: 'pass' },
      ...eveOver,
    );
    expect(lookAround(run)).toEqual(['P1.3']);
  });

  it('but not where nothing comes before the day', () => {
    const run = drive(planOf(day));
    lookAround(run);
    run.tell(confirmed('1.1'));
    expect(due(run)).toBeNull();
  });

  it('twice when it never ran, and no more', () => {
    const run = onTheDay();
    run.tell(revoked(run, 'P1.1'));
    expect(due(run)).toBe('P1.1');
    run.tell(revoked(run, 'P1.1'));
    expect(due(run)).toBe('P1.3');
    run.looked('P1.3');
    expect(due(run)).toBeNull();
  });

  it('but once when its outcome is unknown', () => {
    const run = onTheDay();
    const job = run.look('P1.1');
    run.tell({ type: 'job.doubted', job, step: 'prerequisites', why: 'rebooted' });
    expect(due(run)).toBe('P1.3');
  });

  it('from the last step before it, in whatever order these were done', () => {
    const loose = { ...list('J-1', [manual('J-1.1'), manual('J-1.2')]), offsetDays: -1 };
    const run = drive(planOf(loose, day), confirmed('J-1.2'));
    lookAround(run);
    run.tell(confirmed('J-1.1'));
    expect(lookAround(run)).toEqual(['P1.1', 'P1.3']);
  });
});
