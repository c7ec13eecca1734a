/** How the output of each job ends, as the journal tells. */
import type { Entry } from '../../../machines/entries.ts';
import type { Seen } from '../../jobs/types.ts';
import type { Told } from './output-then.ts';

/** Milliseconds since the epoch. */
export interface JobEnd {
  at: number;
  away: boolean;
}

/** @param instants when each of the entries happened */
export function jobEndsOf(
  entries: readonly Entry[],
  instants: readonly number[],
): Map<string, JobEnd> {
  const ends = new Map<string, JobEnd>();
  entries.forEach((entry, seq) => {
    const at = instants[seq]!;
    if (entry.type === 'job.exited' || entry.type === 'job.doubted')
      ends.set(entry.job, { at, away: entry.away ?? false });
    else if (entry.type === 'job.revoked') ends.set(entry.job, { at, away: false });
  });
  return ends;
}

/**
 * A job of which the journal tells no end, abandoned or still running at the last entry, is over once nothing
 * more was seen of it: from the end of the run on, all there is of its output is shown.
 */
export function toldOf(end: JobEnd | undefined, seen: Seen | null, endOfRun: number): Told {
  return { seen, over: end?.at ?? endOfRun, away: end?.away ?? true };
}
