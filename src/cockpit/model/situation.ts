/** What a key press is judged against: the run as shown, and the size of what shows it. */
import type { Words } from '../../locale/locale.ts';
import type { Answers, Choice, ChoiceId, ScreenView, StepView } from '../../view/types.ts';
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
  /** The step in the step pane: the one under the plan's cursor, else the current one. */
  shown: StepView | null;
  words: Words;
  reading: readonly Section[];
  output: OutputState;
  /**
   * What printed the output: a step's id, `! df -h` or the box that was checked for a command beside the
   * plan; '' when nothing ran.
   */
  outputOf: string;
  /** The output in view is that of a command beside the plan: it matters as much as the step's own. */
  outputAside: boolean;
  layout: Layout;
  /** Says where the run stands: a confirmation given for another one is refused. */
  stateKey: string;
  /**
   * The operator has had time to see where the run now stands. Until then no key decides: a second Enter,
   * or a held one, was meant for what was there before.
   */
  settled: boolean;
  /** Why nothing more can be journaled, or null. */
  trouble: string | null;
  /** Milliseconds since the epoch. */
  now: number;
  readOnly: boolean;
  /** The operator's own editor; '' without one. */
  editorName: string;
  /** Keys count. False until the first frame has been seen: what was typed before it was meant for something else. */
  listening: boolean;
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
  /** Opens the operator's editor; the question that waits for it goes on with what comes back. */
  | { type: 'edit'; text: string }
  | { type: 'detach' };

export interface Outcome {
  ui: Ui;
  effects: Effect[];
}

export function only(ui: Ui, ...effects: Effect[]): Outcome {
  return { ui, effects };
}

/** Milliseconds a notice stays, and where it hides a bad alert. */
const noticeTime = 6_000;
const briefNotice = 4_000;

export function noticed(ui: Ui, s: Situation, text: string, tone: Notice['tone'] = 'warning'): Ui {
  const brief = s.view.alerts.some(alert => alert.tone === 'bad');
  return { ...ui, notice: { text, tone, until: s.now + (brief ? briefNotice : noticeTime) } };
}

/** The output in view is what the step in view prints, or printed. */
export function isOwnOutput(s: Pick<Situation, 'output' | 'shown'>): boolean {
  return s.output.job !== null && s.output.job === s.shown?.job;
}

/** After a NO-GO the plan's actions on failure are what one goes through: Enter acts on them. */
export function isGuided({ shown }: Pick<Situation, 'shown'>): boolean {
  return shown?.failing === true && shown.actions.length > 0;
}

/** The choice that Enter makes in the step's pane, if any: a list of actions takes Enter for itself. */
export function enterChoice({
  choices,
  current,
}: Pick<ScreenView, 'choices' | 'current'>): Choice | undefined {
  if (current && isGuided({ shown: current })) return undefined;
  return choices.find(choice => choice.primary);
}

/** The step in view is not the current one: what is decided there would be about another. */
export function isLooking({ shown, view }: Pick<Situation, 'shown' | 'view'>): boolean {
  return shown !== null && shown.id !== view.current?.id;
}

/** Says that another step than the current one is in view, and how to come back. */
export function looking(ui: Ui, s: Situation): Outcome {
  const { shown, view, words } = s;
  const text = words.cockpit.notices.looking(shown?.id ?? '', view.current?.id ?? '');
  return only(noticed(ui, s, text));
}

export function choiceOf(s: Situation, ids: readonly ChoiceId[]): Choice | undefined {
  const found = s.view.choices.filter(choice => ids.includes(choice.id));
  return found.find(choice => choice.enabled) ?? found[0];
}

export function primaryOf(s: Pick<Situation, 'view'>): Choice | undefined {
  return s.view.choices.find(choice => choice.primary);
}
