import type { Plan, Step } from '../plan/types.ts';

/** A step with where it stands. */
export interface Located {
  step: Step;
  /** Key of the phase it belongs to; `rollback` for rollback steps. */
  phase: string;
}

const indexes = new WeakMap<Plan, Map<string, Located>>();

/** Every step of the plan and of its rollback, by id. */
export function stepsOf(plan: Plan): ReadonlyMap<string, Located> {
  const known = indexes.get(plan);
  if (known) return known;
  const index = new Map<string, Located>();
  for (const stage of plan.stages) {
    for (const phase of stage.phases) {
      for (const step of phase.steps) index.set(step.id, { step, phase: phase.key });
    }
  }
  for (const step of plan.rollback?.steps ?? []) index.set(step.id, { step, phase: 'rollback' });
  indexes.set(plan, index);
  return index;
}
