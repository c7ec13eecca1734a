/** What entries leave of the messages: their text, their deliveries, what the operator says of them. */
import type { Delivery, MessageRecord, RunContext } from '../context.ts';
import type { EntryOf } from '../entries.ts';
import { changed } from './shelf.ts';

const unsaid: MessageRecord = { deliveries: [], told: [] };

/** What is known of a message on one occasion, whether or not anything was journaled about it. */
export function messageRecord({ messages }: RunContext, occasion: string): MessageRecord {
  return Object.hasOwn(messages, occasion) ? messages[occasion]! : unsaid;
}

function withMessage(context: RunContext, occasion: string, change: Partial<MessageRecord>) {
  const record = { ...messageRecord(context, occasion), ...change };
  return { messages: changed(context.messages, { [occasion]: record }) };
}

export function messageEdited(
  context: RunContext,
  { message, subject, body }: EntryOf<'message.edited'>,
): Partial<RunContext> {
  return withMessage(context, message, { edited: { subject, body } });
}

export function messageQueued(
  context: RunContext,
  { message, delivery: id, channel, subject, at, by }: EntryOf<'message.queued'>,
): Partial<RunContext> {
  const { deliveries } = messageRecord(context, message);
  const delivery: Delivery = { id, message, channel, subject, at, by, status: 'queued' };
  return {
    ...withMessage(context, message, { deliveries: [...deliveries, id] }),
    deliveries: changed(context.deliveries, { [id]: delivery }),
  };
}

function ended(context: RunContext, id: string, change: Partial<Delivery>): Partial<RunContext> {
  const delivery = { ...context.deliveries[id]!, ...change };
  return { deliveries: changed(context.deliveries, { [id]: delivery }) };
}

export function messageSent(
  context: RunContext,
  { delivery, detail, at }: EntryOf<'message.sent'>,
): Partial<RunContext> {
  return ended(context, delivery, { status: 'sent', detail, endedAt: at });
}

export function messageFailed(
  context: RunContext,
  { delivery, why, detail, at }: EntryOf<'message.failed'>,
): Partial<RunContext> {
  return ended(context, delivery, { status: 'failed', why, detail, endedAt: at });
}

export function messageDoubted(
  context: RunContext,
  { delivery, why, detail, at }: EntryOf<'message.doubted'>,
): Partial<RunContext> {
  return ended(context, delivery, { status: 'doubt', why, detail, endedAt: at });
}

export function messageTold(
  context: RunContext,
  { message, how, at, by }: EntryOf<'message.told'>,
): Partial<RunContext> {
  const { told } = messageRecord(context, message);
  return withMessage(context, message, { told: [...told, { at, by, how }] });
}
