/** Everything about one step, for the main pane. */
import type { Step } from '../plan/types.ts';
import { actionViews } from './actions.ts';
import { stepBadge } from './badge.ts';
import { failureCard } from './card.ts';
import { listChoices } from './choices/list.ts';
import { recordOf, type Scene, sceneOf, statusOf, stepOf } from './scene/scene.ts';
import { plannedFor, spentOn } from './schedule/schedule.ts';
import { rounded, stopwatch } from './schedule/time.ts';
import { boxViews, itemsOf } from './step/boxes.ts';
import { commandViews } from './step/commands.ts';
import { closing, closingView, hasClosing, validationView } from './step/finals.ts';
import { remarksOf } from './step/remarks.ts';
import { isSpare } from './step/spare.ts';
import type { StepView, ViewInput } from './types.ts';

/** Any step of the plan or of its rollback, or the final checklist; null when the plan has no step of this id. */
export function stepView(input: ViewInput, id: string): StepView | null {
  const scene = sceneOf(input);
  if (id === closing && hasClosing(scene)) return closingView(scene);
  return viewOf(scene, id);
}

/** The step whose turn it is, the rollback's validation or the final checklist; null at the ends. */
export function currentView(scene: Scene): StepView | null {
  const { state } = scene.input;
  if (state.status === 'validating') return validationView(scene);
  if (state.status === 'closing') return closingView(scene);
  return state.current === null ? null : viewOf(scene, state.current);
}

function viewOf(scene: Scene, id: string): StepView | null {
  const step = stepOf(scene, id);
  if (!step) return null;
  const { jobs } = recordOf(scene, id);
  const card = failureCard(scene, step);
  const choices = id === scene.input.state.current ? [] : listChoices(scene, step);
  return {
    id,
    title: scene.text(step.title),
    place: place(scene, step),
    kind: step.kind,
    status: stepBadge(scene, statusOf(scene, id), step.kind),
    timing: timing(scene, step),
    role: scene.text(step.attributes.role ?? ''),
    commands: commandViews(scene, step),
    job: jobs.at(-1) ?? null,
    boxes: boxViews(scene, itemsOf(scene, step)),
    actions: actionViews(scene, step),
    ...(statusOf(scene, id) === 'remediating' && { failing: true }),
    ...(card && { card }),
    ...(isSpare(scene, step) && { notNeeded: true }),
    ...(choices.length > 0 && { choices }),
    remarks: remarksOf(scene, step),
  };
}

function place(scene: Scene, step: Step): string {
  const spot = scene.outline.byId.get(step.id);
  if (!spot) return scene.words.screen.tree.rollback;
  const { stage, phase } = spot;
  const inside = phase.title ? `${phase.id} ${phase.title}` : stage.title;
  return scene.text(
    [stage.id, inside].filter((one, at, all) => one && all.indexOf(one) === at).join(' · '),
  );
}

/** `04:41 / ~10 min`: so far, or in all, against the plan. */
function timing(scene: Scene, step: Step): string {
  const planned = plannedFor(scene, step);
  const about = planned ? scene.words.units.about(rounded(planned, scene.words)) : '';
  const spent = spentOn(scene, step.id);
  return [spent === null ? '' : stopwatch(spent), about].filter(Boolean).join(' / ');
}
