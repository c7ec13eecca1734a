import type { TimeSpent } from './types.ts';

/** The longest stretches that are worth telling: a machine's run has many that nobody would notice. */
export function longestOf({ longest }: TimeSpent): TimeSpent['longest'] {
  return longest.filter(({ took }) => took >= 1000);
}
