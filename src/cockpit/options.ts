/** What the cockpit is given, and how it ends. */
import type { Intent, IntentResult, Lend, Refusal, RunSource } from '../engine/types.ts';
import type { Words } from '../locale/locale.ts';
import type {
  Answers,
  Choice,
  DossierId,
  DossierView,
  MomentKind,
  PlaybackView,
  ScreenView,
  StepView,
} from '../view/types.ts';
import type { Link, Section } from './model/situation.ts';

export interface CockpitOptions {
  source: RunSource;
  /** The screen at a time in milliseconds; called at most ten times a second. */
  view(now: number): ScreenView;
  /** Any step of the plan, to look at while another one is current; null when there is none of this id. */
  stepAt(id: string, now: number): StepView | null;
  /** A page about what surrounds the commands; asked for the one in view only, as often as the screen. */
  dossierAt(id: DossierId, now: number): DossierView;
  intentOf(choice: Choice, answers: Answers): Intent;
  act(intent: Intent): Promise<IntentResult>;
  refusalText(refusal: Refusal): string;
  words: Words;
  reading: readonly Section[];
  /** Where the plan points to, to be read after its sections. */
  links: readonly Link[];
  /** The text of a file that the plan links to; null for what is no file to read here. */
  readLink(url: string): Section | null;
  /** Opens first, unless there is something to tell about what happened while away: then it comes next. */
  firstPage?: 'agenda';
  ascii: boolean;
  color: boolean;
  stdin: NodeJS.ReadStream & { fd: number };
  stdout: NodeJS.WriteStream & { fd: number };
  /** No acting keys. */
  readOnly: boolean;
  /** The run plays again, and these are its controls. */
  playback?: Playback;
  /** Called once the screen is up: the way to hand the terminal to a command, and take it back. */
  onLend?: (lend: Lend) => void;
  /**
   * Opens the operator's editor on a text; null when it was left without saving. Called while the terminal
   * is lent. Null when the operator has no editor.
   */
  edit: ((text: string) => Promise<string | null>) | null;
  /** `vim`; '' without an editor. */
  editorName: string;
  /** Shown where one detaches; '' when there is no way back. */
  resumeCommand: string;
}

/** The controls of a run that plays again. Times are the run's, in milliseconds since the epoch. */
export interface Playback {
  view(): PlaybackView;
  /** Play, or pause; at the end it plays from the beginning. */
  toggle(): void;
  /** One speed faster or slower. */
  pace(by: 1 | -1): void;
  seek(at: number): void;
  /** Forth or back by milliseconds of the run, over idle time. */
  skip(by: number): void;
  /** To the next or previous moment of a kind; false when there is none. */
  jump(kind: MomentKind | 'any', by: 1 | -1): boolean;
  /** What an operator types: `07:45`, `07:45:10`, `+10m`, `-30s`, `50%`, a day `J+1 08:00`. Null, or why it is none. */
  seekTo(text: string): string | null;
}

/** `ended`: left once the run was over. `terminated`: told to leave from outside. */
export interface CockpitEnd {
  why: 'detached' | 'terminal-lost' | 'terminated' | 'ended';
}
