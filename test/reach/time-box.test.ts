import { once } from 'node:events';
import { expect, test } from 'vitest';
import { inMilliseconds, type TimeBox, within } from '../../src/reach/time-box.ts';

const never = () => new AbortController().signal;

/** Work that only its box ends. */
const endless = async (box: TimeBox): Promise<TimeBox> => {
  if (!box.signal.aborted) await once(box.signal, 'abort');
  return box;
};

test('what the work gives and throws is passed on', async () => {
  expect(await within(60, never(), async () => 5)).toBe(5);
  const broken = within(60, never(), () => Promise.reject(new Error('broken')));
  await expect(broken).rejects.toThrow('broken');
});

test('time that is up stops the work, and says how much it was', async () => {
  const box = await within(0.02, never(), endless);
  expect(box.why()).toBe('no answer within 0.02 s');
});

test('whoever gives up is told from time that is up', async () => {
  const caller = new AbortController();
  const work = within(60, caller.signal, endless);
  caller.abort();
  expect((await work).why()).toBe('given up');
});

test('what was given up before is over from the start', async () => {
  const aborted = await within(60, AbortSignal.abort(), async ({ signal }) => signal.aborted);
  expect(aborted).toBe(true);
});

test.each(['done', 'broken'])(
  'work that is %s leaves its caller and the clock alone',
  async how => {
    const caller = new AbortController();
    let box: TimeBox | undefined;
    const work = within(0.01, caller.signal, async given => {
      box = given;
      if (how === 'broken') throw new Error(how);
    });
    await work.catch(() => {});
    caller.abort();
    await once(AbortSignal.timeout(50), 'abort');
    expect(box?.signal.aborted).toBe(false);
  },
);

test('a month is no instant: a timer cannot count that far', () => {
  expect(inMilliseconds(30 * 24 * 3600)).toBe(2 ** 31 - 1);
  expect(inMilliseconds(1.5)).toBe(1500);
});
