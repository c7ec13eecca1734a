/** The stages and phases of a run as they were really lived, one after the other. */
import type { Entry } from '../../../machines/entries.ts';
import { isBeside } from '../../../machines/records/aside.ts';
import type { Scene } from '../scene/scene.ts';
import type { PlaybackView } from '../types.ts';
import type { Axis } from './axis.ts';

export type Span = Omit<PlaybackView['spans'][number], 'current'>;

interface Stretch {
  label: string;
  /** Milliseconds since the epoch. */
  from: number;
  to: number;
}

/**
 * A phase lasts from the end of what was done before it to the last thing done in it; one that is gone
 * back to is there again. The rollback begins where it was decided.
 * @param instants when each of the input's entries happened
 */
export function spansOf(scene: Scene, instants: readonly number[], axis: Axis): Span[] {
  const stretches = stretchesOf(scene, instants);
  const ends = stretches.map((_, at) => {
    const next = stretches[at + 1];
    return next ? axis.toRatio(next.from) : 1;
  });
  return stretches
    .map(({ label }, at) => ({ label, from: ends[at - 1] ?? 0, to: ends[at]! }))
    .filter(({ from, to }) => to > from);
}

function stretchesOf(scene: Scene, instants: readonly number[]): Stretch[] {
  const placeOf = placing(scene);
  const stretches: Stretch[] = [];
  scene.input.entries.forEach((entry, seq) => {
    const label = placeOf(entry);
    const at = instants[seq]!;
    const last = stretches.at(-1);
    if (label === null) return;
    if (last?.label === label) last.to = at;
    else {
      const from = entry.type === 'rollback.decided' ? at : (last?.to ?? instants[0]!);
      stretches.push({ label, from, to: at });
    }
  });
  return stretches;
}

/** Where an entry happened; null for what is about no step, or beside the plan. */
function placing(scene: Scene): (entry: Entry) => string | null {
  const labels = phaseLabels(scene);
  const beside = besideJobs(scene.input.entries);
  const rollback = scene.words.screen.tree.rollback;
  let back = false;
  return entry => {
    back ||= entry.type === 'rollback.decided';
    if (back) return rollback;
    if (!('step' in entry) || entry.step === undefined || entry.type === 'note.added') return null;
    if ('job' in entry && beside.has(entry.job)) return null;
    return labels.get(entry.step) ?? null;
  };
}

/** `4 Migration des données`; `J-7` for a day without phases. By step. */
function phaseLabels({ outline, text }: Scene): Map<string, string> {
  const labels = outline.spots.map(({ step, phase, stage }) => {
    const label = phase.title === '' ? stage.id : `${phase.id} ${phase.title}`;
    return [step.id, text(label)] as const;
  });
  return new Map(labels);
}

function besideJobs(entries: readonly Entry[]): Set<string> {
  const started = entries.filter(entry => entry.type === 'job.started');
  return new Set(started.filter(isBeside).map(({ job }) => job));
}
