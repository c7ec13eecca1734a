import { expect, it } from 'vitest';
import { within } from '../../src/probes/time-box.ts';
import { Unmeasured } from '../../src/probes/unmeasured.ts';

const never = () => new AbortController().signal;

/** Work that only its signal ends. */
const endless = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')));
  });

it('gives what the work gives, and its errors', async () => {
  expect(await within(10_000, never(), () => Promise.resolve(5))).toBe(5);
  const broken = within(10_000, never(), () => Promise.reject(new Error('broken')));
  await expect(broken).rejects.toThrow('broken');
});

it('stops the work after its time, and says so', async () => {
  const late = await within(50, never(), endless).catch((error: unknown) => error);
  expect(late).toBeInstanceOf(Unmeasured);
  expect(late).toMatchObject({ why: 'timeout', message: 'no answer in 0.05 s' });
});

it('what the work itself says of its lateness is kept', async () => {
  const late = within(50, never(), signal =>
    endless(signal).catch(() => Promise.reject(new Unmeasured('timeout', '4 of 20'))),
  );
  await expect(late).rejects.toThrow('4 of 20');
});

it('stops the work with the outer signal: that is no lateness', async () => {
  const outer = new AbortController();
  const work = within(10_000, outer.signal, endless);
  outer.abort();
  await expect(work).rejects.toThrow('stopped');
});

it('begins nothing after the outer signal', async () => {
  const begun: string[] = [];
  const work = within(10_000, AbortSignal.abort(), async () => begun.push('work'));
  await expect(work).rejects.toThrow('aborted');
  expect(begun).toEqual([]);
});
