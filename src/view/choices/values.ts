/** Variables that the operator may give a value to. */

import { runnableCommands } from '../../../machines/plan-steps.ts';
import type { Step } from '../../plan/types.ts';
import { substitute } from '../../plan/variables.ts';
import { isRollback, nextCommand, recordOf, type Scene, stepOf } from '../scene/scene.ts';
import { textOf } from '../step/commands.ts';

interface Named {
  name: string;
  description: string;
}

/**
 * Those without a value, or whose value is refused or disproved, that a command still to come needs; the
 * current step's first. What a step still to come captures is left to it, and secrets are never typed here.
 */
export function namesToBind(scene: Scene): Named[] {
  const { variables } = scene.plan;
  const wanted = new Set([...namesHere(scene), ...namesAhead(scene), ...namesDisproved(scene)]);
  return [...wanted].flatMap(name => {
    const declared = variables.find(one => one.name === name);
    return declared?.secret ? [] : [{ name, description: declared?.description ?? '' }];
  });
}

/** What keeps the command whose turn it is. */
function namesHere(scene: Scene): string[] {
  const step = stepOf(scene, scene.input.state.current ?? '');
  const command = step && nextCommand(scene, step);
  if (!step || !command) return [];
  const { variables } = scene.context;
  const result = substitute(textOf(scene, step, command), variables, scene.plan.variables);
  if ('missing' in result) return result.missing;
  return 'bad' in result ? [result.bad.name] : [];
}

function namesAhead(scene: Scene): string[] {
  const { plan, context, outline } = scene;
  const timeline = isRollback(scene) ? [] : outline.spots.map(spot => spot.step);
  const steps = [...timeline, ...(plan.rollback?.steps ?? [])];
  const proofs = isRollback(scene) ? [] : (plan.rollback?.proofs ?? []).map(({ check }) => check);
  return [...steps.flatMap(step => commandsLeft(scene, step)), ...proofs]
    .flatMap(command => command.variables)
    .filter(name => !Object.hasOwn(context.variables, name) && !isToCome(scene, name));
}

/** A proof of the rollback failed on their value: no step is left that would give another. */
function namesDisproved(scene: Scene): string[] {
  if (isRollback(scene)) return [];
  const { marks } = scene.context;
  return (scene.plan.rollback?.proofs ?? [])
    .filter(({ id }) => marks[id]?.verdict === 'fail')
    .flatMap(({ check }) => check.variables)
    .filter(name => !isToCome(scene, name));
}

function commandsLeft(scene: Scene, step: Step) {
  const { outcome, command } = recordOf(scene, step.id);
  return outcome === undefined ? runnableCommands(step).slice(command) : [];
}

/** A step still to come captures it. */
function isToCome(scene: Scene, name: string): boolean {
  const by = scene.plan.variables.find(one => one.name === name)?.capturedBy;
  if (by === undefined || recordOf(scene, by).outcome !== undefined) return false;
  return scene.outline.rollback.has(by) || !isRollback(scene);
}
