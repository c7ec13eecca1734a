/** Web servers that are slow, endless, broken or no web servers: the time box holds, and no doubt is hidden. */
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { rawServer, webServer } from '../loopback.ts';
import { send } from '../sending.ts';
import { slack } from './hooks.ts';

const patience = 1;
const silence = `no answer within ${patience} s`;
/** A channel to a server that answers, and to one that does not. */
const to = (port: number) => slack(`http://127.0.0.1:${port}/`);
const toSilence = (port: number) => slack(`http://127.0.0.1:${port}/`, { timeout: patience });

/** Writes a little for ever. */
function drip(socket: Socket, text: string): void {
  const timer = setInterval(() => socket.write(text), 20);
  socket.on('close', () => clearInterval(timer));
}

/** Talks once the request has come. */
const onRequest = (talk: (socket: Socket) => void) =>
  rawServer(socket => void socket.once('data', () => talk(socket)));

test('no headers ever: it may have arrived', async () => {
  const port = await onRequest(() => {});
  expect(await send(toSilence(port))).toEqual({ sent: 'unknown', why: 'timeout', detail: silence });
});

test('headers that trickle for ever: it may have arrived', async () => {
  const port = await onRequest(socket => {
    socket.write('HTTP/1.1 200 OK\r\n');
    drip(socket, 'x: y\r\n');
  });
  expect(await send(toSilence(port))).toMatchObject({ sent: 'unknown', why: 'timeout' });
});

test('a status, and no body ever: the status has said it all', async () => {
  const ok = await onRequest(socket =>
    socket.write('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n'),
  );
  expect(await send(toSilence(ok))).toEqual({ sent: 'yes', detail: '200' });
  const bad = await onRequest(socket =>
    socket.write('HTTP/1.1 500 No\r\ncontent-length: 9\r\n\r\n'),
  );
  expect(await send(toSilence(bad))).toEqual({ sent: 'no', why: 'refused', detail: '500' });
});

test('a body that drips for ever: what came of it is told', async () => {
  const url = await webServer((request, response) => {
    response.writeHead(500).write('out of ');
    drip(request.socket, '1\r\n.\r\n');
  });
  const delivery = await send(slack(url, { timeout: patience }));
  expect(delivery).toMatchObject({ sent: 'no', why: 'refused' });
  expect(delivery.detail).toMatch(/^500 out of \.+$/);
});

test('a huge body after a 200 is a success, of which little is read', async () => {
  const block = 'x'.repeat(64 * 1024);
  let blocks = 0;
  const url = await webServer((_, response) => {
    response.writeHead(200);
    const more = (): void => {
      while (!response.destroyed && response.write(block)) blocks += 1;
    };
    response.on('drain', more);
    more();
  });
  const delivery = await send(slack(url));
  expect(delivery.sent).toBe('yes');
  expect(delivery.detail).toMatch(/^200 x+…$/);
  expect(blocks).toBeLessThan(1000);
});

test('headers without end hide the status: too large, and it may have arrived', async () => {
  const port = await onRequest(socket => {
    socket.write(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(20_000)}`);
  });
  expect(await send(to(port))).toMatchObject({ sent: 'unknown', why: 'too-large' });
});

test('what is no HTTP is no web server', async () => {
  const port = await onRequest(socket => socket.write('220 mail.example.org ESMTP\r\n'));
  const delivery = await send(to(port));
  expect(delivery).toMatchObject({ sent: 'unknown', why: 'unreachable' });
  expect(delivery.detail).toMatch(/^HPE_/);
});

test('a server that hangs up without a word may have taken it', async () => {
  const port = await onRequest(socket => socket.end());
  expect(await send(to(port))).toEqual({
    sent: 'unknown',
    why: 'unreachable',
    detail: 'ECONNRESET',
  });
});

test('a connection that breaks in the middle of the body has told its status', async () => {
  const port = await onRequest(socket =>
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\nhalf of it'),
  );
  expect(await send(to(port))).toEqual({ sent: 'yes', detail: '200 half of it' });
});

/** More than the system's own buffers take. */
const long = { body: 'x'.repeat(20_000_000) };

test('a server that hung up on a request it would not read has not taken it', async () => {
  const port = await rawServer(socket => socket.resetAndDestroy());
  const delivery = await send(to(port), long);
  expect(delivery).toMatchObject({ sent: 'no', why: 'unreachable' });
});

test('a request that could not be written whole has not arrived', async () => {
  let begun = 0;
  const port = await rawServer(socket => {
    begun += 1;
    socket.pause();
  });
  const delivery = await send(slack(`http://127.0.0.1:${port}/`, { timeout: 2 }), long);
  expect(delivery).toEqual({ sent: 'no', why: 'timeout', detail: 'no answer within 2 s' });
  expect(begun).toBe(1);
});

test('a server that says no before it has read everything is heard', async () => {
  const port = await rawServer(socket => {
    socket.once('data', () => socket.write('HTTP/1.1 413 No\r\ncontent-length: 0\r\n\r\n'));
    socket.resume();
  });
  const delivery = await send(to(port), { body: 'x'.repeat(5_000_000) });
  expect(delivery).toEqual({ sent: 'no', why: 'refused', detail: '413' });
});

test('a switch of protocols that nobody asked for ends there', async () => {
  const port = await onRequest(socket =>
    socket.write('HTTP/1.1 101 Go\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
  );
  expect(await send(to(port))).toMatchObject({ sent: 'unknown', why: 'unreachable' });
});

test('whoever gives up waits no longer, and knows as little', async () => {
  const caller = new AbortController();
  const port = await onRequest(() => caller.abort());
  const channel = slack(`http://127.0.0.1:${port}/`, { timeout: 600 });
  expect(await send(channel, {}, { signal: caller.signal })).toEqual({
    sent: 'unknown',
    why: 'timeout',
    detail: 'given up',
  });
});
