/** How the time of a run goes by while it plays: at a speed, but never long through nothing. */
import { lastUpTo } from '../../journal/instants.ts';

/** Faster and slower, one after the other: times as fast as the run was lived. */
const steps = [1, 2, 5, 10, 30, 60, 120, 300, 600];

/** Milliseconds of viewing that a stretch in which nothing happens takes at most. */
const longestWait = 2000;

export interface Stretch {
  /** Milliseconds of the run. */
  end: number;
  length: number;
  /** Longer than one would look at: it is run through. */
  idle: boolean;
}

/** The next speed up or down; the same at the ends. */
export function nextSpeed(speed: number, by: 1 | -1): number {
  const next = by > 0 ? steps.find(one => one > speed) : steps.findLast(one => one < speed);
  return next ?? speed;
}

/** The stretch that begins at or before `at`; null from the last of the happenings on. */
export function stretchAt(
  happenings: readonly number[],
  at: number,
  speed: number,
): Stretch | null {
  const before = lastUpTo(happenings, at);
  const end = happenings[before + 1];
  if (before < 0 || end === undefined) return null;
  const length = end - happenings[before]!;
  return { end, length, idle: length / speed > longestWait };
}

/** Milliseconds of the run for one of viewing. */
function rateIn({ length, idle }: Stretch, speed: number): number {
  return idle ? length / longestWait : speed;
}

/** Where the run stands after `elapsed` milliseconds of viewing, from `at` on; it stops at the last of its happenings. */
export function playedOn(
  happenings: readonly number[],
  at: number,
  speed: number,
  elapsed: number,
): number {
  let [here, left] = [at, elapsed];
  for (;;) {
    const stretch = stretchAt(happenings, here, speed);
    if (!stretch) return here;
    const rate = rateIn(stretch, speed);
    const needed = (stretch.end - here) / rate;
    if (needed > left) return here + left * rate;
    left -= needed;
    here = stretch.end;
  }
}

/** Milliseconds of viewing until the next happening; null when none comes. */
export function untilNext(happenings: readonly number[], at: number, speed: number): number | null {
  const stretch = stretchAt(happenings, at, speed);
  return stretch && (stretch.end - at) / rateIn(stretch, speed);
}
