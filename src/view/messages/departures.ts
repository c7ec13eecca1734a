/** What left of a message on one occasion: by a channel that took it, or as the operator says. */
import { messageRecord } from '../../../machines/records/messages.ts';
import { instant, type Scene } from '../scene/scene.ts';

export interface Departure {
  /** When it was decided, with what was known then; milliseconds. */
  decidedAt: number;
  /** When the channel took it, or when the operator said so. */
  at: number;
  /** Null where the operator says that it was sent by other means. */
  channel: string | null;
}

/** Oldest first; never what failed, nor what is in doubt. */
export function departuresOf({ context }: Scene, occasion: string): Departure[] {
  const { deliveries, told } = messageRecord(context, occasion);
  const sent = deliveries
    .map(id => context.deliveries[id]!)
    .filter(({ status }) => status === 'sent')
    .map(({ at, endedAt, channel }) => ({
      decidedAt: Date.parse(at),
      at: instant(endedAt) ?? Date.parse(at),
      channel,
    }));
  const said = told.map(({ at }) => ({
    decidedAt: Date.parse(at),
    at: Date.parse(at),
    channel: null,
  }));
  return [...sent, ...said].sort((a, b) => a.at - b.at);
}
