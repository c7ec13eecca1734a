/** What leaves for a web hook, and what its answer means. */
import { expect, test } from 'vitest';
import { forSlack } from '../../../src/channels/http/slack.ts';
import { forTeams } from '../../../src/channels/http/teams.ts';
import { deadPort, webServer } from '../loopback.ts';
import { message, send } from '../sending.ts';
import { keeping, slack, webhook } from './hooks.ts';

test('Slack and Teams are told by one POST of JSON, accents whole', async () => {
  const { url, received } = await keeping();
  const channel = slack(`${url}/services/T000`);
  expect(await send(channel)).toEqual({ sent: 'yes', detail: '200 ok' });
  expect(await send({ ...channel, type: 'teams' } as typeof channel)).toMatchObject({
    sent: 'yes',
  });
  expect(received).toMatchObject([
    { method: 'POST', url: '/services/T000', body: forSlack(message) },
    { method: 'POST', url: '/services/T000', body: forTeams(message) },
  ]);
  expect(received[0]!.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(forSlack(message))),
  });
});

test('a web hook gets its own method, headers and recipients, and the id of the sending', async () => {
  const { url, received } = await keeping(202, '');
  const headers = { Authorization: 'Bearer letmein-letmein', 'Content-Type': 'text/plain' };
  const channel = webhook(`${url}/sms`, { method: 'PUT', headers, to: ['+000', '+001'] });
  expect(await send(channel)).toEqual({ sent: 'yes', detail: '202' });
  const [{ method, headers: told, body }] = received as [(typeof received)[0]];
  expect(method).toBe('PUT');
  expect(told).toMatchObject({
    authorization: 'Bearer letmein-letmein',
    'content-type': 'text/plain',
    'idempotency-key': message.id,
  });
  expect(JSON.parse(body)).toEqual({ ...message, to: ['+000', '+001'] });
});

test('a subject of two lines arrives as one', async () => {
  const { url, received } = await keeping();
  await send(webhook(url), { subject: 'Fin\r\nBcc: someone@example.org' });
  expect(JSON.parse(received[0]!.body).subject).toBe('Fin Bcc: someone@example.org');
});

test.each([
  [401, 'invalid_token', 'login'],
  [403, 'action_prohibited', 'login'],
  [404, 'no_service', 'refused'],
  [413, 'too long', 'refused'],
  [429, 'slow down', 'refused'],
  [500, '\n  Internal error\nat line 3', 'refused'],
  [503, '', 'refused'],
  [304, '', 'redirect'],
])('%i is no delivery: “%s” is told as %s', async (status, answer, why) => {
  const { url, received } = await keeping(status, answer);
  const line = answer.split('\n').find(one => one.trim() !== '');
  const detail = [status, line?.trim()].filter(Boolean).join(' ');
  expect(await send(slack(url))).toEqual({ sent: 'no', why, detail });
  expect(received).toHaveLength(1);
});

test('a redirect is not followed, and where it leads is not told', async () => {
  const elsewhere = await keeping();
  const secret = 'token-of-the-login-page';
  const url = await webServer((_, response) => {
    response.writeHead(307, { location: `${elsewhere.url}/${secret}` }).end();
  });
  const delivery = await send(slack(url), {}, { secrets: [secret] });
  expect(delivery).toEqual({ sent: 'no', why: 'redirect', detail: '307' });
  expect(elsewhere.received).toEqual([]);
});

test('a redirect that turns in a loop is met once', async () => {
  let met = 0;
  const url = await webServer((_, response) => {
    met += 1;
    response.writeHead(302, { location: '/' }).end();
  });
  expect(await send(slack(url))).toMatchObject({ sent: 'no', why: 'redirect' });
  expect(met).toBe(1);
});

test('a server that quotes the address or the token does not make us quote it', async () => {
  const path = '/services/T0ABCDEFGHIJ/hooktoken-hooktoken';
  const token = 'letmein-letmein';
  const url = await webServer((request, response) => {
    const said = `Cannot POST ${request.url} for ${request.headers.authorization} (${token})`;
    response.writeHead(404).end(said);
  });
  const channel = webhook(`${url}${path}?sig=s1gn4ture`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const secrets = [path, 'hooktoken', 's1gn4ture', token];
  expect(await send(channel, {}, { secrets })).toEqual({
    sent: 'no',
    why: 'refused',
    detail: '404 Cannot POST **** for **** (****)',
  });
});

test.each([
  ['no address at all', webhook('hooks.example.org')],
  ['not of the web', webhook('ftp://127.0.0.1/secret-secret')],
  [
    'a header that no request can carry',
    webhook('http://127.0.0.1:1/', { headers: { 'x\n': 'y' } }),
  ],
  [
    'a value that would be two headers',
    webhook('http://127.0.0.1:1/', { headers: { x: 'y\r\nz: 1' } }),
  ],
  [
    'an authority that cannot be read',
    slack('https://127.0.0.1:1/', { ca: '/nonexistent/ca.pem' }),
  ],
])('%s: the settings are at fault, nothing is said', async (_, channel) => {
  const secrets = ['secret-secret', 'hooks.example.org'];
  expect(await send(channel, {}, { secrets })).toMatchObject({ sent: 'no', why: 'settings' });
});

test('a server that is down is unreachable: its address is not told, the reason is', async () => {
  const port = await deadPort();
  const delivery = await send(slack(`http://127.0.0.1:${port}/`), {}, { secrets: [String(port)] });
  expect(delivery).toEqual({ sent: 'no', why: 'unreachable', detail: 'ECONNREFUSED' });
});
