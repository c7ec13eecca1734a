/** A question before an act: which option, why, and the word that proves it was read. */
import type { Answers, Choice } from '../../view/types.ts';
import type { Press } from '../keys/press.ts';
import { noticed, type Outcome, only, type Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { emptyField, type Field, pressed, typed } from './field.ts';

export type Stage = 'option' | 'reason' | 'word';

export interface Question {
  choice: Choice;
  stages: readonly Stage[];
  /** Index of the present stage. */
  at: number;
  field: Field;
  /** Option under the cursor. */
  cursor: number;
  answers: Answers;
  openedAt: number;
  /** The state it was shown for. */
  stateKey: string;
  error: string;
}

/** Ctrl-C: stop the command, detach, stay. */
export interface Leave {
  cursor: number;
}

/** Milliseconds during which what was typed too early is thrown away. */
export const typeAhead = 500;

/** Is it ready to be answered? A note is no danger and loses no letter. */
export function isArmed(question: Question, now: number): boolean {
  return question.choice.id === 'note' || now - question.openedAt >= typeAhead;
}

export function stageOf(question: Question): Stage {
  return question.stages[question.at]!;
}

/** What a choice asks for before it is done, in order. */
export function stagesOf(choice: Choice): Stage[] {
  return [
    ...(choice.options.length > 0 ? (['option'] as const) : []),
    ...(choice.reason === 'none' ? [] : (['reason'] as const)),
    ...(choice.word === '' ? [] : (['word'] as const)),
  ];
}

/** Acts at once when nothing is owed, or else opens the question. A disabled choice says why. */
export function ask(ui: Ui, s: Situation, choice: Choice, item?: string): Outcome {
  const { question } = s.words.cockpit;
  if (!choice.enabled) return only(noticed(ui, s, question.disabled(choice.why)));
  const answers: Answers = item === undefined ? {} : { item };
  const stages = stagesOf(choice);
  if (stages.length === 0) return only(ui, { type: 'act', choice, answers });
  const opened = { choice, stages, at: 0, field: emptyField, cursor: 0, answers, error: '' };
  return only({ ...ui, question: { ...opened, openedAt: s.now, stateKey: s.stateKey } });
}

/** One key while a question is open. */
export function answer(ui: Ui, question: Question, press: Press, s: Situation): Outcome {
  if (press.name === 'escape') return only({ ...ui, question: null });
  if (!isArmed(question, s.now)) return only(ui);
  if (s.stateKey !== question.stateKey) return stale(ui, s);
  if (press.name === 'enter') return entered(ui, question, s);
  if (stageOf(question) === 'option') return only({ ...ui, question: chosen(question, press) });
  return only({
    ...ui,
    question: { ...question, field: pressed(question.field, press), error: '' },
  });
}

/** Pasted text is a reason at best, never a confirmation. */
export function pastedInto(ui: Ui, question: Question, text: string, s: Situation): Outcome {
  if (!isArmed(question, s.now)) return only(ui);
  if (stageOf(question) === 'reason') {
    return only({ ...ui, question: { ...question, field: typed(question.field, text) } });
  }
  return only({ ...ui, question: { ...question, error: s.words.cockpit.question.pasted } });
}

function stale(ui: Ui, s: Situation): Outcome {
  return only(noticed({ ...ui, question: null }, s, s.words.cockpit.question.stale, 'bad'));
}

function chosen(question: Question, press: Press): Question {
  const last = question.choice.options.length - 1;
  const { name } = press;
  const digit = /^[1-9]$/.test(name) ? Number(name) - 1 : -1;
  const cursor =
    name === 'down' || name === 'j'
      ? question.cursor + 1
      : name === 'up' || name === 'k'
        ? question.cursor - 1
        : digit >= 0
          ? digit
          : question.cursor;
  return { ...question, cursor: Math.max(0, Math.min(last, cursor)), error: '' };
}

function entered(ui: Ui, question: Question, s: Situation): Outcome {
  const error = missing(question, s);
  if (error !== '') {
    const field = stageOf(question) === 'word' ? emptyField : question.field;
    return only({ ...ui, question: { ...question, field, error } });
  }
  const answers = { ...question.answers, ...given(question) };
  if (question.at === question.stages.length - 1) {
    return only({ ...ui, question: null }, { type: 'act', choice: question.choice, answers });
  }
  const next = { ...question, answers, at: question.at + 1, field: emptyField, error: '' };
  return only({ ...ui, question: next });
}

/** What Enter still lacks, in words; '' when nothing. */
function missing({ choice, field, stages, at }: Question, s: Situation): string {
  const { question: words } = s.words.cockpit;
  if (stages[at] === 'reason') {
    return choice.reason === 'required' && field.text.trim() === '' ? words.reasonMissing : '';
  }
  if (stages[at] !== 'word' || field.text === choice.word) return '';
  return field.text === ''
    ? words.wordMissing(choice.word)
    : words.wordWrong(choice.word, field.text);
}

function given(question: Question): Answers {
  const stage = stageOf(question);
  if (stage === 'option') return { option: question.choice.options[question.cursor]!.value };
  const reason = question.field.text.trim();
  return stage === 'reason' && reason !== '' ? { reason } : {};
}
