/** What is asked of the server, and what it answers. */
import os from 'node:os';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ask, connection, everything, plainRequest, serving, soon, words } from './serving.ts';

describe('the page', () => {
  it.each(['/', '/page', '/?from=mail'])('is at %s', async path => {
    const { status, headers, body } = await ask(await serving(), path);
    expect([status, headers['content-type'], body.toString()]).toEqual([
      200,
      'text/html; charset=utf-8',
      '<p>one</p>',
    ]);
  });

  it('is there at every loopback address that this machine has', async () => {
    const server = await serving();
    expect(server.url).toBe(`http://localhost:${server.port}/`);
    const others = Object.values(os.networkInterfaces()).flatMap(some => some ?? []);
    const six = others.filter(({ address }) => address === '::1').map(({ address }) => address);
    for (const host of ['127.0.0.1', 'localhost', ...six]) {
      expect(await ask(server, '/', { host })).toMatchObject({ status: 200 });
    }
  });

  it('is another one once it has changed', async () => {
    const server = await serving();
    const before = await ask(server, '/');
    server.change('<p>two</p>');
    await expect
      .poll(async () => (await ask(server, '/page')).body.toString(), soon)
      .toBe('<p>two</p>');
    expect((await ask(server, '/')).headers.etag).not.toBe(before.headers.etag);
  });

  it('is not sent again to who has it, and made once for all', async () => {
    const server = await serving();
    const { headers } = await ask(server, '/page');
    const again = await ask(server, '/page', { headers: { 'If-None-Match': headers.etag! } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const other = { headers: { 'If-None-Match': 'W/"another", "v0"' } };
    expect(await ask(server, '/page', other)).toMatchObject({ status: 200 });
    expect(server.made()).toBe(1);
  });

  it('is packed for who can unpack it', async () => {
    const server = await serving({ html: 'é'.repeat(10_000) });
    const packed = await ask(server, '/', { headers: { 'Accept-Encoding': 'br, gzip' } });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(packed.body.length).toBeLessThan(1000);
    expect(gunzipSync(packed.body).toString()).toBe('é'.repeat(10_000));
    const refusing = await ask(server, '/', { headers: { 'Accept-Encoding': 'gzip;q=0, br' } });
    expect(refusing.headers['content-encoding']).toBeUndefined();
  });

  it('has its data beside it', async () => {
    const { headers, body } = await ask(await serving(), '/report.json');
    expect([headers['content-type'], body.toString()]).toEqual([
      'application/json; charset=utf-8',
      '{"version":1}',
    ]);
  });

  it('says of itself, asked with HEAD, what it would be', async () => {
    const server = await serving();
    const { status, headers, body } = await ask(server, '/', { method: 'HEAD' });
    expect([status, headers['content-length'], body.length]).toEqual([200, '10', 0]);
    expect(await ask(server, '/events', { method: 'HEAD' })).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/event-stream' },
    });
  });

  it('that cannot be made says why, and is made as soon as it can', async () => {
    let broken = true;
    const server = await serving({
      async make() {
        if (broken) throw new Error('no journal');
        return { version: 'v1', html: 'mended', json: () => '' };
      },
    });
    const { status, headers, body } = await ask(server, '/');
    expect([status, body.toString()]).toEqual([500, `${words.noPage('no journal')}\n`]);
    expect(headers['retry-after']).toBe('1');
    broken = false;
    await expect.poll(async () => (await ask(server, '/')).body.toString(), soon).toBe('mended');
  });
});

describe('every answer', () => {
  it.each(['/', '/nothing', '/events'])('forbids to keep, frame or share it: %s', async path => {
    const { headers } = await ask(await serving(), path, { method: 'HEAD' });
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    });
    expect(Object.keys(headers).filter(name => name.startsWith('access-control'))).toEqual([]);
  });
});

describe('refused is', () => {
  it.each([
    ['another address', '/nothing'],
    ['a way up', '/../page'],
    ['a name that every object has', '/constructor'],
    ['another host’s page', 'http://evil.example/'],
    ['no address at all', '*'],
  ])('%s', async (_, path) => {
    const { status, body } = await ask(await serving(), path);
    expect([status, body.toString()]).toEqual([404, `${words.nothingHere}\n`]);
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])(
    'whatever would write: %s',
    async method => {
      const { status, headers, body } = await ask(await serving(), '/', { method });
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
      expect(body.toString()).toBe(`${words.readOnly}\n`);
    },
  );

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:80',
    '192.0.2.7',
    '[::2]',
  ])('a request for «%s»: a name elsewhere may lead here', async host => {
    const { status } = await ask(await serving(), '/', { headers: { Host: host } });
    expect(status).toBe(421);
  });

  it('a request for nobody', async () => {
    const socket = await connection(await serving(), 'GET / HTTP/1.0\r\n\r\n');
    expect(await everything(socket)).toMatch(/^HTTP\/1.1 421 /);
  });

  it.each(['localhost:8000', 'LOCALHOST', '127.0.0.1:1', '[::1]:65535'])(
    'no request for «%s»: a tunnel begins at any port',
    async host => {
      expect(await ask(await serving(), '/', { headers: { Host: host } })).toMatchObject({
        status: 200,
      });
    },
  );

  it.each(['GET / HTTP/9.9\r\n\r\n', 'hello\r\n\r\n', '\x16\x03\x01\x02\x00\x01\x00'])(
    'what is no request',
    async said => {
      expect(await everything(await connection(await serving(), said))).toMatch(/^HTTP\/1.1 400 /);
    },
  );

  it('a second request before the first has its answer', async () => {
    const server = await serving();
    const twice = await connection(server, plainRequest('/page').repeat(2));
    expect((await everything(twice)).match(/HTTP\/1.1/g) ?? []).toHaveLength(0);
    expect(await ask(server, '/')).toMatchObject({ status: 200 });
  });

  it('no second request after the answer, on the same connection', async () => {
    const socket = await connection(await serving());
    let answers = '';
    socket.setEncoding('utf8').on('data', text => {
      answers += text;
    });
    for (const round of [1, 2, 3]) {
      socket.write(plainRequest('/page'));
      await expect.poll(() => answers.match(/<p>one<\/p>/g)?.length ?? 0, soon).toBe(round);
    }
  });
});
