import { createDeploymentMachine } from '../../machines/deployment.ts';
import { statesWithoutWayOut } from '../../machines/ways-out.ts';
import { Reporter } from '../plan/diagnostics/reporter.ts';
import type { Diagnostic, Language, Plan } from '../plan/types.ts';

/** States of the plan's chart that nobody could leave, proved on the machine that would run it. */
export function deadEndsOf(plan: Plan, language: Language): Diagnostic[] {
  const reporter = new Reporter();
  const steps = plan.stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps));
  const all = [...steps, ...(plan.rollback?.steps ?? [])];
  for (const { state, step } of statesWithoutWayOut(createDeploymentMachine(plan))) {
    const place = all.find(({ id }) => id === step) ?? { line: 1, column: 1 };
    reporter.report('no-way-out', place, { state, step: step ?? '' });
  }
  return reporter.diagnostics(language);
}
