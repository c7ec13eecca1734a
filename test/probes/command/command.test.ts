import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createProbes } from '../../../src/probes/probes.ts';
import { folder } from '../../channels/loopback.ts';
import { isGone, until } from '../../jobs/workshop.ts';
import { commandProbe, measure } from '../asking.ts';

describe('a command that prints a figure', () => {
  test('on its last line', async () => {
    expect(await measure(commandProbe('echo 3 stages; echo "99,95 % of orders"; echo'))).toEqual({
      ok: true,
      value: 99.95,
      unit: '%',
      samples: 1,
      detail: '99,95 % of orders',
    });
  });

  test('in the unit of its environment, where it says none', async () => {
    const unit = 'tickets/jour';
    expect(await measure(commandProbe('echo 4', { unit }))).toMatchObject({ value: 4, unit });
    expect(await measure(commandProbe('echo 4 %', { unit }))).toMatchObject({ unit: '%' });
    expect(await measure(commandProbe('echo 4'))).toMatchObject({ unit: '' });
  });

  test('to its output: what it complains about is no figure', async () => {
    expect(await measure(commandProbe('echo 5; echo 6 >&2'))).toMatchObject({ value: 5 });
  });

  test('after megabytes: the end counts, and little of it is told', async () => {
    const run = 'head -c 5000000 /dev/zero | tr "\\0" a; echo; printf "7 %0500d\\n" 0';
    const found = await measure(commandProbe(run));
    expect(found).toMatchObject({ ok: true, value: 7 });
    expect(found.detail).toHaveLength(200);
  });

  test('and reads nothing: it does not wait for an operator', async () => {
    expect(await measure(commandProbe('wc -c'))).toMatchObject({ value: 0 });
  });

  test('and leaves something running that keeps its output open', async () => {
    const pid = path.join(folder(), 'pid');
    const began = performance.now();
    const found = await measure(commandProbe(`sleep 60 & echo $! > '${pid}'; echo 8`));
    expect(found).toMatchObject({ ok: true, value: 8 });
    expect(performance.now() - began).toBeLessThan(10_000);
    process.kill(Number(fs.readFileSync(pid, 'utf8')));
  });
});

describe('where it runs', () => {
  test('in the folder and the environment that are given', async () => {
    const directory = folder();
    fs.writeFileSync(path.join(directory, 'figure'), '12\n');
    const environment = { PATH: process.env.PATH!, FACTOR: '3' };
    const probes = createProbes({ directory, environment });
    const probe = commandProbe('echo $(( $(cat figure) * FACTOR )) "$HOME"');
    expect(await probes.measure(probe, new AbortController().signal)).toMatchObject({
      value: 36,
      detail: '36',
    });
  });

  test('as the commands of a plan: the first that fails ends it, in a pipe too', async () => {
    expect(await measure(commandProbe('false; echo 1'))).toMatchObject({ why: 'failed' });
    expect(await measure(commandProbe('false | wc -l'))).toMatchObject({ why: 'failed' });
  });
});

describe('no figure', () => {
  test.each([
    ['exit 3', 'failed', 'exit 3'],
    ['echo 12; echo cannot connect >&2; exit 1', 'failed', 'exit 1: cannot connect'],
    ['echo 12; exit 1', 'failed', 'exit 1: 12'],
    ['kill -KILL $$', 'failed', 'SIGKILL'],
    ['no-such-command', 'failed', expect.stringContaining('exit 127: ')],
    ['echo NULL', 'no-figure', 'NULL'],
    ['true', 'no-figure', 'no output'],
  ])('%s', async (run, why, detail) => {
    expect(await measure(commandProbe(run))).toEqual({ ok: false, why, detail });
  });

  test('where there is no such folder', async () => {
    const probes = createProbes({ directory: path.join(folder(), 'gone') });
    const found = await probes.measure(commandProbe('echo 1'), new AbortController().signal);
    expect(found).toEqual({ ok: false, why: 'failed', detail: 'bash: ENOENT' });
  });
});

describe('its time', () => {
  test('is over: it is stopped, and nothing is measured', async () => {
    const pid = path.join(folder(), 'pid');
    const run = `echo $$ > '${pid}'; echo 5; sleep 20 & wait`;
    expect(await measure(commandProbe(run, { timeout: 1 }))).toEqual({
      ok: false,
      why: 'timeout',
      detail: 'no answer within 1 s',
    });
    expect(isGone(Number(fs.readFileSync(pid, 'utf8')))).toBe(true);
  });

  test('is cut by a signal: it is stopped as well', async () => {
    const pid = path.join(folder(), 'pid');
    const read = () => (fs.existsSync(pid) ? Number(fs.readFileSync(pid, 'utf8')) : 0);
    const stop = new AbortController();
    const measured = createProbes().measure(
      commandProbe(`echo $$ > '${pid}'; sleep 20`),
      stop.signal,
    );
    await until(() => read() > 0, 'it runs');
    stop.abort();
    expect(await measured).toEqual({ ok: false, why: 'failed', detail: 'cancelled' });
    expect(isGone(read())).toBe(true);
  });
});
