/** One sentence per entry about days, people, messages and metrics. */
import type { Delivery } from '../../../machines/context.ts';
import type { Entry, EntryOf, RunEvidence } from '../../../machines/entries.ts';
import { messageOf, stepOfOccasion } from '../../../machines/occasion.ts';
import { boxLabel } from '../aside.ts';
import { figureText } from '../dossier/figure.ts';
import { type Scene, stepLabel } from '../scene/scene.ts';
import { day } from '../schedule/time.ts';
import type { Tone } from '../types.ts';
import type { Sentences } from './sentences.ts';

type AroundType = Extract<
  Entry['type'],
  | 'stage.opened'
  | 'item.waived'
  | 'surveillance.done'
  | 'run.closed'
  | `person.${string}`
  | 'helm.handed'
  | `approval.${string}`
  | `message.${string}`
  | `metric.${string}`
>;

export const aroundSentences: Pick<Sentences, AroundType> = {
  'stage.opened': ({ words }, { stage, reason }) => words.around.log.stageOpened(stage, reason),
  'item.waived': (scene, { item, reason }) =>
    scene.words.around.log.waived(boxLabel(scene, item), reason),
  'surveillance.done': ({ plan, words }, { item, verdict, note = '' }) => {
    const { looked, lookedBad } = words.around.log;
    const title = plan.surveillance.find(({ id }) => id === item)?.title ?? item;
    return (verdict === 'pass' ? looked : lookedBad)(title, note);
  },
  'run.closed': ({ words }, { waiver }) =>
    waiver ? words.around.log.closedWaived(waiver) : words.around.log.closed,
  'person.called': ({ words }, { role, outcome, note = '' }) =>
    words.around.log.called[outcome](role, note),
  'helm.handed': ({ words }, { to }) => words.around.log.handed(to),
  'approval.given': approvalSentence,
  'message.edited': (scene, { message }) =>
    scene.words.around.log.edited(messageTitle(scene, message)),
  'message.queued': (scene, { message, channel }) =>
    scene.words.around.log.queued(messageTitle(scene, message), channel),
  'message.sent': (scene, { delivery }) =>
    ofDelivery(scene, delivery, (title, channel) => scene.words.around.log.sent(title, channel)),
  'message.failed': (scene, { delivery, why, detail }) =>
    ofDelivery(scene, delivery, (title, channel) =>
      scene.words.around.log.unsent(title, channel, failureText(scene, why, detail)),
    ),
  'message.doubted': (scene, { delivery, why, detail }) =>
    ofDelivery(scene, delivery, (title, channel) =>
      scene.words.around.log.unknown(title, channel, failureText(scene, why, detail)),
    ),
  'message.told': (scene, { message, how }) =>
    scene.words.around.log.told(messageTitle(scene, message), how),
  'metric.measured': measuredSentence,
  'metric.failed': (scene, { metric, why, detail }) =>
    scene.words.around.log.unmeasured(boxLabel(scene, metric), failureText(scene, why, detail)),
};

/** `injoignable : connect ECONNREFUSED`: why nothing left, or was measured. Not yet safe to draw. */
export function failureText({ words }: Scene, why: string, detail: string): string {
  const { failures, failure } = words.around.log;
  const said = Object.hasOwn(failures, why) ? failures[why]! : why;
  return detail === '' ? said : failure(said, detail);
}

/** The title of a message, and the checkpoint it follows. Not yet safe to draw. */
export function messageTitle({ plan }: Scene, occasion: string): string {
  const title = plan.messages.find(({ id }) => id === messageOf(occasion))?.title ?? occasion;
  return [title, stepOfOccasion(occasion)].filter(Boolean).join(', ');
}

/** An earlier run proves a prerequisite. */
export function proved(scene: Scene, item: string, { run, endedAt }: RunEvidence): string {
  const date = day(Date.parse(endedAt), scene.zone);
  return scene.words.around.log.proved(boxLabel(scene, item), run, date);
}

/** A note; one that the program wrote is put in words: an approval that does not count, a stop that is not ours to ask. */
export function noteText({ words }: Scene, { text, by }: { text: string; by: string }): string {
  if (by !== 'bascule') return text;
  if (text === 'cancel-refused') return words.around.log.cancelRefused;
  const [, odd, file = ''] = /^approval-odd (\S+) (.+)$/s.exec(text) ?? [];
  if (odd !== undefined) return words.around.log.odd(oddity(words, odd), file);
  const [, why, who = ''] = /^approval-ignored (own|not-allowed) (.+)$/.exec(text) ?? [];
  return why === undefined ? text : words.around.log.ignored[why as 'own' | 'not-allowed'](who);
}

function oddity({ around }: Scene['words'], why: string): string {
  const { oddities } = around.log;
  return Object.hasOwn(oddities, why) ? oddities[why]! : why;
}

/** What a note for the report is filed under; '' for any other. */
export function topicOf({ words }: Scene, topic: EntryOf<'note.added'>['topic']): string {
  return topic === undefined ? '' : words.around.log.topics[topic];
}

function approvalSentence(
  scene: Scene,
  { step, role, person, verdict, proof, note = '' }: EntryOf<'approval.given'>,
): string {
  const { approved, disapproved, attested, attestedNoGo } = scene.words.around.log;
  const label = stepLabel(scene, step);
  const [good, bad] = proof === 'verified' ? [approved, disapproved] : [attested, attestedNoGo];
  return (verdict === 'go' ? good : bad)(label, role, person, note);
}

function measuredSentence(
  scene: Scene,
  { metric, as, source, note = '', ...figure }: EntryOf<'metric.measured'>,
): string {
  const { baseline, measured, entered } = scene.words.around.log;
  const [label, text] = [boxLabel(scene, metric), figureText(scene, figure)];
  if (as === 'baseline') return baseline(label, text);
  return source === 'hand' ? entered(label, text, note) : measured(label, text);
}

function ofDelivery(
  scene: Scene,
  id: string,
  say: (title: string, channel: string) => string,
): string {
  const delivery: Delivery | undefined = scene.context.deliveries[id];
  return say(messageTitle(scene, delivery?.message ?? id), delivery?.channel ?? '');
}

const tones: { [T in AroundType]?: Tone } = {
  'stage.opened': 'warning',
  'item.waived': 'warning',
  'run.closed': 'good',
  'person.called': 'active',
  'message.sent': 'good',
  'message.failed': 'bad',
  'message.doubted': 'warning',
  'metric.failed': 'warning',
};

/** Undefined for entries about anything else. */
export function aroundTone(entry: Entry): Tone | undefined {
  if (entry.type === 'approval.given') return entry.verdict === 'go' ? 'good' : 'bad';
  if (entry.type === 'surveillance.done') return entry.verdict === 'pass' ? 'good' : 'bad';
  if (entry.type === 'metric.measured') return entry.verdict === 'fail' ? 'bad' : 'muted';
  return tones[entry.type as AroundType];
}
