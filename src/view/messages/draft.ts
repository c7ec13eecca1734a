/** What would leave for a message now. Never a lie: no success is announced that did not happen. */

import type { Entry } from '../../../machines/entries.ts';
import { messageOf, stepOfOccasion } from '../../../machines/occasion.ts';
import { messageRecord } from '../../../machines/records/messages.ts';
import { blanksOf } from '../../plan/blanks.ts';
import type { Message } from '../../plan/types.ts';
import { clean } from '../scene/clean.ts';
import type { Scene } from '../scene/scene.ts';
import { announcesTheEnd } from './announcing.ts';
import { decidedCheckpoints } from './decisions.ts';
import { endOfMaintenance, setbackOf } from './ending.ts';
import { filled } from './filling.ts';
import { letterScene } from './letter.ts';
import { setbackAt, setbackText } from './setback.ts';
import { statusText, type Text } from './status.ts';
import { asText } from './text.ts';
import { withWitness } from './witness.ts';

export interface Draft extends Text {
  /** What is still to be filled in, as written. */
  blanks: string[];
  /** What it was made from: the plan's text, the state of the run, or the truth in place of a success. */
  kind: 'plan' | 'status' | 'rolledBack' | 'aborted';
  /** The operator's own words. */
  edited: boolean;
}

interface Made extends Omit<Draft, 'edited'> {
  /** The operator's words hold when they were written since; milliseconds. */
  since: number;
}

/** In the plan's language. The operator's own text wins, unless what it tells of has changed since. */
export function draftOf(scene: Scene, occasion: string): Draft {
  const letter = letterScene(scene);
  const { since, ...bare } = draftMade(letter, occasion);
  const made = { ...bare, body: withWitness(letter, occasion, bare.body) };
  const edited = editedOf(scene, occasion, since);
  if (!edited) return { ...made, edited: false };
  const left = made.blanks.filter(blank => asText(edited).includes(blank));
  return { ...made, ...edited, blanks: left, edited: true };
}

/** It would announce an end that has not come. */
export function isEarly(scene: Scene, message: Message): boolean {
  return announcesTheEnd(message) && !setbackOf(scene) && endOfMaintenance(scene) === null;
}

function draftMade(scene: Scene, occasion: string): Made {
  const message = scene.plan.messages.find(({ id }) => id === messageOf(occasion));
  const setback = message && announcesTheEnd(message) ? setbackOf(scene) : null;
  if (setback) {
    const kind = setback === 'aborted' ? 'aborted' : 'rolledBack';
    const since = setbackAt(scene, setback) ?? 0;
    return { ...setbackText(scene, setback), blanks: [], kind, since };
  }
  if (message?.body !== undefined) return ofPlan(scene, message, message.body);
  const step = stepOfOccasion(occasion);
  const decision = decidedCheckpoints(scene).find(one => one.step === step);
  const since = decision?.at ?? 0;
  return { ...statusText(scene, decision), blanks: [], kind: 'status', since };
}

/** `Objet: …`, `Subject: …` as its first line. */
const subjectLine = /^\s*(?:objet|sujet|subject)\s*:[ \t]*(?<subject>.*)\n?/iu;

/** A value stays in its own line: it is put in once subject and body are apart. */
function ofPlan(scene: Scene, { title }: Message, template: string): Made {
  const text = template.replace(/\r\n?/g, '\n');
  const said = subjectLine.exec(text);
  const own = said?.groups?.subject?.trim() || `${title} - ${scene.plan.title}`;
  const subject = clean(filled(scene, own));
  const written = text.slice(said?.[0].length ?? 0).replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  const body = filled(scene, written);
  return { subject, body, blanks: blanksOf(asText({ subject, body })), kind: 'plan', since: 0 };
}

function editedOf({ input, context }: Scene, occasion: string, since: number): Text | undefined {
  const { edited } = messageRecord(context, occasion);
  if (!edited || since === 0) return edited;
  const last = input.entries.findLast(
    (entry: Entry) =>
      entry.type === 'message.edited' && entry.message === occasion && entry.seq <= context.seq,
  );
  return last && Date.parse(last.at) >= since ? edited : undefined;
}
