import { expect, test } from 'vitest';
import { isOutcome } from '../../src/jobs/wait.ts';
import { environment, workshops } from './workshop.ts';

const shop = workshops();

test('every state is told from the outcomes', () => {
  expect(isOutcome({ state: 'not-started' })).toBe(false);
  expect(isOutcome({ state: 'not-started', why: 'no space' })).toBe(true);
  expect(isOutcome({ state: 'starting' })).toBe(false);
  expect(isOutcome({ state: 'running', pid: 1 })).toBe(false);
  expect(isOutcome({ state: 'orphan', pid: 1, why: 'x' })).toBe(false);
  expect(isOutcome({ state: 'revoked', why: 'x' })).toBe(true);
  expect(isOutcome({ state: 'doubt', why: 'rebooted' })).toBe(true);
});

test('a waiter can wait for any state, one after the other', async () => {
  const { current } = shop;
  const id = await current.prepare('sleep 0.3');
  const running = current.jobs.wait(id, { until: probe => probe.state === 'running' });
  current.jobs.launch(id, environment);
  expect(await running).toMatchObject({ state: 'running' });
  expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited' });
});

test('aborting ends the wait at once, and not the job', async () => {
  const { current } = shop;
  const { id } = await current.running('sleep 0.5; exit 6');
  const abort = new AbortController();
  const waiting = current.jobs.wait(id, { signal: abort.signal });
  abort.abort();
  await expect(waiting).rejects.toThrow('abort');
  await expect(current.jobs.wait(id, { signal: abort.signal })).rejects.toThrow('abort');
  expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 6 });
});
