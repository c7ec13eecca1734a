/** The steps of a plan and the commands of a step, as everything that drives or shows a run counts them. */
import type { Command, Plan, Step } from '../src/plan/types.ts';

/** The steps of the timeline, in order. */
export function timelineSteps({ stages }: Pick<Plan, 'stages'>): Step[] {
  return stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps));
}

/** Those of the timeline, then those of the rollback. */
export function allSteps(plan: Pick<Plan, 'stages' | 'rollback'>): Step[] {
  return [...timelineSteps(plan), ...(plan.rollback?.steps ?? [])];
}

/** Something can run it, and it is no sample. */
export function isRunnable({ runnable, attributes }: Command): boolean {
  return runnable && !attributes.sample;
}

/** The commands of a step that run, in order. */
export function runnableCommands({ commands }: Pick<Step, 'commands'>): Command[] {
  return commands.filter(isRunnable);
}
