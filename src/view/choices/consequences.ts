/** What running a command means: where, what, and whether it can be undone. */
import { undoersOf } from '../../../machines/undoing.ts';
import type { Command, Step } from '../../plan/types.ts';
import { type Scene, stepLabel } from '../scene/scene.ts';
import { scriptOf } from '../step/commands.ts';

export function isRisky(command: Command): boolean {
  return command.attributes.destructive === true;
}

export function isSafeToRerun(command: Command): boolean {
  return command.attributes.rerun === 'safe';
}

/** `Exécute sur app1 : php artisan down. Le retour arrière la défait (R.4).` */
export function consequenceOf(scene: Scene, step: Step, command: Command): string {
  const words = scene.words.choices.consequences;
  const danger = isRisky(command) ? words.destructive : '';
  const lent = command.attributes.interactive ? words.interactive : '';
  const runs = words.runs(hostOf(scene, command), shown(scene, step, command));
  return [runs, lent, danger, undoing(scene, step, command)].filter(Boolean).join(' ');
}

/** Where a command runs. */
export function hostOf({ words, text }: Scene, command: Command | null): string {
  return text(command?.attributes.on ?? '') || words.choices.consequences.thisMachine;
}

/** The first line of the script, and how many follow. */
function shown(scene: Scene, step: Step, command: Command): string {
  const lines = scriptOf(scene, step, command)
    .split('\n')
    .filter(line => line.trim() !== '');
  const first = scene.text(lines[0] ?? '');
  const more = lines.length - 1;
  return more > 0 ? `${first} ${scene.words.choices.consequences.moreLines(more)}.` : `${first}.`;
}

/** Said only where the plan says what undoes what; a rollback is not itself undone. */
function undoing(scene: Scene, step: Step, command: Command): string {
  const steps = scene.plan.rollback?.steps ?? [];
  const speaks = steps.some(one => one.attributes.undoes !== undefined);
  if (!speaks || !scene.outline.byId.has(step.id)) return '';
  const by = undoersOf(scene.plan, step);
  const { undoneBy: undone, notUndone } = scene.words.choices.consequences;
  if (by.length > 0) return undone(by.map(({ id }) => stepLabel(scene, id)).join(', '));
  return isOwedUndoing(step, command) ? notUndone : '';
}

/** Of a step that changes nothing it would be a false alarm: the plan must say that this one counts. */
function isOwedUndoing(step: Step, command: Command): boolean {
  return isRisky(command) || (step.name !== undefined && !isSafeToRerun(command));
}
