/** A question before an act: which option, what text, why, and the word that proves it was read. */
import type { Answers, Choice } from '../../view/types.ts';
import { type Buffer, bufferOf } from '../editing/buffer.ts';
import { noticed, type Outcome, only, type Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { aboutNow } from './about.ts';
import { draftOf } from './drafts.ts';
import { emptyField, type Field, fieldOf } from './field.ts';

/** `editor`: where to edit; `edit`: the command is being edited, here or outside; `text`: a line is typed. */
export type Stage = 'option' | 'editor' | 'edit' | 'text' | 'reason' | 'word';

export interface Question {
  choice: Choice;
  stages: readonly Stage[];
  /** Index of the present stage. */
  at: number;
  field: Field;
  /** The command being edited here; null elsewhere. */
  buffer: Buffer | null;
  /** Option under the cursor. */
  cursor: number;
  answers: Answers;
  openedAt: number;
  /** What it was asked about: see asking/about.ts. */
  about: string;
  error: string;
}

/** Ctrl-C: stop the command, detach, stay. */
export interface Leave {
  cursor: number;
}

/** Milliseconds during which what was typed too early is thrown away. */
export const typeAhead = 500;

/** Is it ready to be answered? A note is no danger. */
export function isArmed({ choice, openedAt }: Question, now: number): boolean {
  return choice.id === 'note' || now - openedAt >= typeAhead;
}

/** Texts that lose no letter: half a command would be another one. Their Enter waits all the same. */
export function isListening(question: Question, now: number): boolean {
  return stageOf(question) === 'text' || isArmed(question, now);
}

export function stageOf(question: Question): Stage {
  return question.stages[question.at]!;
}

/** What a choice asks for before it is done, in order. */
export function stagesOf(choice: Choice, editorName: string): Stage[] {
  return [
    ...(choice.options.length > 0 ? (['option'] as const) : []),
    ...(choice.text === null ? [] : (['text'] as const)),
    ...(choice.edit !== null && editorName !== '' ? (['editor'] as const) : []),
    ...(choice.edit === null ? [] : (['edit'] as const)),
    ...(choice.reason === 'none' ? [] : (['reason'] as const)),
    ...(choice.word === '' ? [] : (['word'] as const)),
  ];
}

/** The question once an option is picked: some owe a reason that the choice itself does not. */
export function withPicked(question: Question, editorName: string): Question {
  const { choice, cursor } = question;
  if (choice.options[cursor]?.asks !== 'reason') return question;
  const owing: Choice = { ...choice, reason: 'required' };
  return { ...question, choice: owing, stages: stagesOf(owing, editorName) };
}

/** Acts at once when nothing is owed, or else opens the question. A disabled choice says why. */
export function ask(ui: Ui, s: Situation, choice: Choice, answers: Answers = {}): Outcome {
  const { question } = s.words.cockpit;
  if (!choice.enabled) return only(noticed(ui, s, question.disabled(choice.why)));
  const stages = stagesOf(choice, s.editorName);
  if (stages.length === 0) return only(ui, { type: 'act', choice, answers });
  const about = aboutNow(s, choice, answers.item);
  const opened = { choice, stages, answers, about, openedAt: s.now, error: '' };
  return only({ ...ui, question: atStage({ ...opened, ...blank }, 0, ui) });
}

const blank = { at: 0, field: emptyField, buffer: null, cursor: 0 };

/** The question at another stage, with what it starts from there. */
export function atStage(question: Question, at: number, ui: Ui): Question {
  const { choice, stages } = question;
  const moved: Question = { ...question, ...blank, at, error: '' };
  if (stages[at] === 'text') {
    return { ...moved, field: fieldOf(draftOf(ui, choice) ?? choice.text ?? '') };
  }
  if (stages[at] !== 'edit') return moved;
  return { ...moved, buffer: bufferOf(textToEdit(question, ui)) };
}

/** What an editor opens on: what was written last time and came to nothing, else the command as it is. */
export function textToEdit({ choice }: Question, ui: Ui): string {
  return draftOf(ui, choice) ?? choice.edit ?? '';
}

/** Refused: the run moved since the question was asked. What was written at length is kept. */
export function stale(ui: Ui, s: Situation, kept: boolean): Outcome {
  const { stale: gone, staleKept } = s.words.cockpit.question;
  return only(noticed({ ...ui, question: null }, s, kept ? staleKept : gone, 'bad'));
}

export function isStale(question: Question, s: Situation): boolean {
  return aboutNow(s, question.choice, question.answers.item) !== question.about;
}
