import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bash, type Ended } from '../../src/reach/bash.ts';
import { folder } from '../channels/loopback.ts';
import { isGone, until } from '../jobs/workshop.ts';

const never = () => new AbortController().signal;

/** Runs it to its end, with nothing that stops it. */
async function ended(script: string, input?: string): Promise<Ended> {
  return (await bash(script, {}, never(), input))!;
}

/** A file in which a script writes the ids of its processes; they do not outlive the test. */
function pidFile() {
  const file = path.join(folder(), 'pids');
  const read = (): number[] =>
    fs.existsSync(file)
      ? fs.readFileSync(file, 'utf8').split('\n').filter(Boolean).map(Number)
      : [];
  onTestFinished(() => {
    for (const pid of read()) if (!isGone(pid)) process.kill(pid, 'SIGKILL');
  });
  return { file, read };
}

/** Begins a script, and stops it once `ready`. @returns milliseconds that the end took */
async function stoppedWhen(ready: () => unknown, script: string): Promise<number> {
  const stop = new AbortController();
  const running = bash(script, {}, stop.signal);
  await until(ready, 'it runs');
  const began = performance.now();
  stop.abort();
  expect(await running).toBe(null);
  return performance.now() - began;
}

test('its code, its output, its errors, and both as they came', async () => {
  expect(await ended('echo first; echo second >&2; exit 3')).toEqual({
    status: 3,
    output: 'first\n',
    errors: 'second\n',
    said: 'first\nsecond\n',
  });
  expect(await ended('kill -KILL $$')).toMatchObject({ status: 'SIGKILL' });
});

test('as the commands of a plan: the first that fails ends it, in a pipe too', async () => {
  expect(await ended('false; echo 1')).toMatchObject({ status: 1, output: '' });
  expect(await ended('false | wc -l')).toMatchObject({ status: 1 });
});

test('in the folder and the environment that are given, and no other', async () => {
  const directory = folder();
  const environment = { PATH: process.env.PATH, WORD: 'été' };
  const found = await bash('pwd; echo "$WORD" "$HOME"', { directory, environment }, never());
  expect(found?.output).toBe(`${fs.realpathSync(directory)}\nété \n`);
});

test('what it is told is all it can read; it need not read it', async () => {
  expect(await ended('cat', 'told')).toMatchObject({ output: 'told' });
  expect(await ended('wc -c')).toMatchObject({ output: expect.stringMatching(/^ *0\n$/) });
  expect(await ended('exec <&-; echo done', 'x'.repeat(5_000_000))).toMatchObject({ status: 0 });
});

test('of an output of megabytes the end is kept', async () => {
  const { output, said } = await ended('head -c 20000000 /dev/zero | tr "\\0" x; echo; echo end');
  expect(output).toMatch(/^x{65531}\nend\n$/);
  expect(said).toBe(output);
});

test('a letter that comes in two halves is whole, whatever the other stream says between them', async () => {
  const run = `printf '\\303'; sleep 0.1; echo no >&2; sleep 0.1; printf '\\251'`;
  expect(await ended(run)).toMatchObject({ output: 'é', said: 'no\né' });
});

test('a helper that ends after it is still heard', async () => {
  expect(await ended('echo 7 > >(sleep 0.1; cat)')).toMatchObject({ output: '7\n' });
});

test('what it leaves in the background is neither awaited nor stopped', async () => {
  const { file, read } = pidFile();
  expect(await ended(`sleep 60 & echo $! >${file}; echo 8`)).toMatchObject({ output: '8\n' });
  expect(read().map(isGone)).toEqual([false]);
});

test('a signal stops it with all it started', async () => {
  const { file, read } = pidFile();
  const run = `sleep 60 & echo $! >>${file}; echo $$ >>${file}; wait`;
  await stoppedWhen(() => read().length === 2, run);
  expect(read().map(isGone)).toEqual([true, true]);
});

test('TERM comes first, so that it can clean up', async () => {
  const { file, read } = pidFile();
  const clean = path.join(folder(), 'clean');
  const run = `trap 'touch ${clean}; exit 0' TERM; echo $$ >${file}; sleep 60 & wait`;
  await stoppedWhen(() => read().length === 1, run);
  expect(fs.existsSync(clean)).toBe(true);
});

test('KILL ends what ignores TERM, even behind closed outputs', async () => {
  const { file, read } = pidFile();
  const deaf = `trap "" TERM; echo $BASHPID >>${file}; while :; do sleep 0.1; done`;
  const took = await stoppedWhen(() => read().length === 1, `(${deaf}) >/dev/null 2>&1 & sleep 60`);
  expect(took).toBeGreaterThan(900);
  expect(read().map(isGone)).toEqual([true]);
});

test('output without end does not keep it alive', async () => {
  const { file, read } = pidFile();
  await stoppedWhen(() => read().length === 1, `echo $$ >${file}; yes 12`);
  expect(read().map(isGone)).toEqual([true]);
});

test('a signal that has come begins nothing', async () => {
  const mark = path.join(folder(), 'mark');
  expect(await bash(`touch ${mark}`, {}, AbortSignal.abort())).toBe(null);
  expect(fs.existsSync(mark)).toBe(false);
});

test('what the system cannot start is refused: no such folder, too much to tell', async () => {
  const gone = { directory: path.join(folder(), 'gone') };
  await expect(bash('true', gone, never())).rejects.toThrow(/^bash: ENOENT$/);
  const full = { environment: { PATH: process.env.PATH, WORD: 'x'.repeat(200_000) } };
  await expect(bash('true', full, never())).rejects.toThrow(/^bash: E2BIG$/);
});
