import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { createAuthority } from '../../channels/authority.ts';
import { rawServer, secureWebServer, webServer } from '../../channels/loopback.ts';
import { measure, nobody, queryProbe, silence } from '../asking.ts';

const success = (value: string) =>
  JSON.stringify({ status: 'success', data: { resultType: 'scalar', result: [1, value] } });

test('one query at the time of asking, with the headers, where the server is', async () => {
  let asked: IncomingMessage | undefined;
  const url = await webServer((request, response) => {
    asked = request;
    response.end(success('0.25'));
  });
  const query = 'sum(rate(errors{job="site"}[5m])) / 2 > 0 + 1';
  const headers = { authorization: 'Bearer abc' };
  const probe = queryProbe(`${url}/monitoring/?tenant=ops`, { query, headers, unit: 'ratio' });
  expect(await measure(probe)).toEqual({
    ok: true,
    value: 0.25,
    unit: 'ratio',
    samples: 1,
    detail: '1 sample',
  });
  const { pathname, searchParams } = new URL(asked!.url!, url);
  expect(pathname).toBe('/monitoring/api/v1/query');
  expect(Object.fromEntries(searchParams)).toEqual({ tenant: 'ops', query });
  expect(asked!.headers).toMatchObject({ authorization: 'Bearer abc', 'user-agent': 'bascule' });
});

test('the unit is bare unless the environment says it', async () => {
  const url = await webServer((_, response) => response.end(success('3')));
  expect(await measure(queryProbe(url))).toMatchObject({ value: 3, unit: '' });
});

test('a redirect is not followed, not even a loop', async () => {
  let count = 0;
  const url = await webServer((request, response) => {
    count += 1;
    response.writeHead(307, { location: request.url }).end();
  });
  expect(await measure(queryProbe(url))).toEqual({ ok: false, why: 'redirect', detail: '307' });
  expect(count).toBe(1);
});

test('a response of megabytes is given up', async () => {
  const url = await webServer((_, response) => response.end(Buffer.alloc(3 * 1024 * 1024, ' ')));
  expect(await measure(queryProbe(url))).toMatchObject({ ok: false, why: 'too-large' });
});

test('a server that says nothing is given up in time', async () => {
  const probe = queryProbe(await webServer(silence), { timeout: 0.3 });
  expect(await measure(probe)).toEqual({
    ok: false,
    why: 'timeout',
    detail: 'no answer within 0.3 s',
  });
});

test('a server that trickles is given up in time', async () => {
  const url = await webServer((_, response) => {
    const trickle = setInterval(() => response.write(' '), 10);
    response.on('close', () => clearInterval(trickle));
  });
  expect(await measure(queryProbe(url, { timeout: 0.3 }))).toMatchObject({ why: 'timeout' });
});

test('a server that switches to another protocol gives no figure, and is not waited for', async () => {
  const port = await rawServer(socket => {
    socket.once('data', () =>
      socket.write('HTTP/1.1 101 Go\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    );
  });
  expect(await measure(queryProbe(`http://127.0.0.1:${port}`))).toEqual({
    ok: false,
    why: 'unreachable',
    detail: 'ECONNRESET',
  });
});

test('headers without end are too large', async () => {
  const port = await rawServer(socket => {
    socket.once('data', () => socket.write(`HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(20_000)}`));
  });
  expect(await measure(queryProbe(`http://127.0.0.1:${port}`))).toMatchObject({ why: 'too-large' });
});

test('a server that is down, or that nobody can trust', async () => {
  expect(await measure(queryProbe(await nobody()))).toEqual({
    ok: false,
    why: 'unreachable',
    detail: 'ECONNREFUSED',
  });
  const untrusted = await secureWebServer(createAuthority().issue('127.0.0.1'), (_, response) =>
    response.end(success('1')),
  );
  expect(await measure(queryProbe(untrusted))).toMatchObject({ why: 'certificate' });
});

test('a header that cannot be sent is a fault of the environment, and is not quoted', async () => {
  const probe = queryProbe(await webServer(silence), { headers: { authorization: 'pass\nword' } });
  expect(await measure(probe)).toEqual({
    ok: false,
    why: 'failed',
    detail: 'request: ERR_INVALID_CHAR',
  });
});
