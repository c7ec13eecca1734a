/** What became of a message on one occasion: in its badge, and line by line. */
import type { Delivery } from '../../../machines/context.ts';
import { messageRecord } from '../../../machines/records/messages.ts';
import type { StepStatus } from '../../../machines/state.ts';
import { stepBadge } from '../badge.ts';
import { failureText } from '../log/around.ts';
import type { Scene } from '../scene/scene.ts';
import type { Badge, DossierRow, Tone } from '../types.ts';
import { departuresOf } from './departures.ts';
import { isOfNow, type Occasion } from './occasions.ts';
import { shortDate, whenText } from './when.ts';

/** What left and what the operator says of it are never the same word. */
export function occasionBadge(scene: Scene, occasion: Occasion): Badge {
  const { due } = occasion;
  const latest = deliveriesOf(scene, occasion.occasion).at(-1);
  if (due === 'done') return goneBadge(scene, occasion);
  const tried =
    latest && isOfNow(occasion, Date.parse(latest.at)) ? triedBadge(scene, latest) : null;
  if (tried) return tried;
  const { badges } = scene.words.around.messages;
  return due === 'due' ? look(scene, 'ready', badges.due) : laterBadge(scene, occasion);
}

/** What told of an earlier decision is not shown for this one. */
function goneBadge(scene: Scene, { occasion, dueAt }: Occasion): Badge {
  const { badges } = scene.words.around.messages;
  const ever = departuresOf(scene, occasion);
  const since = ever.filter(({ decidedAt }) => decidedAt >= (dueAt ?? 0));
  const all = since.length > 0 ? since : ever;
  const { at, channel } = all.findLast(one => one.channel !== null) ?? all.at(-1)!;
  const time = whenText(scene, at);
  if (channel === null) return look(scene, 'accepted', badges.told(time));
  return look(scene, 'done', badges.sent(time, scene.text(channel)));
}

function triedBadge(scene: Scene, delivery: Delivery): Badge | null {
  const { badges } = scene.words.around.messages;
  const channel = scene.text(delivery.channel);
  switch (delivery.status) {
    case 'queued':
      return look(scene, 'running', badges.queued(channel));
    case 'failed':
      // A badge that does not fit is not drawn: the detail is read below.
      return look(scene, 'failed', badges.failed(whyOf(scene, { ...delivery, detail: '' })));
    case 'doubt':
      return look(scene, 'inDoubt', badges.doubt(channel));
    default:
      return null;
  }
}

function laterBadge(scene: Scene, { dueAt, missed }: Occasion): Badge {
  const { badges } = scene.words.around.messages;
  if (missed) return look(scene, 'skipped', badges.missed);
  const soon = dueAt === null || dueAt <= scene.now;
  return look(scene, 'waiting', soon ? badges.later : badges.laterOn(shortDate(scene, dueAt)));
}

/** The look of a step in the same situation. */
function look(scene: Scene, status: StepStatus, word: string): Badge {
  return { ...stepBadge(scene, status, 'manual'), word };
}

/** Who sent it, when, by what, and what came of it; what the operator says; oldest first. */
export function historyLines(scene: Scene, { occasion }: Occasion): DossierRow['detail'] {
  const { told } = messageRecord(scene.context, occasion);
  const words = scene.words.around.messages.deliveries;
  const lines = [
    ...deliveriesOf(scene, occasion).map(delivery => ({
      at: delivery.at,
      ...deliveryLine(scene, delivery),
    })),
    ...told.map(({ at, by, how }) => ({
      at,
      text: lineText(scene, at, by, words.told(how)),
      tone: 'warning' as const,
    })),
  ];
  return lines
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(({ text, tone }) => ({ text, tone }));
}

const tones: Record<Delivery['status'], Tone> = {
  queued: 'active',
  sent: 'good',
  failed: 'bad',
  doubt: 'warning',
};

function deliveryLine(scene: Scene, delivery: Delivery): { text: string; tone: Tone } {
  const words = scene.words.around.messages.deliveries;
  const { status, channel, at, by, detail = '' } = delivery;
  const why = whyOf(scene, delivery);
  const said = {
    queued: () => words.queued,
    sent: () => [words.sent, detail && `(${detail})`].filter(Boolean).join(' '),
    failed: () => words.failed(why),
    doubt: () => words.doubt(why),
  }[status]();
  return { text: lineText(scene, at, by, `${channel}, ${said}`), tone: tones[status] };
}

/** `07:46 email, envoyé · ops@bastion`. */
function lineText(scene: Scene, at: string, by: string, what: string): string {
  const who = `${scene.words.units.separator}${by}`;
  return scene.text(`${whenText(scene, Date.parse(at))} ${what}${who}`);
}

/** Why it did not leave, or may not have. */
export function whyOf(scene: Scene, { why = '', detail = '' }: Delivery): string {
  return scene.text(failureText(scene, why, detail));
}

/** In order. */
export function deliveriesOf({ context }: Scene, occasion: string): Delivery[] {
  return messageRecord(context, occasion).deliveries.map(id => context.deliveries[id]!);
}
