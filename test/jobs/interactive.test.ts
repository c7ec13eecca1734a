/** A job on the operator's terminal: the same protocol, and nobody else of that terminal is harmed. */
import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writersOf } from '../../src/jobs/session.ts';
import type { JobSpec } from '../../src/jobs/types.ts';
import { openTerminal, type Terminal } from '../terminal/driver.ts';
import { isGone, type Running, workshops } from './workshop.ts';

const shop = workshops();
const lender = path.join(import.meta.dirname, 'fixtures/lender.ts');
let terminal: Terminal;

beforeEach(() => {
  terminal = openTerminal({ file: 'bash', args: ['--norc', '--noprofile', '-i'], cols: 150 });
});
afterEach(() => terminal.close());

/** Prepares an interactive job and has the terminal's shell start a process that lends it. */
async function lend(script: string, spec: Partial<JobSpec> = {}): Promise<string> {
  const { current } = shop;
  const id = await current.prepare(script, { interactive: true, ...spec });
  const node = `${process.execPath} --experimental-strip-types --disable-warning=ExperimentalWarning`;
  terminal.type(`PS1='shell> '; ${node} ${lender} ${path.join(current.home, 'jobs')} ${id}\r`);
  return id;
}

const shown = (text: string) =>
  terminal.waitFor(one => one.transcript().includes(text), { message: text });

test('it has the terminal as its stdin, stdout and stderr; its output is not kept', async () => {
  const { current } = shop;
  const id = await lend('tty; read -rp "name? " name </dev/tty; echo "hello $name" >&2; exit 3');
  await shown('name?');
  terminal.type('ops\r');
  await shown('hello ops');
  await shown('"state":"exited","code":3,"size":0');
  expect(terminal.transcript()).toMatch(/^\/dev\/pts\/\d+$/m);
  expect([current.output(id), current.read(id, 'wrapper.log').trim()]).toEqual(['', '']);
  terminal.type('\r');
  await shown('taken back');
});

test('Ctrl-C reaches the command, with its default effect, and neither the wrapper nor us', async () => {
  const id = await lend('grep SigIgn /proc/self/status; echo asleep; sleep 60');
  await shown('asleep');
  expect(terminal.transcript()).toMatch(/SigIgn:\s+0{16}/);
  terminal.press('^C');
  await shown('"state":"exited","code":130');
  expect(await shop.current.jobs.probe(id)).toMatchObject({ state: 'exited', code: 130 });
});

test('a command that takes Ctrl-C for something else goes on', async () => {
  await lend('trap "echo not yet" INT; echo ready; read -r line || read -r line; echo "got $line"');
  await shown('ready');
  terminal.press('^C');
  await shown('not yet');
  terminal.type('done\r');
  await shown('got done');
  await shown('"code":0');
});

test('a limit stops it in the foreground and records it', async () => {
  const id = await lend('read -rp "still here?" line', { timeout: 1 });
  await shown('still here?');
  await shown('"state":"exited","code":124');
  expect(await shop.current.jobs.probe(id)).toMatchObject({ code: 124, outputOpen: false });
});

test('without a terminal it does not start, and says so', async () => {
  const { current } = shop;
  const id = await current.launch('true', { interactive: true });
  expect(await current.jobs.wait(id)).toEqual({
    state: 'not-started',
    why: 'an interactive command needs a terminal',
  });
});

test('what lends it is killed: the wrapper records how the command fared, and the shell lives on', async () => {
  const { current } = shop;
  const go = path.join(current.home, 'go');
  const id = await lend(
    `echo ready; until [ -e ${go} ]; do sleep 0.02; done; read -r line || exit 9`,
  );
  await shown('ready');
  const { pid } = (await current.jobs.probe(id)) as Running;
  process.kill(parentOf(pid), 'SIGKILL');
  await shown('Killed');
  fs.writeFileSync(go, '');
  // The shell took its terminal back: reading fails, as for any command left behind.
  expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 9 });
  terminal.type('echo still $((40 + 2))\r');
  await shown('still 42');
});

test('the terminal is closed: the outcome is known', async () => {
  const { current } = shop;
  const id = await lend('echo here; sleep 60');
  await shown('here');
  terminal.hangUp();
  expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 129 });
});

test('cancel stops the command and what it started, and spares the shell and whoever lends', async () => {
  const { current } = shop;
  const child = path.join(current.home, 'child');
  const id = await lend(`sleep 60 & echo $! >${child}; setsid sleep 60 & echo ready; wait`);
  await shown('ready');
  await current.jobs.cancel(id, 20);
  await shown('"state":"exited","code":143');
  expect(isGone(Number(fs.readFileSync(child, 'utf8')))).toBe(true);
  expect(writersOf(current.file(id, 'output'))).toEqual([]);
  terminal.type('\r');
  await shown('taken back');
  terminal.type('echo still $((40 + 2))\r');
  await shown('still 42');
});

test('an orphan and a child left behind can be stopped; readers of the output are no part of it', async () => {
  const { current } = shop;
  const id = await lend('echo ready; sleep 60');
  await shown('ready');
  const reading = fs.openSync(current.file(id, 'output'), 'r');
  const { pid } = (await current.jobs.probe(id)) as Running;
  process.kill(pid, 'SIGKILL');
  await current.jobs.wait(id, { until: probe => probe.state === 'orphan' });
  await current.jobs.cancel(id, 20);
  fs.closeSync(reading);
  expect(await current.jobs.wait(id)).toEqual({ state: 'doubt', why: 'witness-lost' });
  await shown('back: {"state":"doubt"');
});

const parentOf = (pid: number): number =>
  Number(
    fs
      .readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) \S /s, '')
      .split(' ')[0],
  );
