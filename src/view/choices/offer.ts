/** A choice before anybody asked the machine whether it is allowed. */
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
