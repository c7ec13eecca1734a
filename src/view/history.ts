/** Earlier runs, as the views use them. */
import type { History, Sample } from './types.ts';

/** No earlier run. */
export const noHistory: History = {
  steps: {},
  elsewhere: {},
  rollback: { here: null, elsewhere: null, validation: null, last: null },
  proofs: [],
};

/** Median and 90th percentile (nearest rank) of durations in milliseconds; null of none. */
export function sampleOf(durations: readonly number[]): Sample | null {
  const sorted = durations.toSorted((a, b) => a - b);
  const count = sorted.length;
  if (count === 0) return null;
  const middle = Math.floor(count / 2);
  const median = count % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { count, median, p90: sorted[Math.ceil(count * 0.9) - 1]! };
}
