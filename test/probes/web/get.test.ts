import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { get } from '../../../src/probes/web/get.ts';
import { questionOf } from '../../../src/probes/web/question.ts';
import { serve, silence } from '../servers.ts';
import { until } from '../until.ts';

const never = () => new AbortController().signal;
const ask = async (url: string) => get(await questionOf({ url }), never());

test('the status, the whole body and the time of an answer', async () => {
  const url = await serve((_, response) => response.writeHead(418).end('tea'));
  const { status, body, whole, milliseconds } = await ask(url);
  expect([status, body.toString(), whole]).toEqual([418, 'tea', true]);
  expect(milliseconds).toBeGreaterThan(0);
});

test('headers are sent, a question and a path are kept, and who asks is said', async () => {
  let asked: IncomingMessage | undefined;
  const url = await serve((request, response) => {
    asked = request;
    response.end();
  });
  const question = await questionOf({ url: `${url}/a?b=c`, headers: { 'x-token': 'abc' } });
  await get(question, never());
  expect(asked?.url).toBe('/a?b=c');
  expect(asked?.headers).toMatchObject({ 'x-token': 'abc', 'user-agent': 'bascule' });
});

test('a body without end is cut after 1 MB, and its connection is closed', async () => {
  let closed = false;
  const url = await serve((_, response) => {
    const block = Buffer.alloc(64 * 1024);
    const pour = () => {
      while (response.write(block));
    };
    response.on('drain', pour).on('close', () => {
      closed = true;
    });
    pour();
  });
  const { body, whole } = await ask(url);
  expect(whole).toBe(false);
  expect(body.length).toBeGreaterThan(1024 * 1024);
  expect(body.length).toBeLessThan(1024 * 1024 + 128 * 1024);
  await until(() => closed, 'the server is left alone');
});

test('the signal ends it, before an answer and in the middle of one', async () => {
  let closed = 0;
  const counted = (start: boolean) =>
    serve((_, response) => {
      response.on('close', () => closed++);
      if (start) response.write('first');
      setImmediate(() => abort.abort());
    });
  let abort = new AbortController();
  await expect(
    get(await questionOf({ url: await counted(false) }), abort.signal),
  ).rejects.toMatchObject({ code: 'ABORT_ERR' });
  abort = new AbortController();
  const inTheMiddle = get(await questionOf({ url: await counted(true) }), abort.signal);
  await expect(inTheMiddle).rejects.toThrow('abort');
  await until(() => closed === 2, 'both connections are closed');
});

test('an aborted signal asks nothing', async () => {
  const question = await questionOf({ url: await serve(silence) });
  await expect(get(question, AbortSignal.abort())).rejects.toMatchObject({ code: 'ABORT_ERR' });
});

test('a header that no server could read is refused', async () => {
  const url = await serve(silence);
  const question = await questionOf({ url, headers: { authorization: 'two\nlines' } });
  await expect(get(question, never())).rejects.toMatchObject({ code: 'ERR_INVALID_CHAR' });
});
