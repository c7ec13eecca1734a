/** Approvals that a second person left in the run's folder: journaled when their step comes, once. */
import { describe, expect, it } from 'vitest';
import type { EntryOf } from '../../../machines/entries.ts';
import type { GivenApproval } from '../../../src/engine/around/approving.ts';
import type { Environment } from '../../../src/plan/types.ts';
import { step, weeks } from '../plans.ts';
import { createRun, type Opened, type TestRun } from '../runs.ts';

/** D-day.2 and D-day.3 ask for an approval, by two roles. */
const plan = weeks({
  day: [
    step('09:00', 'Prepare'),
    step('09:05', 'GO/NO-GO <!-- approve=Direction -->'),
    step('09:10', 'Work <!-- approve=DBA -->'),
  ],
});

const nine = Date.parse('2026-12-01T09:00:00.000Z');

const given = (more: Partial<GivenApproval> = {}): GivenApproval => ({
  run: 'test',
  step: 'D-day.2',
  round: '0.0',
  verdict: 'go',
  uid: 1001,
  person: 'alice',
  at: '2026-12-01T08:55:00.000Z',
  ...more,
});

const approvals = ({ engine }: Opened): EntryOf<'approval.given'>[] =>
  engine.entries().filter(entry => entry.type === 'approval.given');
const notes = ({ engine }: Opened): string[] =>
  engine.state().context.notes.map(({ text }) => text);

/** On the day, after the approvals were given. */
const runWith = (changes: Partial<Environment> = {}): TestRun =>
  createRun(plan, { approvals: 'required', ...changes }, {}, { now: () => nine });
const openWith = (changes: Partial<Environment> = {}) => runWith(changes).open();

const prepared = { type: 'step.confirmed', step: 'D-day.1' } as const;
const passed = { type: 'gate.passed', step: 'D-day.2' } as const;

describe('an approval', () => {
  it('is journaled when its step comes, as verified', async () => {
    const opened = await openWith();
    opened.engine.around.approvals([given({ note: 'seen' })]);
    expect(opened.story()).toEqual([]);
    await opened.states(prepared);
    expect(approvals(opened)).toMatchObject([
      {
        step: 'D-day.2',
        role: 'Direction',
        verdict: 'go',
        proof: 'verified',
        person: 'alice',
        uid: 1001,
        round: '0.0',
        note: 'seen',
        givenAt: '2026-12-01T08:55:00.000Z',
        by: 'bascule',
      },
    ]);
  });

  it('is journaled without the secrets that it quotes', async () => {
    const run = createRun(
      plan,
      { approvals: 'required' },
      { KEY: 'hunter22' },
      { now: () => nine },
    );
    const opened = await run.open();
    await opened.states(prepared);
    opened.engine.around.approvals([given({ note: 'tried hunter22 myself' })]);
    expect(approvals(opened)).toMatchObject([{ note: 'tried ******** myself' }]);
  });

  it('lets its step through, and that one only', async () => {
    const opened = await openWith();
    await opened.states(prepared);
    opened.engine.around.approvals([given()]);
    await opened.states(passed);
    expect(opened.engine.state().current).toBe('D-day.3');
    const { engine } = opened;
    const worked = { type: 'step.confirmed', step: 'D-day.3' } as const;
    expect(await engine.act({ type: 'record', fact: worked })).toMatchObject({
      refusal: { code: 'approval', detail: 'DBA' },
    });
  });

  it('is journaled once, however often it is seen', async () => {
    const run = runWith();
    const first = await run.open();
    await first.states(prepared);
    first.engine.around.approvals([given()]);
    first.engine.around.approvals([given()]);
    await first.states({ type: 'note.added', text: 'go on' });
    first.leave();
    const second = await run.open();
    second.engine.around.approvals([given()]);
    expect(approvals(second)).toHaveLength(1);
  });

  it('of each of several people is journaled', async () => {
    const opened = await openWith();
    await opened.states(prepared);
    opened.engine.around.approvals([
      given(),
      given({ person: 'bob', uid: 1002, verdict: 'no-go' }),
    ]);
    expect(approvals(opened).map(({ person, verdict }) => `${person} ${verdict}`)).toEqual([
      'alice go',
      'bob no-go',
    ]);
    expect(await opened.engine.act({ type: 'record', fact: passed })).toMatchObject({
      refusal: { code: 'approval', detail: 'Direction' },
    });
  });

  it.each<[string, Partial<GivenApproval>]>([
    ['of another look', { round: '0.7' }],
    ['of another run', { run: 'another' }],
    ['of a step that asks for none', { step: 'D-day.1' }],
    ['of a step that the plan does not have', { step: 'constructor' }],
  ])('is ignored: %s', async (_, more) => {
    const opened = await openWith();
    opened.engine.around.approvals([given(more)]);
    await opened.states(prepared);
    expect([approvals(opened), notes(opened)]).toEqual([[], []]);
  });

  it('of a look that is over counts no more; one of the new look does', async () => {
    const opened = await openWith();
    await opened.states(prepared);
    opened.engine.around.approvals([given()]);
    await opened.states({ type: 'gate.refused', step: 'D-day.2', reason: 'not yet' });
    await opened.states({ type: 'gate.reviewed', step: 'D-day.2' });
    expect(await opened.engine.act({ type: 'record', fact: passed })).toMatchObject({
      refusal: { code: 'approval' },
    });
    opened.engine.around.approvals([
      given(),
      given({ round: '0.2', at: '2026-12-01T09:20:00.000Z' }),
    ]);
    expect(approvals(opened)).toHaveLength(2);
    await opened.states(passed);
  });
});

