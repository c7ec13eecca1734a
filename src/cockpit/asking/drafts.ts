/** What was written at length and came to nothing: kept for the next time the same thing is asked. */
import type { Choice } from '../../view/types.ts';
import type { Ui } from '../model/ui.ts';

/**
 * An edited command belongs to that very command, a message to its occasion; a typed command to whatever
 * comes.
 */
function keyOf({ id, step, about, edit }: Choice): string {
  if (id === 'editMessage') return JSON.stringify([id, about]);
  return edit === null ? id : JSON.stringify([id, step, edit]);
}

const isKept = ({ id, edit }: Choice): boolean => id === 'adhoc' || edit !== null;

export function draftOf({ drafts }: Pick<Ui, 'drafts'>, choice: Choice): string | undefined {
  return isKept(choice) ? drafts[keyOf(choice)] : undefined;
}

/** Keeps a text, unless it is what one starts from anyway. */
export function withDraft(ui: Ui, choice: Choice, text: string): Ui {
  if (!isKept(choice)) return ui;
  const start = choice.edit ?? choice.text ?? '';
  if (text === start) return withoutDraft(ui, choice);
  return { ...ui, drafts: { ...ui.drafts, [keyOf(choice)]: text } };
}

export function withoutDraft(ui: Ui, choice: Choice): Ui {
  const { [keyOf(choice)]: _, ...drafts } = ui.drafts;
  return { ...ui, drafts };
}
