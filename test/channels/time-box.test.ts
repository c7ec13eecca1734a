import { once } from 'node:events';
import { expect, test } from 'vitest';
import { inMilliseconds, openTimeBox } from '../../src/channels/time-box.ts';

test('time that is up aborts, and says how much it was', async () => {
  const box = openTimeBox(0.02, new AbortController().signal);
  await once(box.signal, 'abort');
  expect(box.why()).toBe('no answer within 0.02 s');
});

test('whoever gives up is told from time that is up', () => {
  const caller = new AbortController();
  const box = openTimeBox(60, caller.signal);
  expect(box.signal.aborted).toBe(false);
  caller.abort();
  expect(box.signal.aborted).toBe(true);
  expect(box.why()).toBe('given up');
  box.close();
});

test('what was given up before is over from the start', () => {
  const box = openTimeBox(60, AbortSignal.abort());
  expect(box.signal.aborted).toBe(true);
  box.close();
});

test('a closed box leaves its caller alone', () => {
  const caller = new AbortController();
  const box = openTimeBox(60, caller.signal);
  box.close();
  caller.abort();
  expect(box.signal.aborted).toBe(false);
});

test('a month is no instant: a timer cannot count that far', () => {
  expect(inMilliseconds(30 * 24 * 3600)).toBe(2 ** 31 - 1);
  expect(inMilliseconds(1.5)).toBe(1500);
});
