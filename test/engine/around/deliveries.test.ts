/** Messages that leave a run: durable first, sent once, and never in the way. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deadPort } from '../../channels/loopback.ts';
import { fence, step, weeks } from '../plans.ts';
import { createRun } from '../runs.ts';
import {
  accepting,
  answering,
  fate,
  hook,
  journalOf,
  reach,
  runWith,
  sending,
  silent,
  webhook,
} from './hooks.ts';

describe('a message', () => {
  it('is durable before anything leaves', async () => {
    let journal = '';
    const { url, told } = await hook(response => {
      journal = journalOf(run);
      response.end('taken');
    });
    const run = runWith({ hook: webhook(url) });
    const opened = await run.open();
    await opened.does(sending());
    await fate(opened);
    const queued = opened.engine.entries().find(({ type }) => type === 'message.queued')!;
    expect(journal).toContain('"type":"message.queued"');
    expect(journal).not.toContain('"type":"message.sent"');
    expect(told).toMatchObject([
      { id: `test-${queued.seq}`, subject: 'Maintenance', body: 'Tonight at ten.' },
    ]);
  });

  it('that was taken is sent, with what the server answered', async () => {
    const { url } = await hook(accepting);
    const opened = await runWith({ hook: webhook(url) }).open();
    await opened.does(sending());
    expect(await fate(opened)).toMatchObject({
      status: 'sent',
      detail: '200 taken',
      by: 'ops@bastion',
    });
    expect(opened.story()).toEqual(['message.queued', 'message.sent']);
    expect(opened.engine.entries().at(-1)?.by).toBe('bascule');
  });

  it.each([
    ['refuses', 500, {}, 'refused'],
    ['does not know us', 401, {}, 'login'],
    ['sends us away', 302, { location: '/elsewhere' }, 'redirect'],
  ])('to a server that %s has failed, and was said once', async (_, status, headers, why) => {
    const { url, told } = await hook(answering(status, 'no', headers));
    const opened = await runWith({ hook: webhook(url) }).open();
    await opened.does(sending());
    expect(await fate(opened)).toMatchObject({ status: 'failed', why, detail: `${status} no` });
    expect(told).toHaveLength(1);
  });

  it('to nobody has failed', async () => {
    const url = `http://127.0.0.1:${await deadPort()}`;
    const opened = await runWith({ hook: webhook(url) }).open();
    await opened.does(sending());
    expect(await fate(opened)).toMatchObject({ status: 'failed', why: 'unreachable' });
  });

  it('that was heard and never answered is in doubt', async () => {
    const { url } = await hook(silent);
    const opened = await runWith({ hook: webhook(url, { timeout: 1 }) }).open();
    await opened.does(sending());
    expect(await fate(opened)).toMatchObject({ status: 'doubt', why: 'timeout' });
  });

  it('that failed is sent again by another decision, under another name', async () => {
    let answer = answering(503, 'busy');
    const { url, told } = await hook((response, one) => answer(response, one));
    const opened = await runWith({ hook: webhook(url) }).open();
    await opened.does(sending());
    await fate(opened);
    answer = accepting;
    await opened.does(sending());
    await opened.until(({ context }) =>
      Object.values(context.deliveries).some(({ status }) => status === 'sent'),
    );
    expect(new Set(told.map(({ id }) => id)).size).toBe(2);
    expect(opened.engine.state().context.messages.before?.deliveries).toHaveLength(2);
  });
});

describe('no step waits for', () => {
  it.each<[string, () => Promise<string>]>([
    ['a dead server', async () => `http://127.0.0.1:${await deadPort()}`],
    ['a slow one', async () => (await hook(silent)).url],
    ['one that refuses', async () => (await hook(answering(500, 'no'))).url],
  ])('%s', async (_, serve) => {
    const opened = await runWith({ hook: webhook(await serve()) }).open();
    await opened.does(sending());
    await opened.does({ type: 'start', step: 'D-day.1' });
    await opened.until(({ status }) => status === 'completed');
  });
});

describe('what was under way when the cockpit ended', () => {
  /** Killed with the message at the server. */
  async function killed() {
    const { url, told } = await hook(silent);
    const run = runWith({ hook: webhook(url) });
    const first = await run.open();
    await first.does(sending());
    await expect.poll(() => told.length, { timeout: 10_000 }).toBe(1);
    first.leave();
    return { run, told };
  }

  it('is in doubt when the run is opened again', async () => {
    const { run } = await killed();
    const second = await run.open();
    expect(await fate(second)).toMatchObject({ status: 'doubt', why: 'lost', detail: '' });
    expect(second.story()).toEqual(['message.queued', 'message.doubted']);
  });

  it('is never sent again by itself, and doubted once', async () => {
    const { run, told } = await killed();
    const second = await run.open();
    await second.does({ type: 'start', step: 'D-day.1' });
    await second.until(({ status }) => status === 'completed');
    second.leave();
    const third = await run.open();
    expect(third.story().filter(type => type === 'message.doubted')).toHaveLength(1);
    expect(told).toHaveLength(1);
  });

  it('though it was let go of in good order, without waiting', async () => {
    const { url, told } = await hook(silent);
    const run = runWith({ hook: webhook(url) });
    const first = await run.open();
    await first.does(sending());
    await expect.poll(() => told.length, { timeout: 10_000 }).toBe(1);
    first.engine.close('detached');
    first.journal.close();
    expect(await fate(await run.open())).toMatchObject({ status: 'doubt', why: 'lost' });
  });
});

