/** What a run has to tell whoever writes the plan's next version, in sentences. */
import type { Entry, EntryOf } from '../../../machines/entries.ts';
import { allSteps } from '../../../machines/plan-steps.ts';
import { sentenceOf } from '../../view/log/sentences.ts';
import { whyText } from '../../view/log/why.ts';
import { type Scene, stepLabel } from '../../view/scene/scene.ts';
import { clock, day, lasting } from '../../view/schedule/time.ts';
import type { Improvement } from '../types.ts';
import { isOff, type Timed } from './durations.ts';
import { type Decision, type Setback, setbacksOf } from './failures.ts';

/** One thing to remember, safe to draw on one line. */
export type Lesson = Improvement['changes'][number];

/** Milliseconds. */
const minute = 60_000;
/** What cost less is forgotten with the day. */
const dear = 5 * minute;
/** A plan is to be read: what is beyond is counted only. */
export const most = 200;

const topics = ['lesson', undefined, 'adoption', 'satisfaction'] as const;

/**
 * Times worth keeping, what was passed over and why, what failed and what was done about it, notes by topic.
 * @param timed what was measured, but for the durations that are corrected in the plan itself
 */
export function lessonsOf(scene: Scene, timed: readonly Timed[]): Lesson[] {
  return [
    ...timed.filter(isWorthKeeping).map(one => measuredLesson(scene, one)),
    ...passedOver(scene).map(entry => entryLesson(scene, entry, 'skipped')),
    ...setbacksOf(scene.input.entries)
      .filter(({ cost, step }) => cost > dear && ownSteps(scene).has(step))
      .map(setback => setbackLesson(scene, setback)),
    ...topics.flatMap(topic => notesOn(scene, topic)),
  ];
}

/** The plan says nothing, or something else. */
const isWorthKeeping = (timed: Timed): boolean =>
  isOff(timed) || (timed.minutes === undefined && timed.took >= minute);

function measuredLesson({ words }: Scene, { label, took, step }: Timed): Lesson {
  const text = words.seen.improvement.measured(label, lasting(took, words));
  return { kind: 'duration', step, text };
}

/** Not those that an environment adds: the plan does not hold them. */
function ownSteps({ plan }: Scene): Set<string> {
  const stages = plan.stages.filter(stage => !stage.ofEnvironment);
  return new Set(allSteps({ ...plan, stages }).map(({ id }) => id));
}

/** Steps that stayed skipped or accepted, boxes left open, and what was waived. */
function passedOver(scene: Scene): Entry[] {
  const { entries } = scene.input;
  const own = ownSteps(scene);
  return entries.filter((entry, at) => {
    if (entry.type === 'step.skipped' || entry.type === 'step.accepted')
      return own.has(entry.step) && stands(scene, entry, at);
    if (entry.type === 'item.waived') return Object.hasOwn(scene.context.waived, entry.item);
    if (entry.type === 'step.confirmed') return own.has(entry.step) && entry.reason !== undefined;
    return 'waiver' in entry && entry.waiver !== undefined;
  });
}

/** A step that had nothing to undo teaches nothing. */
const notNeeded = 'not needed: nothing to undo';

function stands(
  { context, input }: Scene,
  { type, step, reason }: EntryOf<'step.skipped' | 'step.accepted'>,
  at: number,
): boolean {
  const outcome = type === 'step.skipped' ? 'skipped' : 'accepted';
  if (reason === notNeeded || context.steps[step]?.outcome !== outcome) return false;
  return !input.entries.slice(at + 1).some(later => later.type === type && later.step === step);
}

function entryLesson(scene: Scene, entry: Entry, kind: Lesson['kind']): Lesson {
  const step = 'step' in entry ? (entry.step ?? null) : null;
  return { kind, step, text: signed(scene, entry, scene.text(sentenceOf(scene, entry))) };
}

function setbackLesson(scene: Scene, { step, failures, cost, decisions }: Setback): Lesson {
  const { failed, separator } = scene.words.seen.improvement;
  const then = decisions.map(decision => decisionText(scene, decision)).join(separator);
  const text = failed(stepLabel(scene, step), failures, lasting(cost, scene.words), then);
  return { kind: 'note', step, text };
}

function decisionText(scene: Scene, { type, reason = '' }: Decision): string {
  const { decided, because } = scene.words.seen.improvement;
  return because(decided[type], scene.text(whyText(scene, reason)));
}

function notesOn(scene: Scene, topic: (typeof topics)[number]): Lesson[] {
  const { note, topics: names } = scene.words.seen.improvement;
  return scene.input.entries
    .filter(entry => entry.type === 'note.added')
    .filter(entry => entry.topic === topic && entry.by !== 'bascule')
    .map(entry => {
      const about = entry.step === undefined ? '' : stepLabel(scene, entry.step);
      const said = note(names[topic ?? 'none'], about, scene.text(entry.text));
      return { kind: 'note', step: entry.step ?? null, text: signed(scene, entry, said) };
    });
}

/** Who said it, and when: on another day than J, with the day. */
function signed(scene: Scene, { at, by }: Entry, text: string): string {
  const ms = Date.parse(at);
  const date = day(ms, scene.zone);
  const time = clock(ms, scene.zone);
  const when = date === scene.context.run?.date ? time : `${date} ${time}`;
  return scene.words.seen.improvement.signed(text, when, scene.text(by));
}
