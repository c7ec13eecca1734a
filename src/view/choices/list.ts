/** Choices about the steps of a list that has no order: any of them may be done, whichever is the first. */
import type { Step } from '../../plan/types.ts';
import { recordOf, type Scene } from '../scene/scene.ts';
import { itemsOf } from '../step/boxes.ts';
import type { Choice } from '../types.ts';
import type { Offer } from './offer.ts';
import { tickOffers } from './review.ts';
import { rowChoices } from './row.ts';
import { pastObstacle } from './way-out.ts';
import { readyOffers } from './working.ts';

/** It belongs to the list under way, done or not. */
export function isInList({ input, outline }: Scene, { id }: Step): boolean {
  const { state } = input;
  const phase = outline.byId.get(state.current ?? '')?.phase;
  return state.status === 'underway' && !!phase?.anyOrder && outline.byId.get(id)?.phase === phase;
}

/** None for a step of another list. */
export function listChoices(scene: Scene, step: Step): Choice[] {
  if (!isInList(scene, step)) return [];
  const offers = offersFor(scene, step).map(offer => ({ ...offer, step: step.id }));
  return pastObstacle(scene, step, rowChoices(scene, offers));
}

function offersFor(scene: Scene, step: Step): Offer[] {
  if (recordOf(scene, step.id).outcome !== undefined) return [redoOffer(scene, step)];
  const ticks = itemsOf(scene, step).length > 0 ? tickOffers(scene) : [];
  return [...readyOffers(scene, step), ...ticks];
}

function redoOffer(scene: Scene, { id }: Step): Offer {
  const { list } = scene.words.decisions;
  return {
    id: 'redo',
    label: list.redo(id),
    consequence: list.redoOnly,
    reason: 'required',
    tone: 'warning',
  };
}
