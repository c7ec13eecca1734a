import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { membersOf } from '../../src/jobs/session.ts';
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
  const trapped = path.join(current.home, 'trapped');
  const { id } = await current.running(
    `trap "sleep 0.3; echo clean; exit 8" TERM\ntouch ${trapped}; sleep 60 & wait`,
  );
  await until(() => fs.existsSync(trapped), 'it is ready for a TERM');
  await current.jobs.cancel(id, 20);
  expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 8 });
  expect(current.output(id)).toBe('clean\n');
});

test('KILL after the grace for what ignores TERM, and for what it started meanwhile', async () => {
  const { current } = shop;
  const trapped = path.join(current.home, 'trapped');
  const { id } = await current.running(
    `trap "" TERM; touch ${trapped}; while :; do sleep 0.05; done`,
  );
  await until(() => fs.existsSync(trapped), 'it is ready for a TERM');
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

test('a job that has claimed but not begun is stopped as soon as there is something to stop', async () => {
  const { current } = shop;
  for (let attempt = 0; attempt < 50; attempt++) {
    const id = await current.prepare('sleep 60');
    const args = [path.join(current.home, 'jobs/wrapper.sh'), current.file(id, '')];
    const wrapper = spawn('/bin/sh', args, { detached: true, stdio: 'ignore', env: environment });
    while (!fs.existsSync(current.file(id, 'claim')));
    process.kill(-wrapper.pid!, 'SIGSTOP');
    const pending = current.read(id, 'exit.res').includes('pending');
    const busy = membersOf(wrapper.pid!).length > 1;
    const cancelling = current.jobs.cancel(id, 20);
    // Time for a first look at what is not there yet.
    await new Promise(resolve => setTimeout(resolve, 50));
    process.kill(-wrapper.pid!, 'SIGCONT');
    await cancelling;
    expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 143 });
    if (pending && busy) return;
  }
  throw new Error('the wrapper was never seen with one of its tools');
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
