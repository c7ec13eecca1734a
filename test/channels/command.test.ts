import fs from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createChannels } from '../../src/channels/channels.ts';
import type { Channel } from '../../src/plan/types.ts';
import { isGone, until } from '../jobs/workshop.ts';
import { folder } from './loopback.ts';
import { message, send } from './sending.ts';

function command(run: string, timeout = 10): Extract<Channel<string>, { type: 'command' }> {
  return { type: 'command', run, timeout, names: [], to: ['a@example.org', 'b@example.org'] };
}

/** A file in which a command writes a process id of its own; that process does not outlive the test. */
function pidFile() {
  const file = path.join(folder(), 'pid');
  const read = (): number => (fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0);
  onTestFinished(() => {
    if (read() > 0 && !isGone(read())) process.kill(read(), 'SIGKILL');
  });
  return { file, read };
}

test('the body comes on standard input, the rest in the environment, accents whole', async () => {
  const told = path.join(folder(), 'told');
  const run = `{ printf '%s|' "$BASCULE_ID" "$BASCULE_SUBJECT" "$BASCULE_TO"; cat; } >${told}; echo "queued as 7"`;
  expect(await send(command(run))).toEqual({ sent: 'yes', detail: 'queued as 7' });
  expect(fs.readFileSync(told, 'utf8')).toBe(
    `${message.id}|${message.subject}|a@example.org,b@example.org|${message.body}`,
  );
});

test('it runs where the environment says, as the commands of a plan do', async () => {
  const directory = folder();
  fs.writeFileSync(path.join(directory, 'gateway'), 'a queue\n');
  const environment = { PATH: process.env.PATH, REGION: 'west' };
  const channels = createChannels({ directory, environment });
  const run = 'echo "$(cat gateway) $REGION $BASCULE_TO [$HOME]"';
  expect(await channels.send(command(run), message, new AbortController().signal)).toEqual({
    sent: 'yes',
    detail: 'a queue west a@example.org,b@example.org []',
  });
});

test('the first that fails ends it, in a pipe too: that is no delivery', async () => {
  expect(await send(command('false; echo queued'))).toMatchObject({ sent: 'no', why: 'failed' });
  expect(await send(command('false | cat'))).toMatchObject({ sent: 'no', why: 'failed' });
});

test('a subject of two lines is told as one', async () => {
  const run = 'printf "%s" "$BASCULE_SUBJECT" | wc -l | tr -d " "; echo "[$BASCULE_SUBJECT]"';
  const subject = 'Fin\r\nBcc: someone@example.org';
  expect(await send(command(run), { subject })).toEqual({
    sent: 'yes',
    detail: '[Fin Bcc: someone@example.org]',
  });
});

test('the last line with something on it is the detail, of either stream, without colours', async () => {
  const run = 'echo first; printf "\\033[32mqueued\\033[0m été\\n\\n  \\n" >&2';
  expect((await send(command(run))).detail).toBe('queued été');
  expect((await send(command('true'))).detail).toBe('code 0');
  expect((await send(command('printf "no line end"'))).detail).toBe('no line end');
});

test('a command that fails tells its code and its last line', async () => {
  expect(await send(command('echo try; echo "no credit left" >&2; exit 3'))).toEqual({
    sent: 'no',
    why: 'failed',
    detail: 'code 3: no credit left',
  });
  expect(await send(command('exit 4'))).toEqual({ sent: 'no', why: 'failed', detail: 'code 4' });
  expect(await send(command('no-such-command-here'))).toMatchObject({ sent: 'no', why: 'failed' });
});

test('a command that is killed may have done it', async () => {
  expect(await send(command('kill -KILL $$'))).toEqual({
    sent: 'unknown',
    why: 'failed',
    detail: 'SIGKILL',
  });
});

test('a command need not read what it is told', async () => {
  const body = 'x'.repeat(5_000_000);
  expect(await send(command('exec <&-; echo done'), { body })).toEqual({
    sent: 'yes',
    detail: 'done',
  });
});

test('time that is up stops it and what it started; nobody knows what it did', async () => {
  const { file, read } = pidFile();
  const run = `sleep 60 & echo $! >${file}; wait`;
  expect(await send(command(run, 1))).toEqual({
    sent: 'unknown',
    why: 'timeout',
    detail: 'no answer within 1 s',
  });
  await until(() => isGone(read()), 'the sleeper has ended');
});

test('whoever gives up stops it', async () => {
  const { file, read } = pidFile();
  const caller = new AbortController();
  const sending = send(command(`echo $$ >${file}; sleep 60`, 60), {}, { signal: caller.signal });
  await until(() => read() > 0, 'it runs');
  caller.abort();
  expect(await sending).toEqual({ sent: 'unknown', why: 'timeout', detail: 'given up' });
  await until(() => isGone(read()), 'it has ended');
});

test('what the system cannot start is a fault of the settings, or of the message', async () => {
  const lost = createChannels({ directory: path.join(folder(), 'gone') });
  expect(await lost.send(command('true'), message, new AbortController().signal)).toEqual({
    sent: 'no',
    why: 'settings',
    detail: 'bash: ENOENT',
  });
  expect(await send(command('true'), { subject: 'x'.repeat(200_000) })).toMatchObject({
    sent: 'no',
    why: 'settings',
  });
});
