/** The final checklist is to close the run. */
import type { Scene } from '../scene/scene.ts';
import { tally } from '../step/boxes.ts';
import type { Offer } from './offer.ts';
import { tickOffers } from './review.ts';

export function closingOffers(scene: Scene): Offer[] {
  const { labels, consequences, confirmWords } = scene.words.around.choices;
  const { left, failed } = tally(scene, scene.plan.checklist);
  const close: Offer = {
    id: 'close',
    label: labels.close,
    consequence: left > 0 ? consequences.closeOpen(left - failed, failed) : consequences.close,
    word: confirmWords.close,
    reason: left > 0 ? 'required' : 'none',
    primary: failed === 0,
    tone: left > 0 ? 'warning' : 'good',
  };
  return [close, ...tickOffers(scene)];
}
