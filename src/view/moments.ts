/** The moments of a whole run that are worth going back to. */
import type { Entry } from '../../machines/entries.ts';
import { instantsOf } from '../journal/instants.ts';
import { sentenceOf } from './log/sentences.ts';
import { growingDelays } from './playback/delays.ts';
import { delayBadge, momentBadge } from './playback/moment-badge.ts';
import { kindsOf } from './playback/moment-kinds.ts';
import { instantText } from './playback/when.ts';
import { type Scene, sceneOf, stepLabel } from './scene/scene.ts';
import { rounded } from './schedule/time.ts';
import type { Moment, MomentKind, ViewInput } from './types.ts';

/**
 * In order, at most one for each entry. A decision that also ends its step late says so, and is no delay.
 * @param input the whole run, its state folded from all its entries
 */
export function momentsOf(input: ViewInput): Moment[] {
  const scene = sceneOf(input);
  const instants = instantsOf(input.entries);
  const kinds = kindsOf(scene);
  const delays = growingDelays(scene);
  return input.entries.flatMap((entry, seq) => {
    const kind = kinds[seq] ?? (delays.has(seq) ? 'delay' : null);
    if (kind === null) return [];
    return momentOf(scene, entry, { kind, at: instants[seq]!, late: delays.get(seq) ?? 0 });
  });
}

function momentOf(
  scene: Scene,
  entry: Entry,
  { kind, at, late }: { kind: MomentKind; at: number; late: number },
): Moment {
  return {
    kind,
    seq: entry.seq,
    at,
    badge: kind === 'delay' ? delayBadge(scene) : momentBadge(scene, entry),
    time: instantText(scene, at),
    text: textOf(scene, entry, kind, late),
    step: 'step' in entry ? (entry.step ?? null) : null,
  };
}

function textOf(scene: Scene, entry: Entry, kind: MomentKind, late: number): string {
  const words = scene.words.seen.playback;
  const duration = rounded(late, scene.words);
  if (kind === 'delay' && 'step' in entry)
    return words.late(duration, stepLabel(scene, entry.step ?? ''));
  const text = scene.text(sentenceOf(scene, entry));
  return late > 0 ? words.alsoLate(text, duration) : text;
}
