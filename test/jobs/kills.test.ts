import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Probe } from '../../src/jobs/types.ts';
import { isGone, until, workshops } from './workshop.ts';

const shop = workshops();
const cockpit = fileURLToPath(new URL('fixtures/cockpit.ts', import.meta.url));

describe('FAULTS 1: the cockpit ends while a command runs', () => {
  test.each(['SIGKILL', 'SIGHUP', 'SIGTERM', 'SIGINT'] as const)('by %s', async signal => {
    const { current } = shop;
    const go = path.join(current.home, 'go');
    const script = `echo before; until [ -e ${go} ]; do sleep 0.02; done; echo after; exit 5`;
    const id = await current.prepare(script);
    const args = ['--experimental-strip-types', cockpit, path.join(current.home, 'jobs'), id];
    const parent = spawn(process.execPath, args, { stdio: 'ignore' });
    await until(() => current.output(id) === 'before\n', 'the command runs');
    parent.kill(signal);
    await once(parent, 'exit');
    expect(await current.jobs.probe(id)).toMatchObject({ state: 'running' });
    fs.writeFileSync(go, '');
    expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 5, size: 13 });
    expect(current.output(id)).toBe('before\nafter\n');
  });

  test('by having nothing left to do: a launched job does not keep it', async () => {
    const { current } = shop;
    const id = await current.prepare('sleep 0.7; exit 5');
    const args = [
      '--experimental-strip-types',
      cockpit,
      path.join(current.home, 'jobs'),
      id,
      'leave',
    ];
    await once(spawn(process.execPath, args, { stdio: 'ignore' }), 'exit');
    expect((await current.jobs.probe(id)).state).not.toBe('exited');
    expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 5 });
  });
});

test('FAULTS 9: the wrapper is killed, the command lives: orphan, then in doubt', async () => {
  const { current } = shop;
  const go = path.join(current.home, 'go');
  const { id, pid } = await current.running(
    `until [ -e ${go} ]; do sleep 0.02; done; echo survived`,
  );
  process.kill(pid, 'SIGKILL');
  const orphan = await current.jobs.wait(id, { until: probe => probe.state !== 'running' });
  expect(orphan).toMatchObject({ state: 'orphan', pid });
  expect(await current.jobs.revoke(id, 'resume')).toBe(false);
  fs.writeFileSync(go, '');
  expect(await current.jobs.wait(id)).toEqual({ state: 'doubt', why: 'witness-lost' });
  expect(current.output(id)).toBe('survived\n');
});

test('FAULTS 10: the whole process group is killed: in doubt', async () => {
  const { id, pid } = await shop.current.running('sleep 60');
  process.kill(-pid, 'SIGKILL');
  expect(await shop.current.jobs.wait(id)).toEqual({ state: 'doubt', why: 'witness-lost' });
  expect(await shop.current.jobs.revoke(id, 'resume')).toBe(false);
});

test.each([
  ['SIGTERM', 143],
  ['SIGHUP', 129],
  ['SIGINT', 130],
] as const)('FAULTS 11: %s to the whole group: exit %i', async (signal, code) => {
  const { id, pid } = await shop.current.running('sleep 60');
  process.kill(-pid, signal);
  expect(await shop.current.jobs.wait(id)).toMatchObject({ state: 'exited', code });
});

test('FAULTS 12: killed after the outcome, before it has its name: the code is recovered', async () => {
  const { current } = shop;
  const { id, ...before } = await current.run('echo out; exit 9');
  const record = current.read(id, 'exit');
  fs.renameSync(current.file(id, 'exit'), current.file(id, 'exit.res'));
  expect(await current.jobs.probe(id)).toEqual(before);
  // As the first, hasty write leaves it.
  fs.writeFileSync(current.file(id, 'exit.res'), record.replace(/size=.* END/, 'END'));
  expect(await current.jobs.probe(id)).toEqual({ ...before, size: null, at: null });
});

test('FAULTS 12: killed at any moment around the end: the right code, or in doubt; never another', async () => {
  const { current } = shop;
  const one = async (delay: number) => {
    const id = await current.launch('exit 9');
    const claimed = (probe: Probe) => !['not-started', 'starting'].includes(probe.state);
    const probe = await current.jobs.wait(id, { until: claimed });
    await new Promise(resolve => setTimeout(resolve, delay));
    if (probe.state === 'running' && !isGone(probe.pid)) process.kill(probe.pid, 'SIGKILL');
    const end = await current.jobs.wait(id);
    if (end.state === 'exited') expect(end.code).toBe(9);
    else expect(end).toEqual({ state: 'doubt', why: 'witness-lost' });
  };
  // Four at a time, because a death shows only after a second.
  for (let round = 0; round < 5; round++) {
    await Promise.all([0, 2, 4, 6].map(delay => one(delay + round * 3)));
  }
});

test('FAULTS 18: the pid was given to a stranger: dead is dead, and the stranger is left alone', async () => {
  const { current } = shop;
  const { id, pid } = await current.running('sleep 60');
  process.kill(-pid, 'SIGKILL');
  await current.jobs.wait(id);
  const stranger = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
  const claim = current.read(id, 'claim').replace(`pid=${pid}`, `pid=${stranger.pid}`);
  fs.writeFileSync(current.file(id, 'claim'), claim);
  expect(await current.jobs.probe(id)).toEqual({ state: 'doubt', why: 'witness-lost' });
  await current.jobs.cancel(id, 0);
  // Something else holds the output: still not the stranger.
  const holder = spawn('flock', [current.file(id, 'output'), 'sleep', '60'], {
    detached: true,
    stdio: 'ignore',
  });
  await current.jobs.wait(id, { until: probe => probe.state === 'orphan' });
  await current.jobs.cancel(id, 0);
  expect(isGone(stranger.pid!)).toBe(false);
  process.kill(-stranger.pid!, 'SIGKILL');
  process.kill(-holder.pid!, 'SIGKILL');
});

test('FAULTS 19: the host rebooted while the command ran: in doubt', async () => {
  const { current } = shop;
  const { id, pid } = await current.running('sleep 60');
  process.kill(-pid, 'SIGKILL');
  await current.jobs.wait(id);
  const claim = current
    .read(id, 'claim')
    .replace(/boot=\S+/, 'boot=00000000-0000-0000-0000-000000000000');
  fs.writeFileSync(current.file(id, 'claim'), claim);
  expect(await current.jobs.probe(id)).toEqual({ state: 'doubt', why: 'rebooted' });
});
