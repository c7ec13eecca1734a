/** The conversation with a mail server. */
import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer/lib/errors';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SMTPConnectionOptions, SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection';
import { inMilliseconds } from '../../reach/time-box.ts';
import type { Mail, SmtpChannel } from './mail.ts';

/** Once all is said, a server has that long to close its side. Milliseconds. */
const closing = 1000;

export interface Session {
  channel: SmtpChannel;
  /** PEM. */
  ca: string | undefined;
  signal: AbortSignal;
  /** Called when the message itself begins to leave: from here on, silence may mean that it arrived. */
  givenAway(): void;
}

type Done<T> = (error?: NodemailerError | null, result?: T) => void;

/** @throws nodemailer’s errors; another when `signal` aborts. The connection is closed in any case. */
export async function converse(session: Session, mail: Mail): Promise<SMTPConnectionSendInfo> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  session.signal.throwIfAborted();
  const connection = new Connection(optionsOf(session));
  const broken = new Promise<never>((_, reject) => {
    connection.on('error', reject);
    session.signal.addEventListener('abort', () => reject(new Error('time is up')));
  });
  try {
    return await Promise.race([deliver(connection, session, mail), broken]);
  } finally {
    connection.close();
  }
}

async function deliver(connection: SMTPConnection, session: Session, mail: Mail) {
  const { user, password } = session.channel;
  await answered(done => connection.connect(done));
  if (user) {
    const auth = { credentials: { user, pass: password } };
    await answered<boolean>(done => connection.login(auth, done));
  }
  const { from, to, bytes } = mail;
  const info = await answered<SMTPConnectionSendInfo>(done =>
    connection.send({ from, to, size: bytes.length }, watched(session, bytes), done),
  );
  connection.quit();
  return info;
}

/** It is read when the server has asked for it, not before. */
function watched({ givenAway }: Session, bytes: Buffer): Readable {
  return Readable.from(
    (function* () {
      givenAway();
      yield bytes;
    })(),
  );
}

function answered<T = void>(ask: (done: Done<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    ask((error, result) => (error ? reject(error) : resolve(result as T)));
  });
}

function optionsOf({ channel, ca }: Session): SMTPConnectionOptions {
  const limit = inMilliseconds(channel.timeout);
  return {
    host: channel.host,
    port: channel.port,
    secure: channel.security === 'tls',
    requireTLS: channel.security === 'starttls',
    ignoreTLS: channel.security === 'none',
    tls: ca === undefined ? {} : { ca },
    // A relay of this machine is reached without any network.
    allowInternalNetworkInterfaces: true,
    // The time box ends it all; these only keep nodemailer from waiting for longer.
    dnsTimeout: limit,
    connectionTimeout: limit,
    greetingTimeout: limit,
    socketTimeout: limit,
    socketCloseTimeout: closing,
    maxResponseSize: 64 * 1024,
  };
}
