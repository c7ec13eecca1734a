/** What the engine refuses for want of a day, a prerequisite or a second person, and lets through afterwards. */
import { describe, expect, it } from 'vitest';
import type { OperatorFact } from '../../../src/engine/types.ts';
import { box, fence, step, weeks } from '../plans.ts';
import { createRun, type Opened } from '../runs.ts';
import { day, morning } from './sites.ts';

const plan = weeks({
  prerequisites: [box('Backup'), box('Disk', fence('test -e "$BASCULE_RUN_DIR/room"'))],
  before: ['- [ ] Call'],
  day: [
    step('09:00', 'Work <!-- approve=Direction -->', fence('echo worked >> ledger')),
    step('09:10', '**DONE**'),
  ],
  after: ['- [ ] Look', '- [ ] Ask'],
});

/** By the clock of the plan; `today` is the first of December unless it is moved. */
async function opened(clock = { now: morning }) {
  const changes = {
    schedule: 'absolute',
    prerequisites: 'required',
    approvals: 'required',
  } as const;
  return createRun(plan, changes, {}, { now: () => clock.now }).open();
}

const confirmed = (one: string): OperatorFact => ({ type: 'step.confirmed', step: one });
const refusal = async ({ engine }: Opened, fact: OperatorFact): Promise<unknown> => {
  const result = await engine.act({ type: 'record', fact });
  return result.done ? null : result.refusal;
};

describe('a stage whose day has not come', () => {
  it('is refused, with its day; nothing is journaled', async () => {
    const run = await opened({ now: morning - 8 * day });
    const before = run.engine.entries().length;
    const notDue = { code: 'not-due', detail: 'D-7, 2026-11-24' };
    expect(await refusal(run, confirmed('D-7.1'))).toEqual(notDue);
    expect(await refusal(run, { type: 'step.skipped', step: 'D-7.1', reason: 'no' })).toEqual(
      notDue,
    );
    expect(await refusal(run, { type: 'step.begun', step: 'D-7.1' })).toEqual(notDue);
    expect(
      run.engine
        .entries()
        .slice(before)
        .map(({ type }) => type),
    ).not.toContain('step.begun');
  });

  it('is let through once it was opened, with the reason kept', async () => {
    const run = await opened({ now: morning - 8 * day });
    await run.states({ type: 'stage.opened', stage: 'D-7', reason: 'the DBA leaves tonight' });
    await run.states(confirmed('D-7.1'));
    expect(run.engine.state().context.opened['D-7']).toMatchObject({ by: 'ops@bastion' });
  });

  it('is let through when the day has come, without opening the run again', async () => {
    const clock = { now: morning - 8 * day };
    const run = await opened(clock);
    expect(await refusal(run, confirmed('D-7.1'))).toMatchObject({ code: 'not-due' });
    clock.now += day;
    await run.states(confirmed('D-7.1'));
  });

  it('counts in the zone of the plan', async () => {
    const clock = { now: Date.parse('2026-11-23T23:30:00.000Z') };
    const paris = `---\ntimezone: Europe/Paris\n---\n${plan}`;
    const changes = { schedule: 'absolute' } as const;
    const run = await createRun(paris, changes, {}, { now: () => clock.now }).open();
    await run.states(confirmed('D-7.1'));
  });
});

