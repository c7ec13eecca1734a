/** When things happened, for whoever goes through a run again. Milliseconds since the epoch. */
import type { Entry } from '../../machines/entries.ts';

/** When each entry was journaled, never before the one in front: a clock that was set back undoes nothing. */
export function instantsOf(entries: readonly Entry[]): number[] {
  let latest = Number.NEGATIVE_INFINITY;
  return entries.map(({ at }) => {
    latest = Math.max(latest, Date.parse(at));
    return latest;
  });
}

/** Position of the last instant up to `at`, itself included; -1 when all come later. */
export function lastUpTo(instants: readonly number[], at: number): number {
  let [low, high] = [0, instants.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (instants[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
