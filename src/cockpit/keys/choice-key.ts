import type { Choice } from '../../view/types.ts';
import { enterChoice, type Situation } from '../model/situation.ts';
import { keyOf } from './keymap.ts';

/** The key that makes a choice now: Enter for the primary one, unless a list has Enter for itself; '' for none. */
export function choiceKey(
  view: Pick<Situation['view'], 'choices' | 'current'>,
  choice: Choice,
): string {
  return enterChoice(view)?.id === choice.id ? 'enter' : keyOf(choice.id);
}
