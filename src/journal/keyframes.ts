/** The states of a long run at any of its entries, without folding it from the first one each time. */
import type { Entry } from '../../machines/entries.ts';
import type { Fold, Folded } from './fold.ts';

export interface Keyframes {
  /**
   * The run as folded up to the entry `seq`; -1 before the first. Right however much is folded yet.
   * @throws {RangeError} when there is no such entry
   */
  at(seq: number): Folded;
  /** Folds at most `budget` more entries, to spread the work; false once all are. */
  advance(budget: number): boolean;
}

/** Entries between two states that are kept: what a jump folds at most, some tens of milliseconds. */
const usual = 250;

/** @param entries the whole run, from its first entry on */
export function createKeyframes(
  fold: Fold,
  entries: readonly Entry[],
  spacing: number = usual,
): Keyframes {
  const last = entries.length - 1;
  const from = (start: Folded, seq: number): Folded =>
    fold.on(start, entries.slice(start.seq + 1, seq + 1));
  let front: Folded = fold.initial();
  /** At the entries `spacing - 1`, `2 * spacing - 1` and so on, behind the one before the first. */
  const frames = [front];
  let latest = front;

  const reach = (seq: number): void => {
    while (front.seq < seq) {
      const next = frames.length * spacing - 1;
      front = from(front, Math.min(seq, next));
      if (front.seq === next) frames.push(front);
    }
  };
  const nearest = (seq: number): Folded => {
    const frame = frames[Math.floor((seq + 1) / spacing)]!;
    const near = [frame, latest, front].filter(one => one.seq <= seq);
    return near.reduce((best, one) => (one.seq > best.seq ? one : best));
  };
  return {
    at(seq) {
      if (!Number.isInteger(seq) || seq < -1 || seq > last) throw new RangeError(`no entry ${seq}`);
      reach(seq);
      const start = nearest(seq);
      latest = start.seq === seq ? start : from(start, seq);
      return latest;
    },
    advance(budget) {
      reach(Math.min(last, front.seq + budget));
      return front.seq < last;
    },
  };
}
