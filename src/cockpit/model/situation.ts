/** What a key press is judged against: the run as shown, and the size of what shows it. */
import type { OutputRemark } from '../../engine/types.ts';
import type { Words } from '../../locale/locale.ts';
import type {
  Answers,
  Choice,
  DossierView,
  PlaybackView,
  ScreenView,
  StepView,
} from '../../view/types.ts';
import type { PlaybackMove } from '../keys/playback-commands.ts';
import type { Press } from '../keys/press.ts';
import type { Layout } from '../layout.ts';
import type { OutputState } from '../output/follower.ts';
import type { Direction } from '../output/search.ts';
import type { Notice, Ui } from './ui.ts';

export interface Section {
  title: string;
  markdown: string;
}

/** Where the plan points to. */
export interface Link {
  text: string;
  url: string;
  /** Undefined for addresses that are not files. */
  exists?: boolean;
}

export interface Situation {
  view: ScreenView;
  /** The step in the step pane: the one under the plan's cursor, else the current one. */
  shown: StepView | null;
  /** The page in view about what surrounds the commands; null where another page is. */
  dossier: DossierView | null;
  words: Words;
  reading: readonly Section[];
  links: readonly Link[];
  output: OutputState;
  /**
   * What printed the output: a step's id, `! df -h` or the box that was checked for a command beside the
   * plan; '' when nothing ran.
   */
  outputOf: string;
  /** The output in view is that of a command beside the plan: it matters as much as the step's own. */
  outputAside: boolean;
  /** What the output in view leaves out, and why; null when there is nothing to say. */
  outputRemark: OutputRemark | null;
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
  /** Where a run that plays again stands; null for one that is driven, or watched. */
  playback: PlaybackView | null;
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
  /** Reads a file that the plan links to. */
  | { type: 'open'; link: Link }
  /** Opens the operator's editor; the question that waits for it goes on with what comes back. */
  | { type: 'edit'; text: string }
  /** Of what plays again. */
  | { type: 'playback'; move: PlaybackMove }
  | { type: 'detach' };

export interface Outcome {
  ui: Ui;
  effects: Effect[];
  /** Presses of the same read that wait until what the last one did is known. */
  rest?: readonly Press[];
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
