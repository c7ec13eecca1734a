import type { Delivery } from '../../../machines/context.ts';
import { messageRecord } from '../../../machines/records/messages.ts';
import { messageTitle } from '../../view/log/around.ts';
import { deliveriesOf, whyOf } from '../../view/messages/history.ts';
import { momentOf } from '../../view/messages/moments.ts';
import { type Occasion, occasionsOf } from '../../view/messages/occasions.ts';
import { shortDate, whenText } from '../../view/messages/when.ts';
import { type Scene, stepLabel } from '../../view/scene/scene.ts';
import type { Story } from '../story/story.ts';
import type { MessageFact } from '../types.ts';

/** Every message of the plan on each of its occasions, sent or not. */
export function messagesOf({ scene, plan }: Story): MessageFact[] {
  const occasions = occasionsOf(scene);
  return plan.messages.flatMap(message => {
    const own = occasions.filter(one => one.message === message);
    if (own.length > 0) return own.map(occasion => messageOf(scene, occasion));
    // One of the checkpoints, before any was decided.
    return [messageOf(scene, { occasion: message.id, message, due: 'later', dueAt: null })];
  });
}

function messageOf(scene: Scene, occasion: Occasion): MessageFact {
  const { told } = messageRecord(scene.context, occasion.occasion);
  const deliveries = deliveriesOf(scene, occasion.occasion);
  return {
    occasion: occasion.occasion,
    title: scene.text(messageTitle(scene, occasion.occasion)),
    audience: scene.text(occasion.message.audience ?? ''),
    due: scene.text(dueText(scene, occasion)),
    status: statusOf(deliveries, told.length),
    deliveries: deliveries.map(delivery => deliveryOf(scene, delivery)),
    told: told.map(({ at, by, how }) => ({ at, by: scene.text(by), how: scene.text(how) })),
  };
}

/** What left counts before what somebody says, and that before what was only tried. */
function statusOf(deliveries: readonly Delivery[], told: number): MessageFact['status'] {
  if (deliveries.some(({ status }) => status === 'sent')) return 'sent';
  if (told > 0) return 'told';
  return deliveries.at(-1)?.status ?? 'none';
}

function dueText(scene: Scene, { message, step, dueAt }: Occasion): string {
  const words = scene.words.seen.sentences;
  if (step !== undefined) return words.dueAfter(stepLabel(scene, step));
  if (message.each === 'checkpoint') return words.dueAtCheckpoints;
  if (dueAt === null) return momentOf(message) === 'after' ? words.dueAtEnd : '';
  // A day alone is all that the plan says of what comes before.
  return momentOf(message) === 'before' ? shortDate(scene, dueAt) : whenText(scene, dueAt);
}

function deliveryOf(scene: Scene, delivery: Delivery): MessageFact['deliveries'][number] {
  const { at, by, channel, status, subject, detail = '' } = delivery;
  return {
    at,
    by: scene.text(by),
    channel: scene.text(channel),
    status,
    subject: scene.text(subject),
    detail: status === 'failed' || status === 'doubt' ? whyOf(scene, delivery) : scene.text(detail),
  };
}
