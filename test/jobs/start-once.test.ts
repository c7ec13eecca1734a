import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { environment, until, workshops } from './workshop.ts';

const shop = workshops();
const lines = (text: string) => text.split('\n').filter(Boolean);

test('FAULTS 6: a job that was prepared but never launched can be revoked, and never starts then', async () => {
  const { current } = shop;
  const id = await current.prepare('echo ran');
  expect(await current.jobs.probe(id)).toEqual({ state: 'not-started' });
  expect(await current.jobs.revoke(id, 'resume')).toBe(true);
  expect(await current.jobs.revoke(id, 'again')).toBe(true);
  current.jobs.launch(id, environment);
  await until(() => current.read(id, 'wrapper.log').includes('did nothing'), 'it was refused');
  expect(await current.jobs.wait(id)).toEqual({ state: 'revoked', why: 'resume' });
  expect(current.output(id)).toBe('');
});

test('FAULTS 6: a job whose folder was never built can be revoked too', async () => {
  const { current } = shop;
  expect(await current.jobs.revoke('0001-p1s1-a1', 'two\nlines')).toBe(true);
  const id = await current.prepare('echo ran');
  current.jobs.launch(id, environment);
  expect(await current.jobs.wait(id)).toEqual({ state: 'revoked', why: 'two lines' });
  expect(await current.jobs.size(id)).toBe(0);
});

test('a job that started cannot be revoked, while it runs or after', async () => {
  const { current } = shop;
  const { id } = await current.running('sleep 0.2');
  expect(await current.jobs.revoke(id, 'too late')).toBe(false);
  expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 0 });
  expect(await current.jobs.revoke(id, 'too late')).toBe(false);
});

test('FAULTS 7: between launch and claim, exactly one of revoke and claim wins', async () => {
  const { current } = shop;
  const seen = { revoked: 0, ran: 0 };
  // Launching takes from 5 to 15 ms here; on a slower host the pauses grow until both have won.
  for (let round = 0; round < 40 || (round < 200 && !(seen.revoked && seen.ran)); round++) {
    const id = await current.launch('echo ran');
    await new Promise(resolve => setTimeout(resolve, (round % 20) * (1 + round / 80)));
    const revoked = await current.jobs.revoke(id, 'race');
    const probe = await current.jobs.wait(id);
    expect(probe.state).toBe(revoked ? 'revoked' : 'exited');
    expect(current.output(id)).toBe(revoked ? '' : 'ran\n');
    seen[revoked ? 'revoked' : 'ran'] += 1;
  }
  expect(seen.revoked).toBeGreaterThan(0);
  expect(seen.ran).toBeGreaterThan(0);
});

test('FAULTS 7: revoked when the wrapper is about to claim: it finds the claim taken, and does not run', async () => {
  const { current } = shop;
  for (let attempt = 0; attempt < 50; attempt++) {
    const id = await current.prepare('echo ran');
    const args = [path.join(current.home, 'jobs/wrapper.sh'), current.file(id, '')];
    const wrapper = spawn('/bin/sh', args, { detached: true, stdio: 'ignore', env: environment });
    const draft = current.file(id, `claim.${wrapper.pid}`);
    // Between the draft of its claim and the claim there are milliseconds: no time to sleep.
    while (!fs.existsSync(draft));
    process.kill(-wrapper.pid!, 'SIGSTOP');
    const revoked = await current.jobs.revoke(id, 'in time');
    process.kill(-wrapper.pid!, 'SIGCONT');
    await once(wrapper, 'exit');
    expect(current.output(id)).toBe(revoked ? '' : 'ran\n');
    expect((await current.jobs.probe(id)).state).toBe(revoked ? 'revoked' : 'exited');
    if (revoked) return;
  }
  throw new Error('the wrapper always claimed first');
});

describe('FAULTS 8', () => {
  test('the same job launched 8 times at once runs once', async () => {
    const { current } = shop;
    const id = await current.prepare('echo ran; sleep 0.3');
    for (let n = 0; n < 8; n++) current.jobs.launch(id, environment);
    expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 0 });
    await until(() => lines(current.read(id, 'wrapper.log')).length === 8, 'seven were refused');
    expect(current.output(id)).toBe('ran\n');
  });

  test('a job launched again after its end does not run, and its outcome stays', async () => {
    const { current } = shop;
    const { id, ...before } = await current.run('echo ran; exit 4');
    current.jobs.launch(id, environment);
    await until(() => current.read(id, 'wrapper.log').includes('did nothing'), 'it was refused');
    expect(await current.jobs.probe(id)).toEqual(before);
    expect(current.output(id)).toBe('ran\n');
  });
});

test('a claim that was taken away from a finished job does not let it run again', async () => {
  const { current } = shop;
  const { id } = await current.run('true');
  fs.rmSync(current.file(id, 'claim'));
  expect(await current.jobs.probe(id)).toEqual({ state: 'doubt', why: 'folder-damaged' });
  expect(await current.jobs.revoke(id, 'resume')).toBe(false);
});

test('nothing but the known files is left after a launch and a revocation', async () => {
  const { current } = shop;
  const { id } = await current.run('true');
  await current.jobs.revoke(id, 'too late');
  const names = ['claim', 'exit', 'lock', 'meta.sh', 'output', 'script', 'wrapper.log'];
  expect(fs.readdirSync(current.file(id, '')).sort()).toEqual(names);
  expect(fs.readdirSync(path.join(current.home, 'jobs')).sort()).toEqual([id, 'wrapper.sh']);
});
