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
  const named = evidence.environment;
  return runs.find(run => {
    const fits =
      named === undefined ? !isSame(run.environment, environment) : isSame(run.environment, named);
    return run.status === status && fits;
  });
}

/** A plan says `staging` where the environment is called `Staging`. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** Nobody and nothing has said anything of it yet. */
export function isUnproved({ marks, waived }: RunContext, item: string): boolean {
  return !Object.hasOwn(marks, item) && !Object.hasOwn(waived, item);
}
