/** Web hooks over TLS: whom a channel believes. */
import net from 'node:net';
import { expect, test } from 'vitest';
import { createAuthority } from '../authority.ts';
import { fileOf, listening, rawServer, secureWebServer, webServer } from '../loopback.ts';
import { send } from '../sending.ts';
import { slack } from './hooks.ts';

const authority = createAuthority();
const ok = (_: unknown, response: { end(text: string): void }): void => response.end('ok');

test('a server that the channel’s own authority vouches for is told', async () => {
  const url = await secureWebServer(authority.issue('127.0.0.1'), ok);
  const delivery = await send(slack(url, { ca: fileOf(authority.cert) }));
  expect(delivery).toEqual({ sent: 'yes', detail: '200 ok' });
});

test('a server that nobody vouches for is told nothing', async () => {
  let told = 0;
  const url = await secureWebServer(authority.issue('127.0.0.1'), () => {
    told += 1;
  });
  expect(await send(slack(url))).toEqual({
    sent: 'no',
    why: 'certificate',
    detail: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  });
  expect(told).toBe(0);
});

test.each([
  ['of another host', authority.issue('hooks.example.org'), 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['that ended yesterday', authority.issue('127.0.0.1', 'expired'), 'CERT_HAS_EXPIRED'],
  [
    'of another authority',
    createAuthority('Somebody else').issue('127.0.0.1'),
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ],
])('a certificate %s is refused', async (_, certificate, detail) => {
  const url = await secureWebServer(certificate, ok);
  const delivery = await send(slack(url, { ca: fileOf(authority.cert) }));
  expect(delivery).toEqual({ sent: 'no', why: 'certificate', detail });
});

test('a server without TLS is not spoken to in clear', async () => {
  let said = '';
  const port = await rawServer(socket => {
    socket.setEncoding('latin1').once('data', text => {
      said += text;
      socket.end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
  });
  const delivery = await send(slack(`https://127.0.0.1:${port}/`));
  expect(delivery).toMatchObject({ sent: 'no', why: 'unreachable' });
  expect(said).not.toContain('POST');
});

test('a handshake that never ends is given up: nothing was said', async () => {
  const port = await listening(net.createServer());
  const delivery = await send(slack(`https://127.0.0.1:${port}/`, { timeout: 0.3 }));
  expect(delivery).toMatchObject({ sent: 'no', why: 'timeout' });
});

test('a redirect out of TLS is not followed either', async () => {
  const clear = await webServer(ok);
  const url = await secureWebServer(authority.issue('127.0.0.1'), (_, response) => {
    response.writeHead(301, { location: clear }).end();
  });
  const delivery = await send(slack(url, { ca: fileOf(authority.cert) }));
  expect(delivery).toMatchObject({ sent: 'no', why: 'redirect' });
});
