/** A choice before anybody asked the machine whether it is allowed. */
import type { Scene } from '../scene/scene.ts';
import type { Choice } from '../types.ts';

/** What is left out is the plainest: no word, no reason, no options. */
export type Offer = Pick<Choice, 'id' | 'label' | 'consequence'> &
  Partial<
    Pick<
      Choice,
      | 'word'
      | 'reason'
      | 'text'
      | 'edit'
      | 'options'
      | 'primary'
      | 'tone'
      | 'about'
      | 'draft'
      | 'evidence'
    >
  >;

const plainest = {
  word: '',
  reason: 'none',
  text: null,
  edit: null,
  options: [],
  primary: false,
  tone: 'normal',
} satisfies Partial<Choice>;

/** The offer as a choice that may be made, its words safe to draw. */
export function openChoice(scene: Scene, offer: Offer & Pick<Partial<Choice>, 'step'>): Choice {
  return {
    ...plainest,
    ...offer,
    label: scene.text(offer.label),
    consequence: scene.text(offer.consequence),
    enabled: true,
    why: '',
  };
}
