import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Probe } from '../../src/jobs/types.ts';
import { until, workshops } from './workshop.ts';

const shop = workshops();
const path0 = process.env.PATH;
afterEach(() => {
  process.env.PATH = path0;
});

describe('FAULTS 13: a torn or foreign exit file is never read as success', () => {
  const whole = 'v1 code=0 pid=1 start=2 boot=b size=0 at=1 END';
  test.each([
    ['empty', () => ''],
    ['zeros', () => '\0'.repeat(512)],
    ['the old format', () => 'v1 rc=0\n'],
    ['of another job', () => `${whole.padEnd(511)}\n`],
    ['cut within the code', (own: string) => own.replace(/code=(\d).*/s, 'code=$1')],
    ['cut before its end mark', (own: string) => own.replace(/ END.*/s, '')],
    ['cut before its last byte', (own: string) => own.slice(0, -1)],
    ['of another boot', (own: string) => own.replace(/boot=\S+/, 'boot=other')],
  ])('%s', async (_, damage) => {
    const { current } = shop;
    const { id } = await current.run('true');
    const file = current.file(id, 'exit');
    fs.writeFileSync(file, damage(current.read(id, 'exit')));
    expect(await current.jobs.probe(id)).toEqual({ state: 'doubt', why: 'folder-damaged' });
    expect(await current.jobs.revoke(id, 'resume')).toBe(false);
  });

  test('while the command still runs it is no outcome either', async () => {
    const { current } = shop;
    const { id } = await current.running('sleep 0.3; exit 3');
    fs.writeFileSync(current.file(id, 'exit'), '');
    expect(await current.jobs.probe(id)).toMatchObject({ state: 'running' });
    expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 3 });
  });

  test('nor is a claim that cannot be read', async () => {
    const { current } = shop;
    const { id } = await current.run('true');
    fs.writeFileSync(current.file(id, 'claim'), '');
    expect(await current.jobs.probe(id)).toEqual({ state: 'doubt', why: 'folder-damaged' });
    expect(await current.jobs.revoke(id, 'resume')).toBe(false);
  });
});

test('the lock is looked at before the outcome: a job that ends in between is not taken for lost', async () => {
  const { current } = shop;
  // A slow flock: the job ends after we began to look, before we know who lives.
  const bin = fs.mkdtempSync(path.join(current.home, 'bin-'));
  const { id } = await current.running('sleep 0.2; exit 4');
  const wait = `until [ -e ${current.file(id, 'exit')} ]; do sleep 0.01; done; sleep 0.2`;
  fs.writeFileSync(
    path.join(bin, 'flock'),
    `#!/bin/sh\n${wait}\nPATH='${path0}' exec flock "$@"\n`,
    { mode: 0o755 },
  );
  process.env.PATH = `${bin}:${path0}`;
  expect(await current.jobs.probe(id)).toMatchObject({ state: 'exited', code: 4 });
});

test('a job that is claimed and done between two looks is not taken for one that never started', async () => {
  const { current } = shop;
  const bin = fs.mkdtempSync(path.join(current.home, 'bin-'));
  const id = await current.prepare('exit 4');
  const wait = `touch ${bin}/looking; until [ -e ${current.file(id, 'exit')} ]; do sleep 0.01; done; sleep 0.2`;
  fs.writeFileSync(
    path.join(bin, 'flock'),
    `#!/bin/sh\n${wait}\nPATH='${path0}' exec flock "$@"\n`,
    { mode: 0o755 },
  );
  process.env.PATH = `${bin}:${path0}`;
  const probing = current.jobs.probe(id);
  await until(() => fs.existsSync(path.join(bin, 'looking')), 'the probe looks');
  current.jobs.launch(id, { PATH: path0! });
  expect(await probing).toMatchObject({ state: 'exited', code: 4 });
});

test('FAULTS 20: a background child keeps the output open: exited, and said so until it ends', async () => {
  const { current } = shop;
  const go = path.join(current.home, 'go');
  const late = `until [ -e ${go} ]; do sleep 0.02; done; echo late`;
  const exited = await current.run(`(${late}) & echo main`);
  expect(exited).toMatchObject({ code: 0, size: 5, outputOpen: true });
  fs.writeFileSync(go, '');
  const closed = (probe: Probe) => probe.state === 'exited' && !probe.outputOpen;
  expect(await current.jobs.wait(exited.id, { until: closed })).toMatchObject({ code: 0, size: 5 });
  expect(current.output(exited.id)).toBe('main\nlate\n');
});

describe('FAULTS 23: the time limit holds while nobody watches', () => {
  test('exit 124', async () => {
    const { code, id } = await shop.current.run('echo begun; sleep 60', { timeout: 0.3 });
    expect([code, shop.current.output(id)]).toEqual([124, 'begun\n']);
  });

  test('a command that ignores TERM is killed after the grace: exit 137', async () => {
    const spec = { timeout: 0.2, grace: 0.2 };
    const { code } = await shop.current.run('trap "" TERM; while :; do sleep 0.05; done', spec);
    expect(code).toBe(137);
  });

  test('a command that keeps within it gives its own code', async () => {
    expect((await shop.current.run('exit 7', { timeout: 60 })).code).toBe(7);
  });
});
