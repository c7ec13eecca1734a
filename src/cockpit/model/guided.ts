/** The plan's actions on failure as a list to go through: Enter does the move of the one under the cursor. */
import type { ActionView } from '../../view/types.ts';
import { ask } from '../asking/question.ts';
import { cursorOf, rowsOfList } from './lists.ts';
import { noticed, type Outcome, only, type Situation } from './situation.ts';
import { toStep } from './to-step.ts';
import type { Ui } from './ui.ts';

export function guided(ui: Ui, s: Situation): Outcome {
  const rows = rowsOfList('actions', ui, s);
  const key = rows[cursorOf('actions', rows, ui, s)]?.key;
  const move = s.shown?.actions[Number(key)]?.move ?? null;
  const { noMove } = s.words.cockpit.notices;
  if (key === undefined || move === null) return only(noticed(ui, s, noMove));
  return 'look' in move ? toStep(ui, s, move.look) : decided(ui, s, move);
}

/** Asks the matching choice, its option already picked. */
function decided(
  ui: Ui,
  s: Situation,
  { choice: id, option }: Extract<NonNullable<ActionView['move']>, { choice: unknown }>,
): Outcome {
  const { nothingToDo, notNow } = s.words.cockpit.notices;
  const choice = s.view.choices.find(one => one.id === id);
  if (s.readOnly) return only(noticed(ui, s, nothingToDo));
  if (!choice) return only(noticed(ui, s, notNow));
  const picked = choice.options.some(({ value }) => value === option);
  if (option === undefined || !choice.enabled) return ask(ui, s, choice);
  if (!picked) return only(noticed(ui, s, notNow));
  return ask(ui, s, { ...choice, options: [] }, { option });
}