describe('on the day', () => {
  const disk = 'P1.2';
  const looked = ({ until }: Opened, verdict: 'pass' | 'fail') =>
    until(({ context }) => context.aside === null && context.marks[disk]?.verdict === verdict);

  /** Come to the day; the disk was looked at by itself, and has no room. */
  async function onTheDay() {
    const run = await opened();
    await looked(run, 'fail');
    await run.states(confirmed('D-7.1'));
    await looked(run, 'fail');
    return run;
  }
  const start = { type: 'start', step: 'D-day.1' } as const;

  it('prerequisites that are owed are named, and the start is refused', async () => {
    const run = await onTheDay();
    expect(await run.engine.act(start)).toEqual({
      done: false,
      refusal: { code: 'prerequisites', detail: 'Backup, Disk' },
    });
    await run.states({ type: 'item.ticked', item: 'P1.1', verdict: 'pass' });
    expect(await run.engine.act(start)).toMatchObject({ refusal: { detail: 'Disk' } });
    await run.states({ type: 'item.waived', item: disk, reason: 'the other disk' });
    expect(await run.engine.act(start)).toEqual({
      done: false,
      refusal: { code: 'approval', detail: 'Direction' },
    });
  });

  it('an approval is waited for, then the work starts', async () => {
    const run = await onTheDay();
    for (const item of ['P1.1', disk]) {
      await run.states({ type: 'item.waived', item, reason: 'rehearsed yesterday' });
    }
    expect(await run.engine.act(start)).toMatchObject({ refusal: { code: 'approval' } });
    await run.states({
      type: 'approval.given',
      step: 'D-day.1',
      role: 'Direction',
      verdict: 'go',
      proof: 'attested',
      person: 'alice',
      round: '0.0',
    });
    await run.does(start);
    await run.until(({ current }) => current === 'D-day.2');
  });

  it("the operator's own approval is refused", async () => {
    const run = await onTheDay();
    const own = { verdict: 'go', proof: 'attested', person: 'ops', round: '0.0' } as const;
    const fact = { type: 'approval.given', step: 'D-day.1', role: 'Direction', ...own } as const;
    expect(await refusal(run, fact)).toMatchObject({ code: 'not-now' });
  });

  it('nothing stands before the decision to roll back, nor before its steps', async () => {
    const run = await onTheDay();
    await run.states({ type: 'rollback.decided', reason: 'data is wrong' });
    await run.does({ type: 'start', step: 'R.1' });
    await run.until(({ status }) => status === 'validating' || status === 'rolledBack');
  });
});

describe('the steps of a list', () => {
  it('are begun and confirmed in any order once their day has come', async () => {
    const clock = { now: morning + day };
    const loose = weeks({ day: [step('09:00', 'Work')], after: ['- [ ] Look', '- [ ] Ask'] });
    const run = await createRun(
      loose,
      { schedule: 'absolute' },
      {},
      { now: () => clock.now },
    ).open();
    await run.states(confirmed('D-day.1'));
    await run.states(confirmed('D+1.2'));
    expect(run.engine.state().current).toBe('D+1.1');
    await run.states(confirmed('D+1.1'));
    expect(run.engine.state().status).toBe('completed');
  });
});

describe('a figure entered by hand', () => {
  const figure = (value: number) =>
    ({
      type: 'metric.measured',
      metric: 'M1.1',
      value,
      unit: '%',
      verdict: 'pass',
      source: 'hand',
      as: 'watch',
    }) as const;

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'that is %d is refused, and the journal goes on',
    async value => {
      const run = await opened();
      expect(await refusal(run, figure(value))).toEqual({ code: 'bad-value', detail: 'M1.1' });
      expect(run.engine.trouble()).toBeNull();
      await run.states(figure(99.95));
      expect(run.engine.state().context.metrics['M1.1']?.recent).toMatchObject([
        { value: 99.95, source: 'hand' },
      ]);
    },
  );
});

describe('a text that is owed and empty is refused, and the journal goes on:', () => {
  it.each<OperatorFact>([
    { type: 'note.added', text: '' },
    { type: 'stage.opened', stage: 'D-7', reason: '' },
    { type: 'item.waived', item: 'P1.1', reason: '' },
    { type: 'step.skipped', step: 'D-7.1', reason: '' },
    { type: 'helm.handed', to: '', summary: 'at the start' },
    { type: 'message.told', message: 'before', how: '' },
  ])('$type', async fact => {
    const run = await opened();
    expect(await refusal(run, fact)).toMatchObject({ code: 'bad-value' });
    expect(run.engine.trouble()).toBeNull();
    await run.states({ type: 'note.added', text: 'go on' });
  });
});
