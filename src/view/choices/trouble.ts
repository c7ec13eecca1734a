/** Choices once something went wrong. */
import type { StepStatus } from '../../../machines/state.ts';
import type { Step } from '../../plan/types.ts';
import { nextCommand, type Scene, statusOf, stepLabel } from '../scene/scene.ts';
import { amendOffers } from './amend.ts';
import { consequenceOf, isRisky, isSafeToRerun } from './consequences.ts';
import type { Offer } from './offer.ts';
import { skipOffer } from './working.ts';

/** A command that failed, or whose outcome nobody knows. */
export function troubleOffers(scene: Scene, step: Step, status: StepStatus): Offer[] {
  const { labels, consequences } = scene.words.choices;
  const accept: Offer = {
    id: 'accept',
    label: labels.accept(step.id),
    consequence: consequences.accept,
    reason: 'required',
    tone: 'warning',
  };
  return [
    retryOffer(scene, step, status),
    ...amendOffers(scene, step),
    redoOffer(scene, step),
    accept,
    skipOffer(scene, step),
  ];
}

/** Running again what may have had effects takes a word, unless the plan says it is safe. */
function retryOffer(scene: Scene, step: Step, status: StepStatus): Offer {
  const { labels, consequences, confirmWords } = scene.words.choices;
  const command = nextCommand(scene, step);
  const safe = command !== null && isSafeToRerun(command);
  // In doubt, or destructive: Enter alone must not even propose it.
  const risky = status === 'inDoubt' || (command !== null && isRisky(command));
  const runs = command ? consequenceOf(scene, step, command) : '';
  const effects = safe ? consequences.safeToRerun : consequences.mayHaveEffects;
  return {
    id: 'retry',
    label: labels.retry(step.id),
    consequence: [effects, runs].filter(Boolean).join(' '),
    word: safe ? '' : confirmWords.retry,
    reason: 'optional',
    primary: !risky,
    tone: safe ? 'active' : 'warning',
  };
}

/** Back to an earlier step of the phase or of the rollback; of all the rollback when no step is given. */
export function redoOffer(scene: Scene, step: Step | null): Offer {
  const { labels, consequences } = scene.words.choices;
  const options = earlierSteps(scene, step)
    .filter(({ id }) => scene.input.state.can({ type: 'step.reopened', step: id, reason: '-' }))
    .map(({ id }) => ({ value: id, label: stepLabel(scene, id) }));
  return {
    id: 'redo',
    label: labels.redo,
    consequence: consequences.redo,
    reason: 'required',
    options,
    tone: 'warning',
  };
}

/** Nearest first, those whose turn has come only. */
function earlierSteps(scene: Scene, step: Step | null): Step[] {
  const phase = step && scene.outline.byId.get(step.id)?.phase;
  const siblings = phase?.steps ?? scene.plan.rollback?.steps ?? [];
  return siblings
    .slice(0, step ? siblings.indexOf(step) : siblings.length)
    .filter(({ id }) => statusOf(scene, id) !== 'waiting')
    .reverse();
}
