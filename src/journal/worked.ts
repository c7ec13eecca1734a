/** How much of a run's time was work: pauses, and nights with nobody at the helm, are not. */
import type { Entry } from '../../machines/entries.ts';

/**
 * For each entry, the milliseconds of work from the first entry to it: while somebody holds the helm
 * of a run that is not on hold, or one of its commands runs.
 */
export function workedUntil(entries: readonly Entry[]): number[] {
  const ends = jobEnds(entries);
  let [helm, held, busyUntil, total] = [false, false, 0, 0];
  let before: number | null = null;
  return entries.map(entry => {
    const at = Date.parse(entry.at);
    const from = before ?? at;
    const until = helm && !held ? at : Math.min(at, busyUntil);
    total += Math.max(0, until - from);
    before = Math.max(from, at);
    if (entry.type === 'helm.taken') helm = true;
    else if (entry.type === 'helm.released') helm = false;
    else if (entry.type === 'run.held') held = true;
    else if (entry.type === 'run.resumed') held = false;
    else if (entry.type === 'job.started')
      busyUntil = Math.max(busyUntil, ends.get(entry.job) ?? 0);
    return total;
  });
}

/** When each command really ended, by job, ms; what ended while nobody was there was journaled later. */
export function jobEnds(entries: readonly Entry[]): Map<string, number> {
  const ends = entries.flatMap(entry =>
    entry.type === 'job.exited'
      ? [[entry.job, Date.parse(entry.away ? entry.exitedAt : entry.at)] as const]
      : [],
  );
  return new Map(ends);
}

/** Milliseconds of work from the first entry to `until`, which may be before the last one, or after it. */
export function workedBy(entries: readonly Entry[], until: number): number {
  const past = entries.filter(({ at }) => Date.parse(at) <= until);
  const [at, seq] = [new Date(until).toISOString(), past.length];
  // It only marks the moment: whatever an entry changes counts from it on.
  return workedUntil([...past, { type: 'run.resumed', seq, at, by: '' }]).at(-1)!;
}