describe('an approval that may not be given is noted, once:', () => {
  const ignored: [string, Partial<GivenApproval>, Partial<Environment>][] = [
    ['own ops', { person: 'ops' }, {}],
    ['not-allowed alice', {}, { approvers: { Direction: ['carol'] } }],
  ];

  it.each(ignored)('%s', async (why, more, changes) => {
    const run = runWith(changes);
    const opened = await run.open();
    await opened.states(prepared);
    opened.engine.around.approvals([given(more)]);
    opened.engine.around.approvals([given(more)]);
    await opened.states({ type: 'note.added', text: 'go on' });
    expect(notes(opened)).toEqual([`approval-ignored ${why}`, 'go on']);
    expect(opened.engine.state().context.notes[0]).toMatchObject({
      step: 'D-day.2',
      by: 'bascule',
    });
    expect(approvals(opened)).toEqual([]);
  });

  it.each(ignored)('%s: not again when the run is opened again', async (why, more, changes) => {
    const run = runWith(changes);
    const first = await run.open();
    await first.states(prepared);
    first.engine.around.approvals([given(more)]);
    first.leave();
    const second = await run.open();
    second.engine.around.approvals([given(more)]);
    expect(notes(second)).toEqual([`approval-ignored ${why}`]);
  });

  it('but again when that person tries again, who waits to hear of it', async () => {
    const opened = await openWith({ approvers: { Direction: ['carol'] } });
    await opened.states(prepared);
    opened.engine.around.approvals([given()]);
    opened.engine.around.approvals([given(), given({ at: '2026-12-01T09:20:00.000Z' })]);
    opened.engine.around.approvals([given({ at: '2026-12-01T09:20:00.000Z' })]);
    expect(notes(opened)).toHaveLength(2);
  });

  it('and does not keep those of others from counting', async () => {
    const opened = await openWith({ approvers: { Direction: ['carol'] } });
    await opened.states(prepared);
    opened.engine.around.approvals([
      given(),
      given({ person: 'ops' }),
      given({ person: 'carol', uid: 7 }),
    ]);
    expect(approvals(opened).map(({ person }) => person)).toEqual(['carol']);
    expect(notes(opened)).toHaveLength(2);
  });
});

it('a role that the environment does not name may be spoken for by anybody else', async () => {
  const opened = await openWith({ approvers: { DBA: ['carol'] } });
  await opened.states(prepared);
  opened.engine.around.approvals([given()]);
  expect(approvals(opened)).toHaveLength(1);
});

it('under sudo, neither the person nor the account is somebody else', async () => {
  const run = runWith();
  const opened = await run.open('alice(root)');
  await opened.states(prepared);
  opened.engine.around.approvals([given(), given({ person: 'root', uid: 0 })]);
  expect(approvals(opened)).toEqual([]);
});

it("the operator's own does not come to count by letting the helm go", async () => {
  const run = runWith();
  const first = await run.open();
  await first.states(prepared);
  first.engine.around.approvals([given({ person: 'ops' })]);
  first.engine.close('detached');
  expect(approvals(first)).toEqual([]);
  expect(first.engine.entries().at(-1)?.type).toBe('helm.released');
});

it('that same approval counts for a colleague who takes the helm over', async () => {
  const run = runWith();
  const first = await run.open();
  await first.states(prepared);
  first.engine.around.approvals([given({ person: 'ops' })]);
  first.leave();
  const second = await run.open('bob');
  second.engine.around.approvals([given({ person: 'ops' })]);
  await second.states(passed);
});
