/** Steps of a rollback that has nothing to undo with them. */
import { isNeeded, undoneSteps } from '../../../machines/undoing.ts';
import { wordsOf } from '../../locale/locale.ts';
import type { Step } from '../../plan/types.ts';
import { isRollback, recordOf, type Scene } from '../scene/scene.ts';

/** A step of the rollback under way, not begun, whose forward steps never ran. */
export function isSpare(scene: Scene, step: Step): boolean {
  if (!isRollback(scene) || !scene.outline.rollback.has(step.id)) return false;
  const { outcome, startedAt } = recordOf(scene, step.id);
  return (
    outcome === undefined && startedAt === undefined && !isNeeded(scene.plan, scene.context, step)
  );
}

/** `Sans objet : 7.1, 7.3 n'ont pas été faites.`, for the reader. */
export function spareSentence(scene: Scene, step: Step): string {
  const why = because(scene, step, scene.words);
  return `${why.charAt(0).toUpperCase()}${why.slice(1)}.`;
}

/** The same in the plan's language, for the journal. */
export function spareReason(scene: Scene, step: Step): string {
  return because(scene, step, wordsOf(scene.plan.language));
}

function because({ plan, text }: Scene, step: Step, { decisions }: Scene['words']): string {
  const undone = undoneSteps(plan, step).map(({ id }) => text(id));
  return decisions.notNeeded(undone.join(', '), undone.length);
}
