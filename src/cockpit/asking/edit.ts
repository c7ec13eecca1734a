/** The part of a question where its command, or its message, is edited: in the operator's editor, or here. */
import { type Buffer, edited, textOf } from '../editing/buffer.ts';
import type { Press } from '../keys/press.ts';
import type { Layout } from '../layout.ts';
import { noticed, type Outcome, only, type Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { withDraft, withoutDraft } from './drafts.ts';
import { editingWords } from './prompt.ts';
import { atStage, isArmed, isStale, type Question, stale, textToEdit } from './question.ts';

/** Keys that keep the text. Some lines take Ctrl-S for themselves; Ctrl-D goes through everywhere. */
const keeping: ReadonlySet<string> = new Set(['ctrl+d', 'ctrl+s']);

/** Lines of a text that the built-in editor shows at once. */
export function editorRows({ body }: Layout): number {
  return Math.max(3, Math.min(20, body - 8));
}

/** Enter on where to edit: the operator's editor comes first. */
export function chosenEditor(ui: Ui, question: Question): Outcome {
  const next = atStage(question, question.at + 1, ui);
  if (question.cursor === 1) return only({ ...ui, question: next });
  const outside = { ...next, buffer: null };
  return only({ ...ui, question: outside }, { type: 'edit', text: textToEdit(question, ui) });
}

/** One key in the built-in editor. */
export function pressedInEditor(
  ui: Ui,
  question: Question,
  buffer: Buffer,
  press: Press,
  s: Situation,
): Outcome {
  if (press.name === 'escape') return left(ui, question, buffer, s);
  if (!isArmed(question, s.now)) return only(ui);
  if (keeping.has(press.name)) return afterEdit(ui, question, textOf(buffer), s);
  const next = edited(buffer, press, editorRows(s.layout));
  return only({ ...ui, question: { ...question, buffer: next } });
}

/** Escape may come from a line that stutters: what was written is there the next time. */
function left(ui: Ui, question: Question, buffer: Buffer, s: Situation): Outcome {
  const kept = withDraft({ ...ui, question: null }, question.choice, textOf(buffer));
  const editing = editingWords(s.words, question.choice);
  return only(
    noticed(kept, s, textOf(buffer) === question.choice.edit ? editing.unchanged : editing.left),
  );
}

/**
 * The question goes on with the edited text, or ends when nothing was changed.
 * @param text null when the editor was left without saving
 */
export function afterEdit(ui: Ui, question: Question, text: string | null, s: Situation): Outcome {
  const { choice } = question;
  const editing = editingWords(s.words, choice);
  const closed = { ...ui, question: null };
  if (text === null) return only(noticed(closed, s, editing.unsaved));
  if (text.trimEnd() === (choice.edit ?? '').trimEnd()) {
    return only(noticed(withoutDraft(closed, choice), s, editing.unchanged));
  }
  if (text.trim() === '') return only(noticed(closed, s, editing.empty));
  const kept = withDraft(ui, choice, text);
  if (isStale(question, s)) return stale(kept, s, true);
  const answers = { ...question.answers, text };
  const at = question.at + 1;
  if (at === question.stages.length) {
    return only({ ...kept, question: null }, { type: 'act', choice, answers });
  }
  // What was typed for the editor must not answer what comes after it.
  return only({
    ...kept,
    question: { ...atStage({ ...question, answers }, at, kept), openedAt: s.now },
  });
}
