import type { Choice } from '../../view/types.ts';
import { enterChoice } from '../model/deciding.ts';
import type { Situation } from '../model/situation.ts';
import { keyOf } from './keymap.ts';

/** The key that makes a choice now: Enter for the primary one, unless a list has Enter for itself; '' for none. */
export function choiceKey(
  view: Pick<Situation['view'], 'choices' | 'current'>,
  choice: Choice,
): string {
  return enterChoice(view)?.id === choice.id ? 'enter' : keyOf(choice.id);
}

/** The key that makes a choice of a page's row; '' when only the palette has it. */
export function rowChoiceKey({ id, primary }: Pick<Choice, 'id' | 'primary'>): string {
  return primary ? 'enter' : keyOf(id);
}
