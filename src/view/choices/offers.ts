/** Which choices fit a situation, with their words; whether they are allowed is the machine's business. */
import type { StepStatus } from '../../../machines/state.ts';
import type { Step } from '../../plan/types.ts';
import { missingForRollback } from '../readiness.ts';
import { clean } from '../scene/clean.ts';
import { isRollback, type Scene } from '../scene/scene.ts';
import { rounded } from '../schedule/time.ts';
import { rollbackBudget } from '../schedule/window.ts';
import { itemsOf } from '../step/boxes.ts';
import type { Choice } from '../types.ts';
import { besideOffers } from './beside.ts';
import type { Offer } from './offer.ts';
import { remediationOffers, reviewOffers, tickOffers } from './review.ts';
import { troubleOffers } from './trouble.ts';
import { readyOffers, runningOffers } from './working.ts';

/** What the current step calls for. */
export function offersFor(scene: Scene, step: Step, status: StepStatus): Offer[] {
  const ticks = itemsOf(scene, step).length > 0 ? tickOffers(scene) : [];
  return [...decisions(scene, step, status), ...ticks];
}

function decisions(scene: Scene, step: Step, status: StepStatus): Offer[] {
  switch (status) {
    case 'ready':
      return readyOffers(scene, step);
    case 'running':
      return runningOffers(scene, step);
    case 'failed':
    case 'inDoubt':
      return troubleOffers(scene, step, status);
    case 'reviewing':
      return reviewOffers(scene, step);
    case 'refused':
    case 'remediating':
      return remediationOffers(scene, step);
    default:
      return [];
  }
}

/** What may be done whatever the current step. */
export function offersAlways(scene: Scene): Offer[] {
  const { labels, consequences, confirmWords, paces } = scene.words.choices;
  const hold: Offer = scene.context.held
    ? { id: 'resume', label: labels.resume, consequence: consequences.resume, tone: 'active' }
    : { id: 'hold', label: labels.hold, consequence: consequences.hold, reason: 'optional' };
  return [
    ...(isRollback(scene) ? [] : [rollbackOffer(scene)]),
    ...besideOffers(scene),
    hold,
    {
      id: 'pace',
      label: labels.pace,
      consequence: consequences.pace,
      options: (['step', 'phase', 'automatic'] as const)
        .filter(pace => pace !== scene.context.pace)
        .map(pace => ({ value: pace, label: paces[pace] })),
    },
    { id: 'note', label: labels.note, consequence: consequences.note, reason: 'required' },
    {
      id: 'abort',
      label: labels.abort,
      consequence: isRollback(scene) ? consequences.abortRollback : consequences.abort,
      word: confirmWords.abort,
      reason: 'required',
      tone: 'bad',
    },
  ];
}

function rollbackOffer(scene: Scene): Offer {
  const { labels, consequences, confirmWords } = scene.words.choices;
  const { rollback } = scene.plan;
  const budget = rollbackBudget(scene);
  const length = budget === null ? '' : scene.words.units.about(rounded(budget, scene.words));
  const lacking = rollback ? missingForRollback(scene, Number.POSITIVE_INFINITY) : '';
  const waits = scene.context.liveJob !== null ? consequences.rollbackRunning : '';
  return {
    id: 'rollback',
    label: labels.rollback,
    consequence: [
      lacking && consequences.rollbackLacks(lacking),
      consequences.rollback(rollback?.steps.length ?? 0, length),
      waits,
    ]
      .filter(Boolean)
      .join(' '),
    word: confirmWords.rollback,
    // The trigger is the reason: in an emergency nothing more is asked.
    reason: rollback?.triggers.length ? 'none' : 'required',
    options: triggerOptions(scene),
    tone: 'bad',
  };
}

/** The last one names no trigger: none of the plan's may be the true one. */
function triggerOptions({ plan, words, text: shown }: Scene): Choice['options'] {
  const triggers = (plan.rollback?.triggers ?? []).map(({ text }) => ({
    value: clean(text),
    label: shown(text),
  }));
  const other = { value: '', label: words.choices.otherTrigger, asks: 'reason' } as const;
  return triggers.length > 0 ? [...triggers, other] : [];
}
