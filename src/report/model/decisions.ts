import type { Entry, EntryOf } from '../../../machines/entries.ts';
import { sentenceOf } from '../../view/log/sentences.ts';
import { whyText } from '../../view/log/why.ts';
import { kindsOf } from '../../view/playback/moment-kinds.ts';
import type { Scene } from '../../view/scene/scene.ts';
import type { Story } from '../story/story.ts';
import type { DecisionFact } from '../types.ts';
import { evidenceFor } from './evidence.ts';

/** Every decision: who, when, why, and what it rested on. */
export function decisionsOf(story: Story): DecisionFact[] {
  const kinds = kindsOf(story.scene);
  return story.facts.flatMap(entry => {
    const kind = kinds[entry.seq];
    const decides = kind === 'decision' || kind === 'checkpoint' || isDecision(entry);
    return decides ? [decisionOf(story, entry)] : [];
  });
}

/** What is no moment to go back to, and was decided all the same. */
function isDecision(entry: Entry): boolean {
  switch (entry.type) {
    case 'plan.adopted':
    case 'job.cancelled':
    case 'job.abandoned':
      return true;
    case 'step.confirmed':
      // Said done with boxes left open.
      return Boolean(entry.reason);
    case 'run.created':
      return entry.proof?.waiver !== undefined;
    default:
      return false;
  }
}

function decisionOf(story: Story, entry: Entry): DecisionFact {
  const { scene } = story;
  return {
    seq: entry.seq,
    at: entry.at,
    by: scene.text(entry.by),
    type: entry.type,
    step: 'step' in entry ? (entry.step ?? null) : null,
    text: scene.text(decisionText(scene, entry)),
    reason: scene.text(whyText(scene, reasonOf(entry))),
    evidence: evidenceFor(story, entry),
  };
}

/** Why it was decided, as journaled; '' where nobody said. */
export function reasonOf(entry: Entry): string {
  if (entry.type === 'run.created') return entry.proof?.waiver ?? '';
  if (entry.type === 'gate.passed') return entry.note ?? '';
  if ('waiver' in entry && entry.waiver) return entry.waiver;
  return 'reason' in entry ? (entry.reason ?? '') : '';
}

/** The sentence of the journal without its reason, which stands beside it. */
export function decisionText(scene: Scene, entry: Entry): string {
  const words = scene.words.seen.sentences;
  if (entry.type === 'run.created') return words.begunWithout;
  if (entry.type === 'rollback.decided') return rollbackText(scene, entry);
  const waived = 'waiver' in entry && Boolean(entry.waiver);
  const bare = {
    ...entry,
    ...('reason' in entry && { reason: '' }),
    ...(waived && { waiver: '' }),
  } as Entry;
  const text = sentenceOf(scene, bare);
  return waived ? words.waived(text) : text;
}

/** With what triggered it, unless that is the whole reason. */
function rollbackText(scene: Scene, { trigger, reason }: EntryOf<'rollback.decided'>): string {
  const { rollbackDecided, triggered } = scene.words.seen.sentences;
  return trigger && trigger !== reason ? triggered(rollbackDecided, trigger) : rollbackDecided;
}
