import { createDeploymentMachine } from '../../machines/deployment.ts';
import { allSteps } from '../../machines/plan-steps.ts';
import { statesWithoutWayOut } from '../../machines/ways-out.ts';
import { Reporter } from '../plan/diagnostics/reporter.ts';
import type { Diagnostic, Language, Plan } from '../plan/types.ts';

/** States of the plan's chart that nobody could leave, proved on the machine that would run it. */
export function deadEndsOf(plan: Plan, language: Language): Diagnostic[] {
  const reporter = new Reporter();
  const all = allSteps(plan);
  for (const { state, step } of statesWithoutWayOut(createDeploymentMachine(plan))) {
    const place = all.find(({ id }) => id === step) ?? { line: 1, column: 1 };
    reporter.report('no-way-out', place, { state, step: step ?? '' });
  }
  return reporter.diagnostics(language);
}
