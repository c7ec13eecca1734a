import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { environment, isGone, until, workshops } from './workshop.ts';

const shop = workshops();
const pidIn = (file: string) => Number(fs.readFileSync(file, 'utf8'));

test('TERM reaches the whole session, process groups included; the wrapper records the outcome', async () => {
  const { current } = shop;
  const child = path.join(current.home, 'child');
  const { id } = await current.running(`set -m; sleep 60 & echo $! >${child}; sleep 60`);
  await until(() => fs.existsSync(child) && pidIn(child), 'the child is there');
  await current.jobs.cancel(id, 20);
  expect(await current.jobs.wait(id)).toMatchObject({
    state: 'exited',
    code: 143,
    outputOpen: false,
  });
  expect(isGone(pidIn(child))).toBe(true);
});

test('a command that cleans up on TERM is given the time to do so', async () => {
  const { current } = shop;
  const { id } = await current.running(
    'trap "sleep 0.3; echo clean; exit 8" TERM\nsleep 60 & wait',
  );
  await current.jobs.cancel(id, 20);
  expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 8 });
  expect(current.output(id)).toBe('clean\n');
});

test('KILL after the grace for what ignores TERM, and for what it started meanwhile', async () => {
  const { current } = shop;
  const { id } = await current.running('trap "" TERM; while :; do sleep 0.05; done');
  const began = performance.now();
  await current.jobs.cancel(id, 0.5);
  expect(performance.now() - began).toBeGreaterThan(450);
  expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 137 });
});

test('a job that is launched at the same moment is stopped as well', async () => {
  const { current } = shop;
  const id = await current.prepare('sleep 60');
  current.jobs.launch(id, environment);
  await current.jobs.cancel(id, 20);
  expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 143 });
});

test('an orphan can be stopped', async () => {
  const { current } = shop;
  const { id, pid } = await current.running('sleep 60');
  process.kill(pid, 'SIGKILL');
  await current.jobs.wait(id, { until: probe => probe.state === 'orphan' });
  await current.jobs.cancel(id, 20);
  expect(await current.jobs.wait(id)).toEqual({ state: 'doubt', why: 'witness-lost' });
});

test('a background child that keeps the output open can be stopped; the outcome stays', async () => {
  const { current } = shop;
  const { id } = await current.run('sleep 60 & exit 3');
  await current.jobs.cancel(id, 20);
  expect(await current.jobs.probe(id)).toMatchObject({
    state: 'exited',
    code: 3,
    outputOpen: false,
  });
});

test('a finished or revoked job has nothing to stop', async () => {
  const { current } = shop;
  const { id } = await current.run('true');
  await current.jobs.cancel(id);
  const revoked = await current.prepare('true');
  await current.jobs.revoke(revoked, 'resume');
  await current.jobs.cancel(revoked);
  expect(await current.jobs.probe(id)).toMatchObject({ state: 'exited', code: 0 });
});
