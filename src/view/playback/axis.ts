/** The axis of a scrubber: time in which nothing happens is short on it. */
import { lastUpTo } from '../../journal/instants.ts';

export interface Axis {
  /** 0 to 1; instants outside are at its ends. */
  toRatio(ms: number): number;
  atRatio(ratio: number): number;
  /** The instant that lies `by` milliseconds further on it, negative for back: idle time hardly counts. */
  along(ms: number, by: number): number;
}

/** The longest that a wait between two happenings counts, in milliseconds. */
const longestWait = 120_000;

/** @param happenings milliseconds since the epoch, in order, at least one: entries, and output that came */
export function axisOf(happenings: readonly number[]): Axis {
  const lengths = lengthsOf(happenings);
  const whole = lengths.at(-1)!;
  const toLength = (ms: number): number => between(happenings, lengths, ms);
  const atLength = (length: number): number => between(lengths, happenings, length);
  return {
    toRatio: ms => (whole === 0 ? 0 : toLength(ms) / whole),
    atRatio: ratio => atLength(ratio * whole),
    along: (ms, by) => atLength(toLength(ms) + by),
  };
}

/** How far each happening lies from the first. */
function lengthsOf(happenings: readonly number[]): number[] {
  let length = 0;
  return happenings.map((at, index) => {
    length += Math.min(longestWait, at - (happenings[index - 1] ?? at));
    return length;
  });
}

/** Where `value` stands among `from`, carried over to `to`; both grow alike. */
function between(from: readonly number[], to: readonly number[], value: number): number {
  const before = lastUpTo(from, value);
  if (before < 0) return to[0]!;
  if (before === from.length - 1) return to[before]!;
  const [start, end] = [from[before]!, from[before + 1]!];
  return to[before]! + ((value - start) / (end - start)) * (to[before + 1]! - to[before]!);
}
