/** What may be done with one row of a page: each offer settled into a choice. */
import type { Scene } from '../scene/scene.ts';
import type { Choice } from '../types.ts';
import { isAcceptable } from './acceptable.ts';
import { type Offer, openChoice } from './offer.ts';

/** `step`: the one it is about, where that is not the current one. `why`: what the page already knows keeps it from being done. */
export type RowOffer = Offer & Partial<Pick<Choice, 'step' | 'why'>>;

/** The machine is asked about each, as everywhere; none for observers, nor before the run is created. */
export function rowChoices(scene: Scene, offers: readonly RowOffer[]): Choice[] {
  if (scene.input.observer || !scene.context.run) return [];
  return offers.map(offer => settled(scene, offer));
}

function settled(scene: Scene, { why = '', ...offer }: RowOffer): Choice {
  const choice = openChoice(scene, offer);
  const known = scene.text(why) || refusal(scene, choice);
  return known === '' ? choice : { ...choice, enabled: false, why: known };
}

function refusal(scene: Scene, choice: Choice): string {
  if (isAcceptable(choice, scene.input)) return '';
  const { why } = scene.words.choices;
  return scene.context.helm ? why.notNow : why.noHelm;
}
