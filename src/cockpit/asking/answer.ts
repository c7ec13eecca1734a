/** Answering a question: one key, or pasted text, at a time. */
import { enteredFigure } from '../../view/entered-figure.ts';
import type { Answers } from '../../view/types.ts';
import { inserted } from '../editing/buffer.ts';
import type { Press } from '../keys/press.ts';
import { proofPicked } from '../model/boxes.ts';
import { type Outcome, only, type Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { withDraft } from './drafts.ts';
import { chosenEditor, pressedInEditor } from './edit.ts';
import { emptyField, pressed, typed } from './field.ts';
import { reasonMissing } from './prompt.ts';
import {
  atStage,
  isArmed,
  isListening,
  isStale,
  type Question,
  stageOf,
  stale,
  withPicked,
} from './question.ts';

/** One key while a question is open. */
export function answer(ui: Ui, question: Question, press: Press, s: Situation): Outcome {
  if (question.buffer) return pressedInEditor(ui, question, question.buffer, press, s);
  // The operator's editor is open: nothing here may answer in its place.
  if (stageOf(question) === 'edit') return only(ui);
  if (press.name === 'escape') return only({ ...ui, question: null });
  if (!isListening(question, s.now)) return only(ui);
  if (press.name === 'enter') return isArmed(question, s.now) ? entered(ui, question, s) : only(ui);
  const stage = stageOf(question);
  if (stage === 'option' || stage === 'editor') {
    return only({ ...ui, question: chosen(question, press, rowsOf(question)) });
  }
  return only({
    ...ui,
    question: { ...question, field: pressed(question.field, press), error: '' },
  });
}

/** Pasted text is a reason, a command or a value at best, never a confirmation. */
export function pastedInto(ui: Ui, question: Question, text: string, s: Situation): Outcome {
  const { question: words } = s.words.cockpit;
  if (!isListening(question, s.now)) return only(ui);
  const { buffer, field } = question;
  if (buffer) return only({ ...ui, question: { ...question, buffer: inserted(buffer, text) } });
  const failed = (error: string) => only({ ...ui, question: { ...question, error } });
  const stage = stageOf(question);
  if (stage !== 'reason' && stage !== 'text') return failed(words.pasted);
  // Two lines made into one would be another command.
  if (stage === 'text' && /[\r\n]/.test(text.trim())) return failed(words.pastedLines);
  return only({ ...ui, question: { ...question, field: typed(field, text.trim()), error: '' } });
}

function rowsOf(question: Question): number {
  return stageOf(question) === 'editor' ? 2 : question.choice.options.length;
}

function chosen(question: Question, { name }: Press, rows: number): Question {
  const digit = /^[1-9]$/.test(name) ? Number(name) - 1 : -1;
  const cursor =
    name === 'down' || name === 'j'
      ? question.cursor + 1
      : name === 'up' || name === 'k'
        ? question.cursor - 1
        : digit >= 0
          ? digit
          : question.cursor;
  return { ...question, cursor: Math.max(0, Math.min(rows - 1, cursor)), error: '' };
}

function entered(ui: Ui, question: Question, s: Situation): Outcome {
  if (isStale(question, s)) return outdated(ui, question, s);
  const stage = stageOf(question);
  if (stage === 'editor') return chosenEditor(ui, question);
  const error = missing(question, s);
  if (error !== '') {
    const field = stage === 'word' ? emptyField : question.field;
    return only({ ...ui, question: { ...question, field, error } });
  }
  const { choice, cursor } = question;
  if (stage === 'option' && choice.id === 'check') {
    return proofPicked(ui, s, choice, choice.options[cursor]!);
  }
  const answers = { ...question.answers, ...given(question) };
  const next = stage === 'option' ? withPicked(question, s.editorName) : question;
  if (next.at === next.stages.length - 1) {
    return only({ ...ui, question: null }, { type: 'act', choice: next.choice, answers });
  }
  return only({ ...ui, question: atStage({ ...next, answers }, next.at + 1, ui) });
}

function outdated(ui: Ui, question: Question, s: Situation): Outcome {
  const text = stageOf(question) === 'text' ? question.field.text : question.answers.text;
  if (text === undefined) return stale(ui, s, false);
  const kept = withDraft(ui, question.choice, text);
  return stale(kept, s, kept !== ui);
}

/** What Enter still lacks, in words; '' when nothing. */
function missing(question: Question, s: Situation): string {
  const { question: words } = s.words.cockpit;
  const { choice, field } = question;
  const empty = field.text.trim() === '';
  const stage = stageOf(question);
  if (stage === 'text') return empty ? words.textMissing : unfit(question, s);
  if (stage === 'reason') {
    return choice.reason === 'required' && empty ? reasonMissing(s.words, choice) : '';
  }
  if (stage !== 'word' || field.text === choice.word) return '';
  return field.text === ''
    ? words.wordMissing(choice.word)
    : words.wordWrong(choice.word, field.text);
}

/** A figure that cannot be read is said while it can still be mended. */
function unfit({ choice, field }: Question, { words }: Situation): string {
  if (choice.id !== 'enterFigure' || enteredFigure(field.text)) return '';
  return words.cockpit.question.figureUnread;
}

function given(question: Question): Answers {
  const { choice, cursor, field } = question;
  const stage = stageOf(question);
  if (stage === 'option') return { option: choice.options[cursor]!.value };
  const said = field.text.trim();
  if (stage === 'text') return { text: said };
  return stage === 'reason' && said !== '' ? { reason: said } : {};
}
