import type { Phase, Plan, Step } from '../types.ts';

type Steps = Pick<Plan, 'stages' | 'rollback'>;

export function phasesOf(plan: Pick<Plan, 'stages'>): Phase[] {
  return plan.stages.flatMap(stage => stage.phases);
}

export function forwardSteps(plan: Pick<Plan, 'stages'>): Step[] {
  return phasesOf(plan).flatMap(phase => phase.steps);
}

/** Steps of the timeline, then of the rollback. */
export function everyStep(plan: Steps): Step[] {
  return [...forwardSteps(plan), ...(plan.rollback?.steps ?? [])];
}
