/** Choices in front of criteria: GO, NO-GO, boxes, validation. */
import type { Step } from '../../plan/types.ts';
import type { Scene } from '../scene/scene.ts';
import { itemsOf, tally } from '../step/boxes.ts';
import type { Offer } from './offer.ts';
import { redoOffer } from './trouble.ts';

/** A GO / NO-GO to be said. */
export function reviewOffers(scene: Scene, step: Step): Offer[] {
  const { labels, consequences, confirmWords } = scene.words.choices;
  const { left, failed, overruled } = tally(scene, itemsOf(scene, step));
  const owed = step.kind === 'checkpoint' && left > 0;
  return [
    {
      id: 'go',
      label: labels.go,
      consequence: [
        overruled > 0 ? scene.words.screen.step.allGreenBut(overruled) : '',
        owed ? consequences.goWaived(left - failed, failed) : consequences.go,
      ]
        .filter(Boolean)
        .join(' '),
      word: confirmWords.go,
      reason: owed ? 'required' : 'none',
      primary: failed === 0,
      tone: owed || overruled > 0 ? 'warning' : 'good',
    },
    {
      id: 'noGo',
      label: labels.noGo,
      consequence: consequences.noGo,
      word: confirmWords.noGo,
      reason: 'required',
      primary: failed > 0,
      tone: 'bad',
    },
  ];
}

/** After a NO-GO. */
export function remediationOffers(scene: Scene, step: Step): Offer[] {
  const { labels, consequences } = scene.words.choices;
  const review: Offer = {
    id: 'review',
    label: labels.review,
    consequence: consequences.review,
    // One Enter must not undo a NO-GO that took a reason and a word.
    reason: 'optional',
  };
  return [{ ...review, primary: true, tone: 'active' }, redoOffer(scene, step)];
}

/** The rolled-back system is to be declared good. */
export function validationOffers(scene: Scene): Offer[] {
  const { labels, consequences, confirmWords } = scene.words.choices;
  const items = scene.plan.rollback?.validation ?? [];
  const { left, failed } = tally(scene, items);
  const validate: Offer = {
    id: 'validate',
    label: labels.validate,
    consequence:
      left > 0 ? consequences.validateOpen(left - failed, failed) : consequences.validate,
    word: confirmWords.go,
    reason: left > 0 ? 'required' : 'none',
    primary: failed === 0,
    tone: left > 0 ? 'warning' : 'good',
  };
  const redo = redoOffer(scene, null);
  return items.length > 0 ? [validate, redo, ...tickOffers(scene)] : [validate, redo];
}

/** For any list of boxes. */
export function tickOffers(scene: Scene): Offer[] {
  const { labels, consequences } = scene.words.choices;
  return [
    { id: 'tickPass', label: labels.tickPass, consequence: consequences.tick, tone: 'good' },
    {
      id: 'tickFail',
      label: labels.tickFail,
      consequence: consequences.tick,
      reason: 'optional',
      tone: 'bad',
    },
  ];
}
