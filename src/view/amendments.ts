/** The commands of a run that were amended: as diffs, and as one patch to the plan. */

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import type { RunContext } from '../../machines/context.ts';
import { allSteps, runnableCommands } from '../../machines/plan-steps.ts';
import type { Command, Plan, Step } from '../plan/types.ts';
import { withFences } from './amendments/fences.ts';

/** A command whose text in this run is not the plan's any more. */
export interface Amended {
  step: Step;
  command: Command;
  script: string;
}

/** In the order of the plan, the rollback's last; `ours` leaves out the environment's own commands. */
export function amendedCommands(plan: Plan, context: RunContext, ours = false): Amended[] {
  const stages = plan.stages.filter(stage => !ours || !stage.ofEnvironment);
  return allSteps({ ...plan, stages }).flatMap(step => amendedOf(step, context));
}

function amendedOf(step: Step, context: RunContext): Amended[] {
  if (!Object.hasOwn(context.steps, step.id)) return [];
  const { amended } = context.steps[step.id]!;
  return step.commands.flatMap(command => {
    const script = amended[command.index];
    return script === undefined || script === command.script ? [] : [{ step, command, script }];
  });
}

/** `4.2`, or `4.2 (2/3)` where several commands of the step run. */
export function commandName(step: Step, command: Command): string {
  const runs = runnableCommands(step);
  const at = runs.findIndex(({ index }) => index === command.index);
  return runs.length > 1 && at >= 0 ? `${step.id} (${at + 1}/${runs.length})` : step.id;
}

/** A unified diff from one text of a command to another; '' when they are the same. */
export function commandDiff(name: string, before: string, after: string): string {
  return before === after ? '' : patch(name, name, `${before}\n`, `${after}\n`);
}

/**
 * One patch for the plan's file that carries every amendment of the run over, or null when there is none.
 * @param source the plan as compiled, whatever its line ends
 * @param name of the file, from the folder where `git apply` is run: `plan.md`
 */
export function planPatch(
  source: string,
  plan: Plan,
  context: RunContext,
  name: string,
): string | null {
  return filePatch(name, source, withAmendments(source, plan, context));
}

/** The plan's source with every amendment of the run in it. */
export function withAmendments(source: string, plan: Plan, context: RunContext): string {
  return withFences(source, amendedCommands(plan, context, true));
}

/** What `git apply` takes from one text of a file to another; null when they are the same. */
export function filePatch(name: string, before: string, after: string): string | null {
  return before === after ? null : patch(`a/${name}`, `b/${name}`, before, after);
}

function patch(from: string, to: string, before: string, after: string): string {
  return createTwoFilesPatch(from, to, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
