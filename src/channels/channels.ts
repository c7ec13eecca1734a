/** Sending a message: by what its channel is, within its time, once. */
import type { Channel } from '../plan/types.ts';
import { sendByCommand } from './command/command.ts';
import { codeOf, inOneLine } from './detail.ts';
import { sendByHttp } from './http/send.ts';
import { sendBySmtp } from './smtp/smtp.ts';
import { openTimeBox, type TimeBox } from './time-box.ts';
import type { Channels, Delivery, Outgoing } from './types.ts';
import { Unusable } from './unusable.ts';

/** The real ones: they reach servers and run commands. */
export function createChannels(): Channels {
  return {
    async send(channel, message, signal) {
      const box = openTimeBox(channel.timeout, signal);
      try {
        if (box.signal.aborted) return { sent: 'no', why: 'timeout', detail: box.why() };
        // Wherever a subject goes, it is a title: a second line would be a header of the sender's choice.
        const titled = { ...message, subject: inOneLine(message.subject) };
        return await sendBy(channel, titled, box);
      } catch (error) {
        return undone(error);
      } finally {
        box.close();
      }
    },
  };
}

function sendBy(channel: Channel<string>, message: Outgoing, box: TimeBox): Promise<Delivery> {
  switch (channel.type) {
    case 'smtp':
      return sendBySmtp(channel, message, box);
    case 'command':
      return sendByCommand(channel, message, box);
    default:
      return sendByHttp(channel, message, box);
  }
}

function undone(error: unknown): Delivery {
  if (error instanceof Unusable) return { sent: 'no', why: 'settings', detail: error.message };
  // Nobody foresaw it, so nobody knows how far it went.
  return { sent: 'unknown', why: 'failed', detail: codeOf(error) };
}
