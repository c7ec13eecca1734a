/** From a key, or a line of the palette, to a choice; and to what comes of it where one stands. */
import type { Choice, ChoiceId } from '../../view/types.ts';
import { ask, stagesOf } from '../asking/question.ts';
import { checked, ticked } from './boxes.ts';
import { choiceOf, decidable, isLooking, looking, oneOf } from './deciding.ts';
import { isDossier } from './dossier-rows.ts';
import { rowUnderCursor } from './lists.ts';
import { type Outcome, only, type Situation } from './situation.ts';
import type { Ui } from './ui.ts';

/** Choices about the whole run: they mean the same whatever step is in view. */
const anywhere: ReadonlySet<ChoiceId> = new Set([
  'note',
  'adhoc',
  'stopAside',
  'bind',
  'hold',
  'resume',
  'pace',
  'stop',
  'rollback',
  'abort',
  'openStage',
  'waiveAll',
  'measureAll',
  'handOver',
  'lesson',
]);

/** What a key makes: about the row under the cursor on pages that have choices, else about the step in view. */
export function choiceFor(ui: Ui, s: Situation, ids: readonly ChoiceId[]): Choice | undefined {
  if (!isDossier(ui.page)) return choiceOf(s, ids);
  return oneOf(rowUnderCursor(ui, s)?.choices ?? [], ids);
}

export function chose(ui: Ui, s: Situation, choice: Choice): Outcome {
  const ticks = choice.id.startsWith('tick');
  // What asks first, or can be taken back, may come at once.
  if (!s.settled && !ticks && stagesOf(choice, s.editorName).length === 0) return only(ui);
  const row = rowUnderCursor(ui, s);
  if (row?.choices.includes(choice)) return ask(onRow(ui, row.key), s, choice);
  if (isLooking(s) && !anywhere.has(choice.id) && !decidable(s).choices.includes(choice)) {
    return looking(ui, s);
  }
  if (choice.id === 'check') return checked(ui, s, choice);
  return ticks ? ticked(ui, s, choice) : ask(ui, s, choice);
}

/** Whatever becomes of the row, what one pressed it for is what one sees. */
function onRow(ui: Ui, key: string): Ui {
  return { ...ui, cursors: { ...ui.cursors, [ui.page]: key } };
}
