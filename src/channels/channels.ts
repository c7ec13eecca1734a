/** Sending a message: by what its channel is, within its time, once. */
import type { Channel } from '../plan/types.ts';
import type { Surroundings } from '../reach/bash.ts';
import { codeOf } from '../reach/codes.ts';
import { inOneLine } from '../reach/one-line.ts';
import { type TimeBox, within } from '../reach/time-box.ts';
import { Unusable } from '../reach/unusable.ts';
import { sendByCommand } from './command.ts';
import { sendByHttp } from './http/send.ts';
import { sendBySmtp } from './smtp/smtp.ts';
import type { Channels, Delivery, Outgoing } from './types.ts';

/**
 * The real ones: they reach servers and run commands.
 * @param surroundings where the commands of channels run; the program's own folder and environment by default
 */
export function createChannels(surroundings: Surroundings = {}): Channels {
  const sendBy = (channel: Channel<string>, message: Outgoing, box: TimeBox): Promise<Delivery> => {
    if (channel.type === 'smtp') return sendBySmtp(channel, message, box);
    if (channel.type === 'command') return sendByCommand(channel, message, surroundings, box);
    return sendByHttp(channel, message, box);
  };
  return {
    send: (channel, message, signal) =>
      within(channel.timeout, signal, async box => {
        if (box.signal.aborted) return { sent: 'no', why: 'timeout', detail: box.why() };
        try {
          // Wherever a subject goes, it is a title: a second line would be a header of the sender's choice.
          const titled = { ...message, subject: inOneLine(message.subject) };
          return await sendBy(channel, titled, box);
        } catch (error) {
          return undone(error);
        }
      }),
  };
}

function undone(error: unknown): Delivery {
  if (error instanceof Unusable) return { sent: 'no', why: 'settings', detail: error.message };
  // Nobody foresaw it, so nobody knows how far it went.
  return { sent: 'unknown', why: 'failed', detail: codeOf(error) };
}