describe('a message is refused, and nothing is journaled', () => {
  it.each(['telegraph', 'constructor'])(
    'through a channel that there is not: %s',
    async channel => {
      const { engine, story } = await runWith({}).open();
      expect(await engine.act(sending({ channel }))).toEqual({
        done: false,
        refusal: { code: 'no-channel', detail: channel },
      });
      expect(story()).toEqual([]);
    },
  );

  it('where nothing leaves', async () => {
    const plan = weeks({ day: [step('09:00', 'Work', fence('true'))] });
    const { engine, story } = await createRun(plan, {
      channels: { hook: webhook('http://127.0.0.1:1') },
    }).open();
    expect(await engine.act(sending())).toMatchObject({ refusal: { code: 'no-channel' } });
    expect(story()).toEqual([]);
  });

  it('that the plan does not have', async () => {
    const { url, told } = await hook(accepting);
    const { engine, story } = await runWith({ hook: webhook(url) }).open();
    expect(await engine.act(sending({ message: 'rumour' }))).toMatchObject({ done: false });
    expect([story(), told]).toEqual([[], []]);
  });
});

describe('settle()', () => {
  it('waits until every fate is known', async () => {
    const answers: (() => void)[] = [];
    const { url } = await hook(response => void answers.push(() => response.end('taken')));
    const opened = await runWith({ hook: webhook(url) }).open();
    await opened.does(sending());
    await opened.does(sending({ message: 'during' }));
    await expect.poll(() => answers.length, { timeout: 10_000 }).toBe(2);
    const settled = opened.engine.around.settle(20_000);
    for (const answer of answers) answer();
    await settled;
    expect(opened.story().filter(type => type === 'message.sent')).toHaveLength(2);
  });

  it('waits no longer than its patience', async () => {
    const { url } = await hook(silent);
    const opened = await runWith({ hook: webhook(url) }).open();
    await opened.does(sending());
    await opened.engine.around.settle(50);
    expect(opened.story()).toEqual(['message.queued']);
  });

  it('lets nothing begin by itself any more: whoever asked for it leaves', async () => {
    const { url } = await hook(silent);
    const steps = [
      step('09:00', 'Wait', fence('until [ -e go ]; do sleep 0.05; done')),
      step('09:10', 'Next', fence('true')),
    ];
    const environment = { channels: { hook: webhook(url) }, pace: 'automatic' } as const;
    const run = createRun(weeks({ day: steps }), environment, {}, { reach });
    const opened = await run.open();
    await opened.does(sending());
    const settled = opened.engine.around.settle(2000);
    writeFileSync(join(run.folder, 'go'), '');
    await opened.until(({ current }) => current === 'D-day.2');
    await settled;
    expect(opened.story().filter(type => type === 'job.started')).toHaveLength(1);
  });

  it('has nothing to wait for when nothing was sent, or nothing can be', async () => {
    await (await runWith({}).open()).engine.around.settle(20_000);
    const quiet = createRun(weeks({ day: [step('09:00', 'Work', fence('true'))] }));
    await (await quiet.open()).engine.around.settle(20_000);
  });
});

it('a message that is sent at each checkpoint has deliveries of its own for each', async () => {
  const { url } = await hook(accepting);
  const plan = weeks({ day: [step('09:00', 'Work', fence('true'))] });
  const run = createRun(plan, { channels: { hook: webhook(url) } }, {}, { reach });
  const opened = await run.open();
  await opened.does(sending({ message: 'during@D-day.1' }));
  await fate(opened);
  expect(opened.engine.state().context.messages).toHaveProperty(['during@D-day.1']);
});
