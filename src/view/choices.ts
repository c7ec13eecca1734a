/** What the operator may do now, or may not and why. The machine says what is true. */
import type { StepStatus } from '../../machines/state.ts';
import type { Step } from '../plan/types.ts';
import { asideTitle } from './aside.ts';
import { isAcceptable } from './choices/acceptable.ts';
import { stopOffers } from './choices/beside.ts';
import { closingOffers } from './choices/closing.ts';
import { type Offer, openChoice } from './choices/offer.ts';
import { offersAlways, offersFor } from './choices/offers.ts';
import { validationOffers } from './choices/review.ts';
import { pastObstacle } from './choices/way-out.ts';
import { nextCommand, type Scene, statusOf, stepLabel, stepOf } from './scene/scene.ts';
import { troubleOf } from './step/commands.ts';
import { missingPieces } from './step/missing.ts';
import type { Choice } from './types.ts';

/** Most fitting first; none for observers. Once the run has ended, only what still runs beside it may be stopped. */
export function choicesOf(scene: Scene): Choice[] {
  const { state, observer } = scene.input;
  if (observer || !scene.context.run) return [];
  if (scene.context.endedAt)
    return stopOffers(scene).map(offer => settled(scene, offer, null, null));
  const step = state.current === null ? null : stepOf(scene, state.current);
  const status = step && statusOf(scene, step.id);
  const here = offersHere(scene, step, status);
  const always = offersAlways(scene).filter(({ id }) => !here.some(one => one.id === id));
  const choices = [...here, ...always].map(offer => settled(scene, offer, step, status));
  return step ? pastObstacle(scene, step, choices) : choices;
}

function offersHere(scene: Scene, step: Step | null, status: StepStatus | null): Offer[] {
  const run = scene.input.state.status;
  if (run === 'validating') return validationOffers(scene);
  if (run === 'closing') return closingOffers(scene);
  return step && status ? offersFor(scene, step, status) : [];
}

function settled(scene: Scene, offer: Offer, step: Step | null, status: StepStatus | null): Choice {
  const choice = openChoice(scene, { ...offer, ...(step && { step: step.id }) });
  const why = whyNot(scene, choice, step, status);
  return why === null ? choice : { ...choice, enabled: false, why };
}

function whyNot(
  scene: Scene,
  choice: Choice,
  step: Step | null,
  status: StepStatus | null,
): string | null {
  const { why } = scene.words.choices;
  if (choice.id === 'rollback' && !scene.plan.rollback) return why.noRollback;
  if (choice.id === 'redo' && choice.options.length === 0) return why.nothingToRedo;
  const problem = choice.id === 'start' && step ? startProblem(scene, step) : null;
  if (problem !== null) return problem;
  if (isAcceptable(choice, scene.input)) return null;
  return because(scene, choice, status);
}

/** Why the command that is to run cannot, whatever the machine says. */
function startProblem(scene: Scene, step: Step): string | null {
  const command = nextCommand(scene, step);
  const { refusals } = scene.words.choices;
  const trouble = command && troubleOf(scene, step, command);
  if (trouble) return scene.text(refusals[trouble.code](trouble.detail));
  const missing = missingPieces(scene, step);
  return missing ? refusals['not-ready'](missing) : null;
}

function because(scene: Scene, choice: Choice, status: StepStatus | null): string {
  const { why } = scene.words.choices;
  const { helm, held, liveJob, jobs, aside } = scene.context;
  const beside = choice.id === 'adhoc' || choice.id === 'check';
  if (!helm) return why.noHelm;
  if (held && (beside || choice.id === 'start' || choice.id === 'confirm')) return why.held;
  if (aside !== null && (beside || (choice.id === 'abort' && liveJob === null))) {
    return why.asideRunning(asideTitle(scene, jobs[aside]!));
  }
  // A GO, or a validation, waits for what a command is about to say.
  if (aside !== null && jobs[aside]?.check !== undefined && choice.word !== '') {
    return why.asideRunning(asideTitle(scene, jobs[aside]!));
  }
  if (liveJob !== null) return why.jobRunning(stepLabel(scene, jobs[liveJob]!.step));
  if (choice.id === 'start' && status === 'ready') return why.notRunnable;
  return why.notNow;
}
