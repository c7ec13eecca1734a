import { checksOf, validation } from '../../../machines/checks.ts';
import type { JobRecord, RunContext } from '../../../machines/context.ts';
import { runnableCommands } from '../../../machines/plan-steps.ts';
import type { Command, Plan } from '../../plan/types.ts';
import { stepsOf } from '../steps.ts';

/** What tells which command a job runs. */
export type JobOf = Pick<JobRecord, 'id' | 'step' | 'command' | 'adhoc' | 'check' | 'interactive'>;

/**
 * The command that a job runs: one of its step's, the one that looks at its box, or what the operator typed.
 * @throws when the plan has none such.
 */
export function commandOfJob(plan: Plan, job: JobOf): Command {
  if (job.adhoc !== undefined) return adhocCommand(plan, job.step, job.adhoc);
  const found =
    job.check === undefined
      ? stepsOf(plan).get(job.step)?.step.commands[job.command]
      : checkCommand(plan, job.check);
  if (found) return found;
  const what = job.check === undefined ? `command ${job.command} in step ${job.step}` : job.check;
  throw new Error(`the plan has no ${what}`);
}

/** Bash, where the commands of the step run. */
export function adhocCommand(plan: Plan, step: string, script: string): Command {
  const located = stepsOf(plan).get(step);
  const dir = located && runnableCommands(located.step)[0]?.attributes.dir;
  const attributes = dir === undefined ? {} : { dir };
  const nowhere = { line: 0, column: 0 };
  return {
    index: -1,
    language: 'bash',
    script,
    runnable: true,
    variables: [],
    attributes,
    ...nowhere,
  };
}

/** It may run by itself: it never takes the terminal out of the operator's hands. */
export function checkCommand(plan: Plan, box: string): Command | undefined {
  const command = checksOf(plan).get(box)?.command;
  if (!command) return undefined;
  const { interactive, ...attributes } = command.attributes;
  return { ...command, attributes };
}

/** The step that a job beside the plan would belong to now; null where the run has none. */
export function placeNow(status: string, { current }: RunContext): string | null {
  return status === 'validating' ? validation : (current ?? null);
}
