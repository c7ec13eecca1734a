import type { CliWords } from '../locale/cli.ts';
import type { Environment, Plan } from '../plan/types.ts';
import { listRuns } from '../store/catalogue.ts';
import type { RunSummary } from '../store/types.ts';
import { CliFailure } from './failure.ts';
import { statusOfRun } from './run-status.ts';

/** Why a protected environment may be entered: earlier runs of this very plan, or a waiver. */
export interface Proof {
  rehearsal?: string;
  rollback?: string;
  waiver?: string;
}

/**
 * The proofs that a protected environment asks for: a completed rehearsal and a completed rollback
 * rehearsal of the same plan. @throws {CliFailure} naming what is missing, unless it is waived.
 */
export function proofsOf(
  home: string,
  plan: Plan,
  environment: Environment,
  waiver: string | undefined,
  words: CliWords,
): Proof | undefined {
  if (!environment.protected) return undefined;
  const earlier = listRuns(home, statusOfRun).filter(
    run => run.fingerprint === plan.fingerprint && run.environment !== environment.name,
  );
  const rehearsal = idOf(earlier, 'completed');
  const rollback = plan.rollback ? idOf(earlier, 'rolledBack') : undefined;
  const missing = [
    ...(rehearsal === undefined ? [words.run.proofRehearsal] : []),
    ...(plan.rollback && rollback === undefined ? [words.run.proofRollback] : []),
  ];
  if (missing.length > 0 && waiver === undefined) {
    throw new CliFailure(words.run.proofsMissing(missing.join(', ')), words.run.proofsRemedy);
  }
  return {
    ...(rehearsal === undefined ? {} : { rehearsal }),
    ...(rollback === undefined ? {} : { rollback }),
    ...(waiver === undefined ? {} : { waiver }),
  };
}

const idOf = (runs: readonly RunSummary[], status: RunSummary['status']): string | undefined =>
  runs.find(run => run.status === status)?.id;
