/** What is done about the box under the cursor. */

import type { Choice, PieceView } from '../../view/types.ts';
import { ask } from '../asking/question.ts';
import { boxUnderCursor } from './lists.ts';
import { isGuided, noticed, type Outcome, only, type Situation } from './situation.ts';
import type { Ui } from './ui.ts';

/** Ticks it; the cursor then rests on the next open one. What its check found wrong is only said good with a note. */
export function ticked(ui: Ui, s: Situation, choice: Choice): Outcome {
  const box = boxUnderCursor(ui, s);
  const { notNow, reviewFirst, judged } = s.words.cockpit.notices;
  if (!box) return only(noticed(ui, s, notNow));
  if (isGuided(s)) return only(noticed(ui, s, reviewFirst));
  // With nothing left open the cursor rests on a judged box: one Space too many must not clear it.
  if (box.mark !== 'open' && ui.cursors.boxes === undefined) {
    return only(noticed(ui, s, judged));
  }
  const { boxes: _, ...cursors } = ui.cursors;
  const overrules = choice.id === 'tickPass' && box.contradicts === true;
  const owed: Choice = overrules
    ? { ...choice, reason: 'required', consequence: s.words.cockpit.notices.overrules(box.title) }
    : choice;
  return ask({ ...ui, cursors }, s, owed, { item: box.id });
}

/** Runs its check; where no box has one, a proof of the rollback's, to be picked. */
export function checked(ui: Ui, s: Situation, choice: Choice): Outcome {
  const box = boxUnderCursor(ui, s);
  if (box?.check) return ask(ui, s, choice, { item: box.id });
  const options = (s.view.readiness?.pieces ?? []).flatMap(piece => proofOptions(s, piece));
  if (options.length === 0) return only(noticed(ui, s, s.words.cockpit.notices.nothingToCheck));
  return ask(ui, s, { ...choice, options });
}

/** Marks what is said good by hand among the options. */
const byHand = 'by-hand ';

function proofOptions(s: Situation, { item, label, detail, badge }: PieceView): Choice['options'] {
  if (item === undefined) return [];
  const { proveAgain, proveByHand } = s.words.cockpit.question;
  const again = { value: item, label: proveAgain(detail === '' ? label : `${label} (${detail})`) };
  return badge.tone === 'good'
    ? [again]
    : [again, { value: byHand + item, label: proveByHand(label) }];
}

/** The proof picked is proved again, or said good by hand with the reason why. */
export function proofPicked(
  ui: Ui,
  s: Situation,
  choice: Choice,
  option: Choice['options'][number],
): Outcome {
  const closed = { ...ui, question: null };
  const { value, label } = option;
  if (!value.startsWith(byHand))
    return only(closed, { type: 'act', choice, answers: { item: value } });
  const waiver: Choice = {
    ...choice,
    id: 'tickPass',
    label,
    consequence: s.words.cockpit.question.provedByHand,
    options: [],
    reason: 'required',
    tone: 'warning',
  };
  return ask(closed, s, waiver, { item: value.slice(byHand.length) });
}
