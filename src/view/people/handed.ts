/** The helm was handed over to whoever holds it now. */
import type { Entry, EntryOf } from '../../../machines/entries.ts';
import type { Scene } from '../scene/scene.ts';

export type HandOver = Pick<EntryOf<'helm.handed'>, 'at' | 'by' | 'to' | 'summary'> & {
  /** Nobody else took it meanwhile: its own author is back. */
  back: boolean;
};

/**
 * The one that the present holder of the helm has not read yet: said before the helm was last taken, and
 * since it was taken before that. Null for observers, and when its author simply came back.
 */
export function handOverOf({ input, context }: Scene): HandOver | null {
  const { helm, handed } = context;
  if (!handed || !helm || input.observer) return null;
  const before = sessionBefore(input.entries.slice(0, context.seq + 1));
  const said = before.findLast(entry => entry.type === 'helm.handed');
  if (!said) return null;
  const release = before.findLast(entry => entry.type === 'helm.released');
  const back = said.by === `${helm.operator}@${helm.host}`;
  if (back && release?.why !== 'handed-over') return null;
  const { at, by, to, summary } = said;
  return { at, by, to, summary, back };
}

/** Entries between the last two times that the helm was taken. */
function sessionBefore(entries: readonly Entry[]): readonly Entry[] {
  const taken = entries.findLastIndex(({ type }) => type === 'helm.taken');
  const earlier = entries.slice(0, Math.max(0, taken));
  return earlier.slice(earlier.findLastIndex(({ type }) => type === 'helm.taken') + 1);
}
