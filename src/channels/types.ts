/** What leaves through a channel, and what became of it. */
import type { Channel } from '../plan/types.ts';

export interface Outgoing {
  /** Names this sending; a receiver that sees it twice can tell. */
  id: string;
  subject: string;
  body: string;
}

/** Why a message did not leave, or why nobody knows; the words on screen are chosen by it. */
export type DeliveryFailure =
  | 'unreachable'
  | 'timeout'
  | 'certificate'
  | 'login'
  /** The server said no: its status or answer is in `detail`. */
  | 'refused'
  | 'redirect'
  | 'too-large'
  /** The command ended with another code than 0. */
  | 'failed'
  /** The channel cannot be used as it is written. */
  | 'settings';

export type Delivery =
  /** The server took it: what it answered, in one line without secrets. */
  | { sent: 'yes'; detail: string }
  /** `unknown`: it was given away, and the answer never came. */
  | { sent: 'no' | 'unknown'; why: DeliveryFailure; detail: string };

export interface Channels {
  /** Sends once, within the channel's time; never rejects, never retries by itself. */
  send(channel: Channel<string>, message: Outgoing, signal: AbortSignal): Promise<Delivery>;
}
