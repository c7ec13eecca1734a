/** What a key press is judged against: the run as shown, and the size of what shows it. */
import type { Words } from '../../locale/locale.ts';
import type { Answers, Choice, ChoiceId, ScreenView } from '../../view/types.ts';
import type { Layout } from '../layout.ts';
import type { OutputState } from '../output/follower.ts';
import type { Direction } from '../output/search.ts';
import type { Notice, Ui } from './ui.ts';

export interface Section {
  title: string;
  markdown: string;
}

export interface Situation {
  view: ScreenView;
  words: Words;
  reading: readonly Section[];
  output: OutputState;
  /** Step that the output belongs to: the current one, or the last that ran; '' when nothing has. */
  outputStep: string;
  layout: Layout;
  /** Says where the run stands: a confirmation given for another one is refused. */
  stateKey: string;
  /** Milliseconds since the epoch. */
  now: number;
  readOnly: boolean;
  /** An act is on its way; another one waits for its answer. */
  acting: boolean;
}

export type OutputMove =
  | { type: 'follow' }
  | { type: 'pause' }
  | { type: 'top' }
  | { type: 'scroll'; rows: number }
  | { type: 'find'; pattern: RegExp; direction: Direction };

/** What a press asks of the outside. */
export type Effect =
  | { type: 'act'; choice: Choice; answers: Answers }
  | { type: 'output'; move: OutputMove }
  | { type: 'copy'; text: string }
  | { type: 'detach' };

export interface Outcome {
  ui: Ui;
  effects: Effect[];
}

export function only(ui: Ui, ...effects: Effect[]): Outcome {
  return { ui, effects };
}

/** Seconds a notice stays. */
const noticeTime = 6_000;

export function noticed(ui: Ui, s: Situation, text: string, tone: Notice['tone'] = 'warning'): Ui {
  return { ...ui, notice: { text, tone, until: s.now + noticeTime } };
}

/** The output in view is what the current step prints, or printed. */
export function isOwnOutput(s: Pick<Situation, 'output' | 'view'>): boolean {
  return s.output.job !== null && s.output.job === s.view.current?.job;
}

export function choiceOf(s: Situation, ids: readonly ChoiceId[]): Choice | undefined {
  const found = s.view.choices.filter(choice => ids.includes(choice.id));
  return found.find(choice => choice.enabled) ?? found[0];
}

export function primaryOf(s: Pick<Situation, 'view'>): Choice | undefined {
  return s.view.choices.find(choice => choice.primary);
}
