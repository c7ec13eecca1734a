/** What may be decided from where one stands: about the current step, or about one whose list has no order. */
import type { Choice, ChoiceId, ScreenView } from '../../view/types.ts';
import { isGuided, noticed, type Outcome, only, type Situation } from './situation.ts';
import type { Ui } from './ui.ts';

/** The choice that Enter makes in the step's pane, if any: a list of actions takes Enter for itself. */
export function enterChoice({
  choices,
  current,
}: Pick<ScreenView, 'choices' | 'current'>): Choice | undefined {
  if (current && isGuided({ shown: current })) return undefined;
  return choices.find(choice => choice.primary);
}

/** The step in view is not the current one: what is decided there would be about another. */
export function isLooking({ shown, view }: Pick<Situation, 'shown' | 'view'>): boolean {
  return shown !== null && shown.id !== view.current?.id;
}

/** Says that another step than the current one is in view, and how to come back. */
export function looking(ui: Ui, s: Situation): Outcome {
  const { shown, view, words } = s;
  const text = words.cockpit.notices.looking(shown?.id ?? '', view.current?.id ?? '');
  return only(noticed(ui, s, text));
}

/**
 * The step in view and what may be decided about it. Of a step that is not the current one that is nothing,
 * unless its list has no order.
 */
export function decidable(
  s: Pick<Situation, 'shown' | 'view'>,
): Pick<ScreenView, 'choices' | 'current'> {
  if (!isLooking(s)) return s.view;
  return { choices: s.shown?.choices ?? [], current: s.shown };
}

/** The step in view is the current one, or may be done all the same. */
export function mayDecide(s: Pick<Situation, 'shown' | 'view'>): boolean {
  return !isLooking(s) || decidable(s).choices.length > 0;
}

/** One of these, about the step in view before any other. */
export function choiceOf(
  s: Pick<Situation, 'shown' | 'view'>,
  ids: readonly ChoiceId[],
): Choice | undefined {
  return oneOf(decidable(s).choices, ids) ?? oneOf(s.view.choices, ids);
}

/** What is possible goes before what is not. */
export function oneOf(choices: readonly Choice[], ids: readonly ChoiceId[]): Choice | undefined {
  const found = choices.filter(choice => ids.includes(choice.id));
  return found.find(choice => choice.enabled) ?? found[0];
}

export function primaryOf(s: Pick<Situation, 'shown' | 'view'>): Choice | undefined {
  return decidable(s).choices.find(choice => choice.primary);
}
