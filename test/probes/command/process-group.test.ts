import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { createProbes } from '../../../src/probes/probes.ts';
import { commandProbe, measure } from '../asking.ts';
import { folder } from '../folder.ts';
import { until } from '../until.ts';

/** Has the process ended? A zombie has. */
function isGone(pid: number): boolean {
  try {
    return / [ZX] /.test(fs.readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, ''));
  } catch {
    return true;
  }
}

const pidsIn = (file: string) => fs.readFileSync(file, 'utf8').trim().split('\n').map(Number);

test('a command that takes too long is stopped, with all it started', async () => {
  const pids = path.join(folder(), 'pids');
  const run = `echo $$ > '${pids}'; sleep 20 & echo $! >> '${pids}'; echo 5; wait`;
  expect(await measure(commandProbe(run, { timeout: 1 }))).toEqual({
    ok: false,
    why: 'timeout',
    detail: 'no answer in 1 s',
  });
  expect(pidsIn(pids)).toHaveLength(2);
  expect(pidsIn(pids).every(isGone)).toBe(true);
});

test('TERM lets it clean up', async () => {
  const mark = path.join(folder(), 'clean');
  const run = `trap "touch '${mark}'; exit 0" TERM; sleep 20 & wait`;
  expect(await measure(commandProbe(run, { timeout: 1 }))).toMatchObject({ why: 'timeout' });
  expect(fs.existsSync(mark)).toBe(true);
});

test('KILL ends what ignores TERM, even behind closed outputs', async () => {
  const pids = path.join(folder(), 'pids');
  const deaf = `trap "" TERM; echo $BASHPID >> '${pids}'; for ((i = 0; i < 100; i++)); do sleep 0.1; done`;
  const run = `(${deaf}) > /dev/null 2>&1 & sleep 20`;
  const began = performance.now();
  expect(await measure(commandProbe(run, { timeout: 1 }))).toMatchObject({ why: 'timeout' });
  expect(performance.now() - began).toBeGreaterThan(1900);
  expect(pidsIn(pids).every(isGone)).toBe(true);
});

test('output without end does not outlive its time', async () => {
  expect(await measure(commandProbe('yes 12', { timeout: 0.5 }))).toMatchObject({ why: 'timeout' });
});

test('a signal stops it as well', async () => {
  const pids = path.join(folder(), 'pids');
  const stop = new AbortController();
  const probe = commandProbe(`echo $$ > '${pids}'; sleep 20`);
  const measured = createProbes().measure(probe, stop.signal);
  await until(() => fs.existsSync(pids) && pidsIn(pids)[0]! > 0, 'it runs');
  stop.abort();
  expect(await measured).toEqual({ ok: false, why: 'failed', detail: 'cancelled' });
  expect(pidsIn(pids).every(isGone)).toBe(true);
});
