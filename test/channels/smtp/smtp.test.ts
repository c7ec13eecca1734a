/** Mail to a real server: what arrives, and what its answers mean. */
import { expect, test } from 'vitest';
import { deadPort } from '../loopback.ts';
import { message, send } from '../sending.ts';
import { mail, mailServer } from './mail-server.ts';

function refusing(code: number, said: string): Error {
  return Object.assign(new Error(said), { responseCode: code });
}

/** Quoted-printable, as nodemailer writes it for mostly plain text. */
function bodyOf(letter: string): string {
  const body = letter.slice(letter.indexOf('\r\n\r\n') + 4).replace(/=\r\n/g, '');
  const bytes = body.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString().replaceAll('\r\n', '\n');
}

test('a mail arrives whole, and the server’s receipt is told', async () => {
  const { port, letters } = await mailServer();
  const body = `${message.body}.\n..\nFrom here on\n${'très '.repeat(300)}\n`;
  const delivery = await send(mail(port), { body });
  expect(delivery).toEqual({ sent: 'yes', detail: '250 queued as 4D2' });
  const [letter] = letters;
  expect(letter).toMatchObject({
    from: 'ops@example.org',
    to: ['direction@example.org', 'team@example.org'],
  });
  expect(bodyOf(letter!.text)).toBe(body);
});

test('a subject of two lines adds no header and no recipient', async () => {
  const { port, letters } = await mailServer();
  await send(mail(port), { subject: 'Fin\r\nBcc: someone@example.org\r\n\r\nbody' });
  expect(letters[0]!.to).toHaveLength(2);
  expect(letters[0]!.text).toMatch(/^Subject: Fin Bcc: someone@example\.org body\r$/m);
  expect(letters[0]!.text).not.toMatch(/^Bcc:/m);
});

test('one recipient refused: the others have it, and the refused one is named', async () => {
  const { port, letters } = await mailServer({
    onRcptTo: ({ address }, _, done) =>
      done(address.startsWith('team') ? refusing(550, 'no such user') : null),
  });
  const delivery = await send(mail(port));
  expect(delivery.sent).toBe('yes');
  expect(delivery.detail).toMatch(/^refused: team@example\.org \(550 .*no such user\); 250 /);
  expect(letters[0]!.to).toEqual(['direction@example.org']);
});

test('all recipients refused: it was not sent, and they are named', async () => {
  const { port, letters } = await mailServer({
    onRcptTo: (_address, _session, done) => done(refusing(550, 'no such user')),
  });
  const delivery = await send(mail(port));
  expect(delivery).toMatchObject({ sent: 'no', why: 'refused' });
  expect(delivery.detail).toMatch(
    /^direction@example\.org, team@example\.org: 550 .*no such user$/,
  );
  expect(letters).toEqual([]);
});

test.each([
  [
    'the sender',
    {
      onMailFrom: (_: unknown, __: unknown, done: (e: Error) => void) =>
        done(refusing(553, 'not you')),
    },
    /^MAIL FROM: 553 not you$/,
  ],
  [
    'the connection',
    { onConnect: (_: unknown, done: (e: Error) => void) => done(refusing(554, 'go away')) },
    /554 .*go away/,
  ],
])('a server that refuses %s says why', async (_, options, detail) => {
  const { port } = await mailServer(options);
  const delivery = await send(mail(port));
  expect(delivery).toMatchObject({ sent: 'no', why: 'refused' });
  expect(delivery.detail).toMatch(detail);
});

test('a server that refuses the message once it has it has not sent it', async () => {
  const { port } = await mailServer({
    onData: (stream, _, done) => {
      stream.resume().on('end', () => done(refusing(552, 'over quota')));
    },
  });
  expect(await send(mail(port))).toEqual({
    sent: 'no',
    why: 'refused',
    detail: 'DATA: 552 over quota',
  });
});

test('a message larger than the server allows is not begun', async () => {
  const { port, letters } = await mailServer({ size: 1000 });
  const delivery = await send(mail(port), { body: 'x'.repeat(2000) });
  expect(delivery).toMatchObject({ sent: 'no', why: 'refused' });
  expect(delivery.detail).toContain('1000');
  expect(letters).toEqual([]);
});

test('a server that is down is unreachable', async () => {
  const delivery = await send(mail(await deadPort()));
  expect(delivery).toEqual({ sent: 'no', why: 'unreachable', detail: 'ECONNREFUSED' });
});

test('a server of this machine is reached by its name too', async () => {
  const { port } = await mailServer();
  expect(await send(mail(port, { host: 'localhost' }))).toMatchObject({ sent: 'yes' });
});

test.each([
  ['a user without a password', { user: 'ops' }],
  ['a password without a user', { password: 'letmein-letmein' }],
  ['a recipient that is no address', { to: ['nobody'] }],
  ['an authority that cannot be read', { security: 'tls', ca: '/nonexistent/ca.pem' }],
] as const)('%s: the settings are at fault, nothing is said', async (_, wrong) => {
  const secrets = ['letmein-letmein'];
  const channel = mail(await deadPort(), wrong as Partial<ReturnType<typeof mail>>);
  expect(await send(channel, {}, { secrets })).toMatchObject({ sent: 'no', why: 'settings' });
});
