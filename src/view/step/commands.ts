/** The commands of a step: what they are, what became of each. */

import type { JobRecord } from '../../../machines/context.ts';
import { isRunnable } from '../../../machines/plan-steps.ts';
import { placeholders } from '../../plan/placeholders.ts';
import type { Command, Step } from '../../plan/types.ts';
import { declaredNames, substitute } from '../../plan/variables.ts';
import { commandBadge } from '../badge.ts';
import { cleanScript } from '../scene/clean.ts';
import { instant, recordOf, type Scene } from '../scene/scene.ts';
import { lasting, stopwatch } from '../schedule/time.ts';
import type { Badge, CommandView } from '../types.ts';

/** As the engine would refuse it. */
export interface Trouble {
  code: 'unbound-variable' | 'bad-value';
  detail: string;
}

export function commandViews(scene: Scene, step: Step): CommandView[] {
  return step.commands.map(command => {
    const job = latestJob(scene, step, command);
    return {
      index: command.index,
      language: scene.text(command.language),
      script: cleanScript(scriptOf(scene, step, command), scene.input.ascii),
      status: job ? jobBadge(scene, job) : idleBadge(scene, step, command),
      ...(job && { job: job.id }),
      ...(isAmended(scene, step, command) && { amended: true }),
      ...(command.attributes.interactive && { interactive: true }),
    };
  });
}

function isAmended(scene: Scene, step: Step, command: Command): boolean {
  return textOf(scene, step, command) !== command.script;
}

/** The script as it will run: amended, with the variables that are bound. */
export function scriptOf(scene: Scene, step: Pick<Step, 'id'>, command: Command): string {
  const { variables } = scene.context;
  let shown = '';
  let from = 0;
  const script = textOf(scene, step, command);
  for (const { name, text, index } of placeholders(
    script,
    declaredNames(scene.plan.variables),
    true,
  )) {
    if (!Object.hasOwn(variables, name)) continue;
    shown += script.slice(from, index) + variables[name];
    from = index + text.length;
  }
  return shown + script.slice(from);
}

/** What of a command's variables would keep it from starting, in the words of a refusal; null when nothing. */
export function troubleOf(scene: Scene, step: Step, command: Command): Trouble | null {
  const script = textOf(scene, step, command);
  const result = substitute(script, scene.context.variables, scene.plan.variables);
  if ('missing' in result) return { code: 'unbound-variable', detail: result.missing.join(', ') };
  if (!('bad' in result)) return null;
  return {
    code: 'bad-value',
    detail: `${result.bad.name}: ${JSON.stringify(result.bad.character)}`,
  };
}

/** The script as this run has it, before the variables are put in. Raw. */
export function textOf(scene: Scene, step: Pick<Step, 'id'>, command: Command): string {
  return recordOf(scene, step.id).amended[command.index] ?? command.script;
}

/** The latest job of a command; null when it was never started. */
export function latestJob(scene: Scene, step: Step, command: Command): JobRecord | null {
  const id = recordOf(scene, step.id).jobs.findLast(
    one => scene.context.jobs[one]?.command === command.index,
  );
  return id === undefined ? null : scene.context.jobs[id]!;
}

/** It may have had effects. */
export function wasTried(scene: Scene, step: Step, command: Command): boolean {
  return recordOf(scene, step.id).jobs.some(id => {
    const job = scene.context.jobs[id];
    return job?.command === command.index && job.status !== 'revoked';
  });
}

/** How long a job ran, so far or in all, in milliseconds. */
export function ranFor(scene: Scene, job: JobRecord): number {
  const end = instant(job.exitedAt) ?? scene.now;
  return Math.max(0, end - Date.parse(job.startedAt));
}

function jobBadge(scene: Scene, job: JobRecord): Badge {
  const { command } = scene.words.status;
  const time = ranFor(scene, job);
  if (job.status === 'running') {
    return commandBadge(scene, 'running', command.running(stopwatch(time)));
  }
  if (job.status !== 'exited') return commandBadge(scene, job.status, command[job.status]);
  const said = job.ok ? command.exited : command.failed;
  return commandBadge(
    scene,
    job.ok ? 'exited' : 'failed',
    said(job.code ?? 0, lasting(time, scene.words)),
  );
}

function idleBadge(scene: Scene, step: Step, command: Command): Badge {
  const { shown, willRun, notRun } = scene.words.status.command;
  if (!isRunnable(command)) return commandBadge(scene, 'shown', shown);
  const over = recordOf(scene, step.id).outcome !== undefined || isOver(scene, step);
  return over ? commandBadge(scene, 'notRun', notRun) : commandBadge(scene, 'willRun', willRun);
}

/** Nothing of this step will run any more. */
function isOver({ input: { state }, outline }: Scene, step: Step): boolean {
  if (state.status === 'underway' || state.status === 'draft') return false;
  return state.status !== 'rollingBack' || !outline.rollback.has(step.id);
}
