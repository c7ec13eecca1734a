import type { Entry } from '../../../machines/entries.ts';
import type { Environment, Plan } from '../../plan/types.ts';
import { day } from '../../view/schedule/time.ts';

export interface Opened {
  entries: readonly Entry[];
  plan: Pick<Plan, 'timezone'>;
  environment: Pick<Environment, 'schedule'>;
}

/**
 * Days went by since the run was left: what is due comes first. A rehearsal counts no days.
 * @param now milliseconds since the epoch
 */
export function isAnotherDay({ entries, plan, environment }: Opened, now: number): boolean {
  if (environment.schedule === 'relative') return false;
  const left = lastBefore(entries);
  const dayOf = (ms: number): string => day(ms, plan.timezone);
  return left !== undefined && dayOf(Date.parse(left.at)) !== dayOf(now);
}

/** What was last said before the helm was taken. That whoever had it let go may be found out only then. */
function lastBefore(entries: readonly Entry[]): Entry | undefined {
  const taken = entries.findLastIndex(({ type }) => type === 'helm.taken');
  return entries.slice(0, Math.max(taken, 0)).findLast(entry => !isFoundOut(entry));
}

function isFoundOut(entry: Entry): boolean {
  return entry.type === 'helm.released' && (entry.why === 'crashed' || entry.why === 'taken-over');
}
