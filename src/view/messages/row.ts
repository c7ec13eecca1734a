/** The rows of the page of messages. */

import { stepBadge } from '../badge.ts';
import { rowChoices } from '../choices/row.ts';
import { messageTitle } from '../log/around.ts';
import { type Scene, stepLabel } from '../scene/scene.ts';
import type { DossierRow, Tone } from '../types.ts';
import { channelsFor } from './channels.ts';
import { type Draft, draftOf, isEarly } from './draft.ts';
import { otherDateText } from './filling.ts';
import { historyLines, occasionBadge } from './history.ts';
import type { Occasion } from './occasions.ts';
import { messageOffers } from './offers.ts';
import { statusText, type Text } from './status.ts';
import { asText } from './text.ts';

type Detail = DossierRow['detail'];

/** One occasion of a message: its state, its text, what may be done. */
export function occasionRow(scene: Scene, occasion: Occasion): DossierRow {
  const draft = draftOf(scene, occasion.occasion);
  const badge = occasionBadge(scene, occasion);
  return {
    key: occasion.occasion,
    kind: 'row',
    badge,
    text: titleOf(scene, occasion),
    right: waysText(scene, occasion.message),
    tone: badge.tone === 'muted' || badge.tone === 'good' ? 'muted' : badge.tone,
    detail: [
      ...remarks(scene, occasion, draft),
      ...historyLines(scene, occasion),
      ...textLines(scene, draft),
    ],
    choices: rowChoices(scene, messageOffers(scene, occasion, draft)),
    copy: asText(draft),
  };
}

/** A message of the checkpoints before any was decided. */
export function expectedRow(scene: Scene, message: Occasion['message']): DossierRow {
  const { badges, page } = scene.words.around.messages;
  return {
    key: message.id,
    kind: 'row',
    badge: { ...stepBadge(scene, 'waiting', 'manual'), word: badges.later },
    text: scene.text(message.title),
    right: waysText(scene, message),
    tone: 'muted',
    detail: [line(page.atEachCheckpoint, 'muted'), ...audience(scene, message)],
    choices: [],
  };
}

/** The status of this moment, always ready to be copied; nothing is sent from here. */
export function statusRow(scene: Scene): DossierRow {
  const { badges, page } = scene.words.around.messages;
  const text = statusText(scene);
  return {
    // No message can have this name.
    key: '@status',
    kind: 'row',
    badge: { ...stepBadge(scene, 'done', 'manual'), word: badges.ready },
    text: page.status,
    right: '',
    tone: 'normal',
    detail: textLines(scene, text),
    choices: [],
    copy: text.body,
  };
}

function titleOf(scene: Scene, { occasion, message, step }: Occasion): string {
  if (step === undefined) return scene.text(messageTitle(scene, occasion));
  return scene.text(`${message.title}, ${stepLabel(scene, step)}`);
}

/** `email · à copier : notification in-app`. */
function waysText(scene: Scene, message: Occasion['message']): string {
  const { toCopy, copyOnly } = scene.words.around.messages.page;
  const { matching, uncovered } = channelsFor(message, scene.input.around);
  const byHand = uncovered.length > 0 ? toCopy(uncovered.join(', ')) : '';
  return scene.text([matching.join(', '), byHand].filter(Boolean).join(' · ')) || copyOnly;
}

function remarks(scene: Scene, { message }: Occasion, draft: Draft): Detail {
  const { page } = scene.words.around.messages;
  const other = otherDateText(scene, asText(draft));
  const replaced = draft.kind === 'rolledBack' || draft.kind === 'aborted';
  return [
    ...(draft.blanks.length > 0 ? [blanksLine(scene, draft.blanks)] : []),
    ...(other ? [line(other, 'warning')] : []),
    ...(isEarly(scene, message) ? [line(page.early, 'warning')] : []),
    ...(replaced && !draft.edited ? [line(page.setBack, 'warning')] : []),
    ...(draft.edited ? [line(page.edited, 'muted')] : []),
    ...audience(scene, message),
  ];
}

function blanksLine(scene: Scene, blanks: readonly string[]): Detail[number] {
  const said = scene.words.around.messages.page.blanks(blanks.length, blanks.join(', '));
  return line(scene.text(said), 'warning');
}

function audience(scene: Scene, { audience: who }: Occasion['message']): Detail {
  return who ? [line(scene.text(scene.words.around.messages.page.audience(who)), 'muted')] : [];
}

function textLines(scene: Scene, { subject, body }: Text): Detail {
  return [subject, '', ...body.split('\n')].map((text, at) =>
    line(scene.text(text), at === 0 ? 'active' : 'normal'),
  );
}

function line(text: string, tone: Tone): Detail[number] {
  return { text, tone };
}
