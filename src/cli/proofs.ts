import type { RunEvidence } from '../../machines/entries.ts';
import { provingRun } from '../../machines/evidence.ts';
import type { CliWords } from '../locale/cli.ts';
import type { Environment, Plan } from '../plan/types.ts';
import { CliFailure } from './failure.ts';

/** Why a protected environment may be entered: earlier runs of this very plan, or a waiver. */
export interface Proof {
  rehearsal?: string;
  rollback?: string;
  waiver?: string;
}

/**
 * The proofs that a protected environment asks for: a completed rehearsal and a completed rollback
 * rehearsal of the same plan. @throws {CliFailure} naming what is missing, unless it is waived.
 * @param proven earlier runs of this very plan that ended well, newest first
 */
export function proofsOf(
  proven: readonly RunEvidence[],
  plan: Plan,
  environment: Environment,
  waiver: string | undefined,
  words: CliWords,
): Proof | undefined {
  if (!environment.protected) return undefined;
  const runOf = (kind: 'run' | 'rollback') =>
    provingRun({ evidence: { kind } }, proven, environment.name)?.run;
  const rehearsal = runOf('run');
  const rollback = plan.rollback ? runOf('rollback') : undefined;
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

/** Titles of the prerequisites that an earlier run should prove, and none does. */
export function unprovedPrerequisites(
  proven: readonly RunEvidence[],
  plan: Plan,
  environment: Environment,
): string[] {
  return plan.prerequisites
    .flatMap(group => group.items)
    .filter(item => item.evidence && !provingRun(item, proven, environment.name))
    .map(({ title }) => title);
}
