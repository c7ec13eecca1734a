/** The plan's own actions on failure, and what each of them does here. */
import type { Action, Checkpoint, Step } from '../plan/types.ts';
import { isRollback, recordOf, type Scene, statusOf } from './scene/scene.ts';
import type { ActionView } from './types.ts';

type Move = Pick<ActionView, 'label' | 'move'>;

const nothing: Move = { label: '', move: null };

/** Those of a checkpoint; of the next one of the stage for a step that failed or is in doubt. */
export function actionViews(scene: Scene, step: Step): ActionView[] {
  const actions = checkpointFor(scene, step)?.actions ?? [];
  return actions.map(action => ({
    text: scene.text(action.text),
    ...moveOf(scene, step, action),
  }));
}

function checkpointFor(scene: Scene, step: Step): Checkpoint | undefined {
  const id = step.checkpoint ?? (isTroubled(scene, step) ? nextPoint(scene, step) : undefined);
  return scene.plan.checkpoints.find(one => one.id === id);
}

const isTroubled = (scene: Scene, { id }: Step) =>
  ['failed', 'inDoubt'].includes(statusOf(scene, id));

function nextPoint({ outline }: Scene, { id }: Step): string | undefined {
  const spot = outline.byId.get(id);
  const ahead = spot ? outline.stages[spot.stageAt]! : [];
  return ahead.find(({ at, step }) => at >= spot!.at && step.checkpoint !== undefined)?.step
    .checkpoint;
}

/** Reading is for everybody; decisions are about the step whose turn it is. */
function moveOf(scene: Scene, step: Step, action: Action): Move {
  if (action.move === 'read') return reading(scene, step, action.step);
  const { observer, state } = scene.input;
  if (observer || state.current !== step.id) return nothing;
  const { actions: words } = scene.words.decisions;
  switch (action.move) {
    case 'redo':
      return redoing(scene, step, action.step);
    case 'rollback':
      return scene.plan.rollback && !isRollback(scene)
        ? { label: words.rollback, move: { choice: 'rollback' } }
        : nothing;
    case 'review':
      return statusOf(scene, step.id) === 'remediating'
        ? { label: words.review, move: { choice: 'review' } }
        : nothing;
    case 'fix':
      return { label: words.fix, move: { choice: 'adhoc' } };
    default:
      return nothing;
  }
}

/** The output that the action names, else (it names none, or that step never ran) the latest one. */
function reading(scene: Scene, step: Step, named: string | undefined): Move {
  const ran = named !== undefined && recordOf(scene, named).jobs.length > 0;
  const look = ran ? named : lastOutput(scene, step);
  if (look === undefined) return nothing;
  return { label: scene.words.decisions.actions.read(scene.text(look)), move: { look } };
}

function lastOutput(scene: Scene, step: Step): string | undefined {
  const spot = scene.outline.byId.get(step.id);
  const stage = spot ? scene.outline.stages[spot.stageAt]! : [];
  const ran = stage.findLast(
    one => one.at <= spot!.at && recordOf(scene, one.step.id).jobs.length > 0,
  );
  return ran?.step.id;
}

/** The step that failed is retried; a finished one is gone back to, where the machine lets it. */
function redoing(scene: Scene, step: Step, named: string | undefined): Move {
  const { actions: words } = scene.words.decisions;
  const target = named ?? step.id;
  if (target === step.id) {
    return isTroubled(scene, step)
      ? { label: words.retry(scene.text(target)), move: { choice: 'retry' } }
      : nothing;
  }
  const allowed = scene.input.state.can({ type: 'step.reopened', step: target, reason: '-' });
  if (!allowed) return nothing;
  return { label: words.redo(scene.text(target)), move: { choice: 'redo', option: target } };
}
