/** What a question is about, to be compared when it is answered. */
import type { Choice, ChoiceId, DossierRow, StepView } from '../../view/types.ts';
import type { Situation } from '../model/situation.ts';

/** Choices that judge the boxes of the step. */
const judging: ReadonlySet<ChoiceId> = new Set(['go', 'confirm', 'validate', 'close']);
/** Texts about nothing that could change. */
const timeless: ReadonlySet<ChoiceId> = new Set(['note', 'lesson']);

/**
 * What is owed, where the run stands, and the boxes that are judged or ticked. A check that ends elsewhere
 * changes nothing; one that turns a criterion red does. Of a row of a page it is the row that counts, however
 * the run goes on meanwhile, but for a rollback or an end.
 */
export function aboutNow(s: Situation, choice: Choice, item?: string): string {
  if (timeless.has(choice.id)) return '';
  const row = rowOf(s, choice);
  return JSON.stringify(row ? aboutRow(s, row, choice) : aboutStep(s, choice, item));
}

/** The row of the page in view that offers the choice; undefined for what the step or the run offers. */
export function rowOf(
  { dossier }: Pick<Situation, 'dossier'>,
  choice: Choice,
): DossierRow | undefined {
  return dossier?.rows.find(({ choices }) => choices.some(one => isSame(one, choice)));
}

/** The step that the choice is about: another one than the current where its list has no order. */
export function stepOf({ shown, view }: Situation, { step }: Choice): StepView | null {
  return step !== undefined && shown?.id === step ? shown : view.current;
}

function aboutRow({ view }: Situation, row: DossierRow, choice: Choice): unknown[] {
  const { key, badge, choices } = row;
  const now = choices.find(one => isSame(one, choice));
  return [key, badge?.word, owed(now), view.header.rollingBack, view.ending !== null];
}

function aboutStep(s: Situation, choice: Choice, item: string | undefined): unknown[] {
  const { id } = choice;
  const now = [...(s.shown?.choices ?? []), ...s.view.choices].find(one => isSame(one, choice));
  const boxes = (stepOf(s, choice)?.boxes ?? []).filter(box => judging.has(id) || box.id === item);
  return [
    s.stateKey,
    id === 'stopAside' || id === 'abandon' ? s.view.aside?.job : '',
    owed(now),
    boxes.map(box => [box.id, box.mark]),
    s.view.readiness?.pieces.find(piece => item !== undefined && piece.item === item)?.badge.word,
  ];
}

function isSame(one: Choice, { id, step, about }: Choice): boolean {
  return one.id === id && one.step === step && one.about === about;
}

/** A message is filled anew as the run goes on: whoever edits it means the text that they have. */
function owed(choice: Choice | undefined): unknown[] | undefined {
  if (!choice) return undefined;
  const { id, word, reason, edit, options } = choice;
  return [word, reason, id === 'editMessage' ? '' : edit, options.map(({ value }) => value)];
}
