/** Mail servers that are slow, mad or none: the time box holds, and what may have arrived is told as a doubt. */
import type { Socket } from 'node:net';
import { beforeAll, expect, test } from 'vitest';
import { compose } from '../../../src/channels/smtp/mail.ts';
import { rawServer } from '../loopback.ts';
import { message, send } from '../sending.ts';
import { mail } from './mail-server.ts';

const patience = 1;
const silence = `no answer within ${patience} s`;
const never = { sent: 'no', why: 'timeout', detail: silence };

type Answer = string | ((socket: Socket) => void);

/** Answers each command by its first word, as a small server would; '' is silence. */
function scripted(answers: Record<string, Answer>): Promise<number> {
  const usual: Record<string, Answer> = {
    hello: '220 mail',
    EHLO: '250 mail',
    MAIL: '250 ok',
    RCPT: '250 ok',
    DATA: '354 go on',
    body: '250 queued',
    ...answers,
  };
  return rawServer(socket => {
    const answer = (to: string): void => {
      const said = usual[to] ?? '';
      if (typeof said === 'function') said(socket);
      else if (said !== '') socket.write(`${said}\r\n`);
    };
    let inBody = false;
    answer('hello');
    socket.setEncoding('latin1').on('data', (text: string) => {
      if (inBody && !text.endsWith('\r\n.\r\n')) return;
      answer(inBody ? 'body' : text.slice(0, 4));
      inBody = text.startsWith('DATA');
    });
  });
}

/** What a server that answers is given, and one that does not. */
const sendTo = (port: number) => send(mail(port));
const sendToSilence = (port: number) => send(mail(port, { timeout: patience }));

// The first sending loads nodemailer, within its own time: on a busy machine, much of it.
beforeAll(() => compose(mail(25), message));
beforeAll(() => import('nodemailer/lib/smtp-connection'));

function drip(text: string): Answer {
  return socket => {
    const timer = setInterval(() => socket.write(text), 20);
    socket.on('close', () => clearInterval(timer));
  };
}

test('this small server takes a mail, so that what follows means something', async () => {
  expect(await sendTo(await scripted({}))).toEqual({ sent: 'yes', detail: '250 queued' });
});

test.each(['hello', 'EHLO', 'MAIL', 'RCPT', 'DATA'])(
  'silence after %s: it was not sent',
  async step => {
    expect(await sendToSilence(await scripted({ [step]: '' }))).toEqual(never);
  },
);

test('silence after the message: it may have been sent', async () => {
  expect(await sendToSilence(await scripted({ body: '' }))).toEqual({
    sent: 'unknown',
    why: 'timeout',
    detail: silence,
  });
});

test.each([
  ['hello', 'no'],
  ['body', 'unknown'],
])('an answer that drips for ever after %s is given up: %s', async (step, sent) => {
  const delivery = await sendToSilence(await scripted({ [step]: drip('250-and more\r\n') }));
  expect(delivery).toMatchObject({ sent });
});

test.each([
  ['EHLO', 'no'],
  ['RCPT', 'no'],
  ['DATA', 'no'],
  ['body', 'unknown'],
])('a server that hangs up at %s: sent, %s', async (step, sent) => {
  const delivery = await sendTo(await scripted({ [step]: socket => socket.destroy() }));
  expect(delivery).toMatchObject({ sent, why: 'unreachable' });
});

test('a connection that the server has half closed is no delivery', async () => {
  expect(await sendTo(await scripted({ MAIL: socket => socket.end() }))).toMatchObject({
    sent: 'no',
    why: 'unreachable',
  });
});

test('a server that closes for maintenance says so', async () => {
  expect(await sendTo(await scripted({ RCPT: '421 closing' }))).toMatchObject({
    sent: 'no',
    why: 'refused',
  });
  expect(await sendTo(await scripted({ body: '421 closing' }))).toEqual({
    sent: 'no',
    why: 'refused',
    detail: 'DATA: 421 closing',
  });
});

test('an answer that is none, once the message is given away, leaves a doubt', async () => {
  expect(await sendTo(await scripted({ body: 'hm?' }))).toMatchObject({ sent: 'unknown' });
});

test('a huge answer is not read for ever', async () => {
  const endless: Answer = socket => {
    const more = (): void => {
      while (!socket.destroyed && socket.write('x'.repeat(65_536)));
    };
    socket.on('drain', more);
    more();
  };
  const delivery = await send(mail(await scripted({ hello: endless })));
  expect(delivery).toMatchObject({ sent: 'no', why: 'unreachable' });
});

test.each(['SSH-2.0-OpenSSH_9.2', 'HTTP/1.1 400 Bad Request'])(
  '“%s” is no mail server',
  async hello => {
    expect(await sendTo(await scripted({ hello }))).toEqual({
      sent: 'no',
      why: 'unreachable',
      detail: hello,
    });
  },
);

test('whoever gives up waits no longer', async () => {
  const caller = new AbortController();
  const port = await scripted({ body: () => caller.abort() });
  const delivery = await send(mail(port, { timeout: 60 }), {}, { signal: caller.signal });
  expect(delivery).toEqual({ sent: 'unknown', why: 'timeout', detail: 'given up' });
});

test('whoever gives up before the first word is not kept waiting', async () => {
  const caller = new AbortController();
  const port = await scripted({ hello: '' });
  const sending = send(mail(port, { timeout: 60 }), {}, { signal: caller.signal });
  caller.abort();
  expect(await sending).toEqual({ sent: 'no', why: 'timeout', detail: 'given up' });
});
