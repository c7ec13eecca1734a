/** Facts about the messages of a plan. A message is named by its id, and by the checkpoint it follows where it is sent at each. */
import { z } from 'zod';

/** `during@4.3`, `before`: one message on one occasion. */
const occasion = z.string();
const delivery = z.string();

export const messageFacts = [
  /** The operator's own text, in place of the draft. */
  z.object({
    type: z.literal('message.edited'),
    message: occasion,
    subject: z.string(),
    body: z.string(),
  }),
  /** The decision to send, durable before anything leaves. */
  z.object({
    type: z.literal('message.queued'),
    message: occasion,
    delivery,
    channel: z.string(),
    subject: z.string(),
    body: z.string(),
  }),
  z.object({ type: z.literal('message.sent'), delivery, detail: z.string() }),
  z.object({
    type: z.literal('message.failed'),
    delivery,
    /** `unreachable`, `timeout`, `login` …: see channels/types.ts. */
    why: z.string(),
    detail: z.string(),
  }),
  /** It was given away, and nobody knows whether it arrived. */
  z.object({ type: z.literal('message.doubted'), delivery, why: z.string(), detail: z.string() }),
  /** The operator says that it was sent by other means. */
  z.object({
    type: z.literal('message.told'),
    message: occasion,
    how: z.string().min(1),
  }),
] as const;
