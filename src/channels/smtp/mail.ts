/** A message as mail: headers, encodings, and who it goes to. */
import type { Channel } from '../../plan/types.ts';
import { Unusable } from '../../reach/unusable.ts';
import type { Outgoing } from '../types.ts';

export type SmtpChannel = Extract<Channel<string>, { type: 'smtp' }>;

export interface Mail {
  from: string;
  to: string[];
  /** Headers and body. */
  bytes: Buffer;
}

/** @throws {Unusable} naming the sender or recipient that is no address: nodemailer would leave it out without a word. */
export async function compose(channel: SmtpChannel, message: Outgoing): Promise<Mail> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const { default: parse } = await import('nodemailer/lib/addressparser');
  const addressesOf = (text: string) => parse(text, { flatten: true }).map(one => one.address);
  for (const text of [channel.from, ...channel.to]) {
    if (!isWritten(text, addressesOf(text)))
      throw new Unusable('not an address', JSON.stringify(text));
  }
  const node = new MailComposer({
    from: channel.from,
    to: channel.to,
    subject: message.subject,
    text: message.body,
    messageId: messageIdOf(message.id, channel.from),
  }).compile();
  const { from, to } = node.getEnvelope();
  return { from: from || '', to, bytes: await node.build() };
}

/** `Name <ops@example.org>`, several between commas; a line end would begin another header. */
function isWritten(text: string, addresses: readonly string[]): boolean {
  const sound = addresses.every(address => /^[^\s@<>]+@[^\s@<>]+$/.test(address));
  return sound && addresses.length > 0 && !/\p{Cc}/u.test(text);
}

/** The same for the same sending, so that a second copy is known as one. */
function messageIdOf(id: string, from: string): string {
  const name = id.replace(/[^\w.-]/gu, sign => `=${sign.codePointAt(0)!.toString(16)}`);
  const domain = /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';
  return `<${name}@${domain}>`;
}
