/** Mail over TLS, and the login that only goes there. */
import type { SMTPServerOptions } from 'smtp-server';
import { expect, test } from 'vitest';
import { createAuthority } from '../authority.ts';
import { fileOf, rawServer } from '../loopback.ts';
import { send } from '../sending.ts';
import { mail, mailServer } from './mail-server.ts';

const authority = createAuthority();
const certificate = authority.issue('127.0.0.1');
const password = 'letmein-letmein';
const login = { user: 'ops@example.org', password };
const secrets = [
  password,
  Buffer.from(password).toString('base64'),
  Buffer.from(`\0${login.user}\0${password}`).toString('base64'),
];

const withLogin: SMTPServerOptions = {
  authOptional: false,
  onAuth: (auth, _, done) => {
    if (auth.username === login.user && auth.password === password) done(null, { user: 'ops' });
    else done(new Error(`no such pair: ${auth.username}, ${auth.password}`));
  },
};

const modes = [
  ['tls', { secure: true, ...certificate }],
  ['starttls', { disabledCommands: [], ...certificate }],
] as const satisfies [string, SMTPServerOptions][];

/** A server of one mode, and a channel that trusts it. */
async function secured(mode: (typeof modes)[number], more: SMTPServerOptions = {}) {
  const [security, options] = mode;
  const server = await mailServer({ ...(options as SMTPServerOptions), ...more });
  return { ...server, channel: mail(server.port, { security, ca: fileOf(authority.cert) }) };
}

test.each(modes)('%s: a login and a mail, both over TLS', async (...mode) => {
  const { channel, letters } = await secured(mode, withLogin);
  expect(await send({ ...channel, ...login }, {}, { secrets })).toMatchObject({ sent: 'yes' });
  expect(letters).toMatchObject([{ secure: true }]);
});

test.each(modes)('%s: a wrong password is told as that, and never quoted', async (...mode) => {
  const { channel, letters } = await secured(mode, withLogin);
  const wrong = { ...channel, ...login, password: 'not-the-password' };
  const delivery = await send(wrong, {}, { secrets: ['not-the-password', ...secrets] });
  expect(delivery).toMatchObject({ sent: 'no', why: 'login' });
  expect(delivery.detail).toMatch(/^AUTH PLAIN: 535 .*no such pair: ops@example\.org, \*{4}$/);
  expect(letters).toEqual([]);
});

test.each(modes)('%s: a login that is owed and missing is told as that', async (...mode) => {
  const { channel } = await secured(mode, withLogin);
  expect(await send(channel)).toMatchObject({ sent: 'no', why: 'login' });
});

test.each(modes)(
  '%s: a server that nobody vouches for gets neither login nor mail',
  async (...mode) => {
    let asked = 0;
    const onAuth: SMTPServerOptions['onAuth'] = () => {
      asked += 1;
    };
    const { channel, letters } = await secured(mode, { ...withLogin, onAuth });
    const { ca: _, ...strange } = channel;
    const delivery = await send({ ...strange, ...login }, {}, { secrets });
    expect(delivery).toEqual({
      sent: 'no',
      why: 'certificate',
      detail: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    });
    expect({ asked, letters }).toEqual({ asked: 0, letters: [] });
  },
);

test.each(modes)('%s: a certificate of another host is refused', async (...mode) => {
  const { channel } = await secured(mode, authority.issue('mail.example.org'));
  expect(await send(channel)).toEqual({
    sent: 'no',
    why: 'certificate',
    detail: 'ERR_TLS_CERT_ALTNAME_INVALID',
  });
});

test.each(modes)('%s: a certificate that has ended is refused', async (...mode) => {
  const { channel } = await secured(mode, authority.issue('127.0.0.1', 'expired'));
  expect(await send(channel)).toMatchObject({ sent: 'no', why: 'certificate' });
});

test.each(modes)(
  '%s: a login to a server that offers none is refused, not left out',
  async (...mode) => {
    const { channel, letters } = await secured(mode, { disabledCommands: ['AUTH'] });
    const delivery = await send({ ...channel, ...login }, {}, { secrets });
    expect(delivery).toMatchObject({ sent: 'no', why: 'login' });
    expect(letters).toEqual([]);
  },
);

test('STARTTLS is owed: a server without it is told nothing in clear', async () => {
  const { port, letters } = await mailServer({ ...withLogin, allowInsecureAuth: true });
  const delivery = await send(mail(port, { security: 'starttls', ...login }), {}, { secrets });
  expect(delivery).toMatchObject({ sent: 'no', why: 'refused' });
  expect(delivery.detail).toMatch(/^STARTTLS: 5\d\d /);
  expect(letters).toEqual([]);
});

test('STARTTLS is owed: a server that hides it, or answers for it in clear, is told nothing', async () => {
  let heard = '';
  const port = await rawServer(socket => {
    socket.write('220 mail\r\n');
    socket.setEncoding('latin1').on('data', (text: string) => {
      heard += text;
      if (text.startsWith('EHLO')) socket.write('250-mail\r\n250 AUTH PLAIN\r\n');
      else socket.write('220 go on\r\n250-mail\r\n250 AUTH PLAIN\r\n235 welcome\r\n');
    });
  });
  const channel = mail(port, { security: 'starttls', timeout: 1, ...login });
  expect(await send(channel, {}, { secrets })).toMatchObject({ sent: 'no' });
  expect(heard).toMatch(/^EHLO \S+\r\nSTARTTLS\r\n/);
  expect(heard).not.toMatch(/AUTH|MAIL/);
});

test('TLS from the first byte, and a server that speaks in clear: nothing is said', async () => {
  const { port, letters } = await mailServer();
  const delivery = await send(mail(port, { security: 'tls', timeout: 2 }));
  expect(delivery).toMatchObject({ sent: 'no' });
  expect(letters).toEqual([]);
});

test('without security, STARTTLS is not tried, even when it is offered', async () => {
  const { port, letters } = await mailServer({ disabledCommands: [], ...certificate });
  expect(await send(mail(port))).toMatchObject({ sent: 'yes' });
  expect(letters).toMatchObject([{ secure: false }]);
});
