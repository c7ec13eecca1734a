/** Earlier runs that prove a prerequisite. */
import type { Item } from '../src/plan/types.ts';
import type { RunContext } from './context.ts';
import type { RunEvidence } from './entries.ts';

/**
 * The latest earlier run that proves this prerequisite; undefined without any.
 * @param runs of this very plan, that ended well, newest first
 * @param environment the run's own, which proves nothing unless the plan names it
 */
export function provingRun(
  { evidence }: Pick<Item, 'evidence'>,
  runs: readonly RunEvidence[],
  environment: string,
): RunEvidence | undefined {
  if (!evidence) return undefined;
  const status = evidence.kind === 'run' ? 'completed' : 'rolledBack';
  return runs.find(run => {
    const elsewhere = evidence.environment
      ? run.environment === evidence.environment
      : run.environment !== environment;
    return run.status === status && elsewhere;
  });
}

/** Nobody and nothing has said anything of it yet. */
export function isUnproved({ marks, waived }: RunContext, item: string): boolean {
  return !Object.hasOwn(marks, item) && !Object.hasOwn(waived, item);
}
