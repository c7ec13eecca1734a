/** What each job ran, and what it is called. */
import { checksOf } from '../../../machines/checks.ts';
import type { JobRecord } from '../../../machines/context.ts';
import type { Command } from '../../plan/types.ts';
import { commandName } from '../../view/amendments.ts';
import { asideTitle } from '../../view/aside.ts';
import { cleanScript } from '../../view/scene/clean.ts';
import { recordOf, type Scene, stepOf } from '../../view/scene/scene.ts';
import { scriptOf } from '../../view/step/commands.ts';
import type { Story } from './story.ts';

/** The command of the plan that a job ran, for its step or for its box; null for what the operator typed. */
export function commandOf(
  scene: Scene,
  { step, command, check, adhoc }: JobRecord,
): Command | null {
  if (adhoc !== undefined) return null;
  if (check !== undefined) return checksOf(scene.plan).get(check)?.command ?? null;
  return stepOf(scene, step)?.commands.find(({ index }) => index === command) ?? null;
}

/** `4.2`, `4.2 (2/3)`, `! df -h`, a box's title. */
export function titleOfJob(scene: Scene, job: JobRecord): string {
  const beside = asideTitle(scene, job);
  if (beside !== '') return beside;
  const [step, command] = [stepOf(scene, job.step), commandOf(scene, job)];
  return scene.text(step && command ? commandName(step, command) : job.step);
}

/** The text as it ran, safe to show: amended, with the values of that moment. */
export function scriptOfJob({ scene, course }: Story, job: JobRecord): string {
  if (job.adhoc !== undefined) return cleanScript(job.adhoc, scene.input.ascii);
  const [step, command] = [stepOf(scene, job.step), commandOf(scene, job)];
  const given = course.given.get(job.id);
  if (!command || !given) return '';
  const { amended, variables } = given;
  const owner = step ?? { id: job.step };
  const record = {
    ...recordOf(scene, owner.id),
    amended: amended === undefined ? {} : { [command.index]: amended },
  };
  const context = { ...scene.context, variables, steps: { [owner.id]: record } };
  return cleanScript(scriptOf({ ...scene, context }, owner, command), scene.input.ascii);
}
