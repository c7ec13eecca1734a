import type { IncomingMessage, RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { addressOf } from '../../src/reach/address.ts';
import { type Answer, exchange, type Silence } from '../../src/reach/exchange.ts';
import { deadPort, rawServer, webServer } from '../channels/loopback.ts';
import { until } from '../jobs/workshop.ts';

const never = () => new AbortController().signal;
const request = (url: string) => ({ url: addressOf(url), method: 'GET' as const, headers: {} });
const ask = (url: string, signal = never()) => exchange(request(url), signal);
/** Never answers. */
const silence: RequestListener = () => {};

/** Talks once a request has come. */
async function onRequest(talk: (socket: Socket) => void): Promise<string> {
  const port = await rawServer(socket => void socket.once('data', () => talk(socket)));
  return `http://127.0.0.1:${port}/`;
}

function answerIn(came: Answer | Silence): Answer {
  if ('code' in came) throw new Error(came.code);
  return came;
}

test('the status, the whole body and the time of an answer', async () => {
  const url = await webServer((_, response) => response.writeHead(418).end('tea'));
  const { milliseconds, body, ...rest } = answerIn(await ask(url));
  expect({ ...rest, text: body.toString() }).toEqual({ status: 418, text: 'tea', whole: true });
  expect(milliseconds).toBeGreaterThan(0);
});

test('headers are sent; a path and a question are kept; nothing is said that was not given', async () => {
  let asked: IncomingMessage | undefined;
  const url = await webServer((received, response) => {
    asked = received;
    response.end();
  });
  await exchange({ ...request(`${url}/a?b=c`), headers: { 'x-token': 'abc' } }, never());
  expect(asked?.url).toBe('/a?b=c');
  expect(asked?.headers).toEqual({
    'x-token': 'abc',
    connection: 'close',
    host: new URL(url).host,
  });
});

test('a body without end is cut after 1 MB, and its connection is closed', async () => {
  let closed = false;
  const url = await webServer((_, response) => {
    const block = Buffer.alloc(64 * 1024);
    const pour = () => {
      while (response.write(block));
    };
    response.on('drain', pour).on('close', () => {
      closed = true;
    });
    pour();
  });
  const { body, whole } = answerIn(await ask(url));
  expect(whole).toBe(false);
  expect(body.length).toBeGreaterThan(1024 * 1024);
  expect(body.length).toBeLessThan(1024 * 1024 + 128 * 1024);
  await until(() => closed, 'the server is left alone');
});

test('a connection that breaks in the middle of a body gives what came, and says so', async () => {
  const url = await onRequest(socket =>
    socket.end('HTTP/1.1 200 OK\r\ncontent-length: 90\r\n\r\nhalf of it'),
  );
  const { status, body, broken } = answerIn(await ask(url));
  expect([status, body.toString(), broken]).toEqual([200, 'half of it', 'ECONNRESET']);
});

test('a signal before the status ends it without one', async () => {
  const abort = new AbortController();
  let closed = false;
  const url = await webServer((_, response) => {
    response.on('close', () => {
      closed = true;
    });
    abort.abort();
  });
  expect(await ask(url, abort.signal)).toEqual({ code: 'ABORT_ERR', written: true });
  await until(() => closed, 'the server is left alone');
});

test('a signal after the status ends it there: the status stands', async () => {
  let closed = false;
  const url = await webServer((_, response) => {
    response.write('first');
    response.on('close', () => {
      closed = true;
    });
  });
  const { status, body, broken } = answerIn(await ask(url, AbortSignal.timeout(1000)));
  expect([status, body.toString()]).toEqual([200, 'first']);
  expect(broken).toBeDefined();
  await until(() => closed, 'the server is left alone');
});

test('a signal that has come asks nothing', async () => {
  let asked = 0;
  const url = await webServer(() => asked++);
  expect(await ask(url, AbortSignal.abort())).toEqual({ code: 'ABORT_ERR', written: false });
  expect(asked).toBe(0);
});

test('nobody is there: nothing had left', async () => {
  expect(await ask(`http://127.0.0.1:${await deadPort()}/`)).toEqual({
    code: 'ECONNREFUSED',
    written: false,
  });
});

test('a server that hangs up without a word, or switches to another protocol, gives no status', async () => {
  const switching = 'HTTP/1.1 101 Go\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n';
  const none = { code: 'ECONNRESET', written: true };
  expect(await ask(await onRequest(socket => socket.end()))).toEqual(none);
  expect(await ask(await onRequest(socket => socket.write(switching)))).toEqual(none);
});

test('a header that no request can carry is refused, and not quoted', async () => {
  const wrong = { ...request(await webServer(silence)), headers: { authorization: 'two\nlines' } };
  await expect(exchange(wrong, never())).rejects.toThrow(/^request: ERR_INVALID_CHAR$/);
});
