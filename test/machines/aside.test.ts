/** Jobs beside the plan: what the operator types, and the checks of boxes, as jobs. */
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/entries.ts';
import { adhoc, checkOf, type Driver, drive, exited, released, taken } from './driver.ts';
import { checkedBy, checkpoint, commands, manual, plan, rollback, stage } from './plans.ts';

const because = { reason: 'because' };
const held = { type: 'run.held', reason: 'wait' } as const;
const decided = { type: 'rollback.decided', ...because } as const;

const subject = checkedBy(
  plan([stage('A', [[commands('1.1'), checkpoint('1.2'), manual('1.3')]])], {
    rollback: rollback([commands('R.1')]),
  }),
  '1.2.a',
  'V.1',
);

const ready = () => drive(subject);
const about = { job: 'typed', step: '1.1' };

/** With a command of the operator's under way. */
function typed(run = ready(), step = '1.1'): Driver {
  run.tell(adhoc(step));
  return run;
}

describe('a command that the operator typed', () => {
  const running = () => told(ready(), run => run.start('1.1'));
  const failed = () => told(ready(), run => run.execute('1.1', false));
  const reviewing = () => told(ready(), run => run.execute('1.1'));
  const halting = () => told(running(), run => run.tell(decided));
  const validating = () => {
    return told(
      ready(),
      run => run.tell(decided),
      run => run.execute('R.1'),
    );
  };
  const places: [string, () => Driver][] = [
    ['ready', ready],
    ['running', running],
    ['failed', failed],
    ['reviewing', reviewing],
    ['halting', halting],
    ['validating', validating],
  ];
  const outcomes: Fact[] = [
    exited('1.1', 'typed', true),
    exited('1.1', 'typed', false),
    { type: 'job.doubted', ...about, why: 'rebooted' },
    { type: 'job.revoked', ...about, ...because },
    { type: 'job.abandoned', ...about, ...because },
  ];
  const cases = places.flatMap(([where, at]) =>
    outcomes.map((fact, index) => [where, `${fact.type} ${index}`, at, fact] as const),
  );

  it.each(cases)('changes nothing of a step that is %s: %s', (_, __, at, outcome) => {
    const run = at();
    const { where } = run;
    const { steps, liveJob, marks, checks } = run.state.context;
    expect(run.tell(adhoc('1.1'))).toEqual([
      { type: 'startJob', job: 'typed', step: '1.1', command: -1 },
    ]);
    expect([run.where, run.state.context.aside]).toEqual([where, 'typed']);
    expect(run.tell(outcome)).toEqual([]);
    expect(run.where).toBe(where);
    expect(run.state.context).toMatchObject({ steps, liveJob, marks, checks, aside: null });
  });

  it('leaves what was typed and its end in the record of its job', () => {
    const run = typed();
    run.tell({ ...exited('1.1', 'typed', false), excerpt: { last: ['No space left'] } });
    expect(run.state.context.jobs.typed).toMatchObject({
      adhoc: 'df -h',
      status: 'exited',
      ok: false,
      excerpt: { last: ['No space left'] },
    });
  });

  it('goes on while the plan does', () => {
    const run = typed();
    run.execute('1.1');
    run.tell({ type: 'checkpoint.passed', step: '1.2', waiver: 'no need' });
    expect([run.where, run.state.context.aside]).toEqual(['1.3 ready', 'typed']);
  });

  it('can be stopped, heard to be orphaned, and no longer waited for', () => {
    const run = typed();
    run.tell({ type: 'job.orphaned', ...about, why: 'witness died' });
    expect(run.state.context.jobs.typed?.status).toBe('orphan');
    expect(run.tell({ type: 'job.cancelled', ...about, ...because })).toEqual([
      { type: 'cancelJob', job: 'typed' },
    ]);
    run.tell({ type: 'job.abandoned', ...about, ...because });
    expect(run.state.context.aside).toBeNull();
    expect(run.try(exited('1.1', 'typed'))).toBeNull();
  });

  it('is not stopped by a rollback, which does not wait for it', () => {
    const run = typed();
    expect(run.tell(decided)).toEqual([]);
    run.execute('R.1');
    expect([run.state.status, run.state.context.aside]).toEqual(['validating', 'typed']);
  });

  it('forbids to give up the run while it lives', () => {
    const run = typed();
    const aborted = { type: 'run.aborted', ...because } as const;
    expect(run.try(aborted)).toBeNull();
    run.tell(exited('1.1', 'typed'), aborted);
    expect(run.where).toBe('aborted');
  });

  it('may outlive the run, and its end is still heard', () => {
    const run = drive(plan([stage('A', [[manual('1.1')]])]));
    run.tell(adhoc('1.1'), { type: 'step.confirmed', step: '1.1' });
    expect(run.where).toBe('completed');
    run.tell({ type: 'job.cancelled', ...about, ...because }, exited('1.1', 'typed', false));
    expect(run.state.context).toMatchObject({ aside: null, jobs: { typed: { status: 'exited' } } });
  });
});

describe('nothing beside the plan starts', () => {
  it.each<[string, Fact[], Fact]>([
    ['while nobody holds the helm', [released], adhoc('1.1')],
    ['while the run is held', [held], adhoc('1.1')],
    ['while another does', [adhoc('1.1', 'first')], adhoc('1.1')],
    ['while a check does', [checkOf(subject, '1.2.a')], adhoc('1.1')],
    ['under an id that a job had', [adhoc('1.1'), exited('1.1', 'typed')], adhoc('1.1')],
    ['without a text', [], adhoc('1.1', 'typed', ' ')],
    ['without a check of that box', [], { ...checkOf(subject, 'V.1'), check: '1.2.b' }],
    ['for a box that the plan does not have', [], { ...checkOf(subject, 'V.1'), check: 'X.1' }],
    ['that is both', [], { ...checkOf(subject, 'V.1'), adhoc: 'df -h' }],
    ['after the end', [{ type: 'run.aborted', ...because }], adhoc('1.1')],
  ])('%s', (_, before, start) => {
    const run = ready();
    run.tell(...before);
    expect(run.try(start)).toBeNull();
  });

  it.each<[string, Fact]>([
    ['of another job', exited('1.1', 'other')],
    ['of another step', exited('1.2', 'typed')],
  ])('and no outcome %s ends it', (_, outcome) => {
    const run = typed();
    expect(run.try(outcome)).toBeNull();
    expect(run.state.context.aside).toBe('typed');
  });

  it.each<Fact>([
    { type: 'job.cancelled', ...about, ...because },
    { type: 'job.abandoned', ...about, ...because },
  ])('and nobody without the helm stops it: $type', fact => {
    const run = typed();
    run.tell(released);
    expect(run.try(fact)).toBeNull();
    run.tell(taken, fact);
  });
});

it('a job of the plan never takes the place beside it, nor the other way round', () => {
  const run = typed();
  const job = run.start('1.1');
  expect(run.state.context).toMatchObject({ liveJob: job, aside: 'typed' });
  run.tell(exited('1.1', 'typed'));
  expect(run.state.context).toMatchObject({ liveJob: job, aside: null });
  run.tell(adhoc('1.1', 'again'), exited('1.1', job));
  expect(run.state.context).toMatchObject({ liveJob: null, aside: 'again' });
});

function told(run: Driver, ...says: ((run: Driver) => unknown)[]): Driver {
  for (const say of says) say(run);
  return run;
}
