/** Mail, by the SMTP server that an environment names. */
import type { NodemailerError } from 'nodemailer/lib/errors';
import type { SMTPConnectionSendInfo } from 'nodemailer/lib/smtp-connection';
import { readAuthority } from '../../reach/authority.ts';
import { detailOf } from '../../reach/one-line.ts';
import type { TimeBox } from '../../reach/time-box.ts';
import { Unusable } from '../../reach/unusable.ts';
import type { Delivery, Outgoing } from '../types.ts';
import { failureOf } from './failure.ts';
import { compose, type SmtpChannel } from './mail.ts';
import { converse } from './session.ts';

/** @throws {Unusable} before anything was said, when the channel cannot be used as it is written. */
export async function sendBySmtp(
  channel: SmtpChannel,
  message: Outgoing,
  box: TimeBox,
): Promise<Delivery> {
  if (Boolean(channel.user) !== Boolean(channel.password))
    throw new Unusable('login', 'user and password go together');
  const mail = await compose(channel, message);
  const ca = await readAuthority(channel.ca);
  const secrets = secretsOf(channel);
  let given = false;
  const givenAway = (): void => {
    given = true;
  };
  try {
    const info = await converse({ channel, ca, signal: box.signal, givenAway }, mail);
    return { sent: 'yes', detail: detailOf(taken(info), secrets) };
  } catch (error) {
    const silence = given ? 'unknown' : 'no';
    if (box.signal.aborted) return { sent: silence, why: 'timeout', detail: box.why() };
    const { answered, ...failure } = failureOf(error as NodemailerError, secrets);
    return { sent: answered ? 'no' : silence, ...failure };
  }
}

/** The server's receipt, and the recipients that it would not have. */
function taken({ response, rejectedErrors = [] }: SMTPConnectionSendInfo): string {
  const refused = rejectedErrors.map(error => `${error.recipient} (${error.response})`);
  return [...(refused.length > 0 ? [`refused: ${refused.join(', ')}`] : []), response].join('; ');
}

/** The password, and the two ways in which a server has seen it. */
function secretsOf({ user = '', password = '' }: SmtpChannel): string[] {
  const encoded = [password, `\0${user}\0${password}`].map(text =>
    Buffer.from(text).toString('base64'),
  );
  return password === '' ? [] : [password, ...encoded];
}
