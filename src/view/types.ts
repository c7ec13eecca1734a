/**
 * What a screen shows, as plain data with its words already chosen: the cockpit and the reports only
 * place and colour it. Made by pure functions from plan + state + entries + now.
 */

import type { Entry } from '../../machines/entries.ts';
import type { RunState } from '../../machines/state.ts';
import type { AwayNote, Intent } from '../engine/types.ts';
import type { Language, Plan } from '../plan/types.ts';

export type Tone = 'normal' | 'muted' | 'good' | 'warning' | 'bad' | 'active';

/** A status is never colour alone: a glyph, a word, a tone. `busy`: the glyph may be a spinner. */
export interface Badge {
  glyph: string;
  word: string;
  tone: Tone;
  busy?: boolean;
}

export interface ViewInput {
  plan: Plan;
  state: RunState;
  entries: readonly Entry[];
  away: readonly AwayNote[];
  /** Milliseconds since the epoch; the only clock. */
  now: number;
  language: Language;
  /** ASCII glyphs only. */
  ascii: boolean;
  operator: string;
  /** `relative` for rehearsals: see Environment.schedule. */
  schedule: 'relative' | 'absolute';
  /** No helm: nothing can be done from here. */
  observer: boolean;
}

export interface HeaderView {
  environment: string;
  protected: boolean;
  title: string;
  /** `ops@bastion`. */
  operator: string;
  status: Badge;
  /** `HH:MM:SS` in the plan's zone. */
  clock: string;
  /** `fin prévue 10:33 (+3 min)`, or ''. */
  forecast: string;
  /** 0 to 1. */
  ratio: number;
  /** `13/75 actions`, `phase 3/8`, `coupure 0 h 37 / 4 h`, `retour possible jusqu'à 09:58`; in order of importance. */
  figures: { text: string; tone: Tone }[];
  /** The run is in its rollback: the whole screen takes another look. */
  rollingBack: boolean;
}

export interface TreeRow {
  /** Stage, phase or step id; unique among rows (`stage:J-7`, `phase:4`, `step:4.3`). */
  key: string;
  kind: 'stage' | 'phase' | 'step';
  depth: 0 | 1 | 2;
  status: Badge;
  /** `06:30`, or ''. */
  time: string;
  /** `4.3`, `J-7`, `4`. */
  number: string;
  title: string;
  /** Right-hand column: `04:41`, `+3m`, `2/7`, `~10m`. */
  note: string;
  noteTone: Tone;
  current: boolean;
  /** Step id for steps. */
  step?: string;
}

export interface BoxView {
  id: string;
  title: string;
  mark: 'open' | 'pass' | 'fail';
  badge: Badge;
  note: string;
}

export interface CommandView {
  index: number;
  language: string;
  /** As it will run, or as it ran: amended and with variables put in; unbound ones stay in brackets. */
  script: string;
  /** `sera exécutée`, `terminée · 0 · 12 s`, `affichée seulement`. */
  status: Badge;
  /** The latest job of this command. */
  job?: string;
}

/** Everything about one step, for the main pane. */
export interface StepView {
  id: string;
  title: string;
  /** `Jour J · 3 Déploiement Code`. */
  place: string;
  kind: 'manual' | 'command' | 'checkpoint' | 'gate' | 'milestone' | 'validation';
  status: Badge;
  /** `04:41 / ~10 min`, or ''. */
  timing: string;
  role: string;
  commands: CommandView[];
  /** The job whose output belongs in the pane now: the running one, else the last. */
  job: string | null;
  /** Sub-checklist, or the checkpoint's criteria, or the rollback's validation. */
  boxes: BoxView[];
  /** The plan's own actions on failure, for checkpoints. */
  actionsOnFailure: string[];
  /** After a NO-GO those actions are what matters now. */
  failing?: boolean;
  /** Sentences worth reading now: a failure's why, missing variables, a silent command, an open output. */
  remarks: { text: string; tone: Tone }[];
}

export type ChoiceId =
  | 'start'
  | 'confirm'
  | 'reach'
  | 'go'
  | 'noGo'
  | 'review'
  | 'retry'
  | 'accept'
  | 'skip'
  | 'redo'
  | 'rollback'
  | 'validate'
  | 'abandon'
  | 'stop'
  | 'abort'
  | 'hold'
  | 'resume'
  | 'pace'
  | 'tickPass'
  | 'tickFail'
  | 'note';

/** Something the operator may do now, or may not, and why. */
export interface Choice {
  id: ChoiceId;
  /** The step it is about, however the run has moved since. */
  step?: string;
  /** `Lancer 3.3`, `GO`. */
  label: string;
  /** What follows, in a sentence: host, command, whether it can be undone. */
  consequence: string;
  enabled: boolean;
  /** Why it is disabled. */
  why: string;
  /** Word to type in full before it is done (`GO`, `NO-GO`, `RETOUR`); '' for none. */
  word: string;
  /** A free text is owed: `required`, or `optional`. */
  reason: 'none' | 'optional' | 'required';
  /** Pick one of these (rollback triggers, step to redo from); empty for none. */
  options: { value: string; label: string }[];
  /** Enter on the current step does this. */
  primary: boolean;
  tone: Tone;
}

export interface Answers {
  reason?: string;
  option?: string;
  /** Box the cursor is on, for ticks. */
  item?: string;
}

/** Turns a choice and its answers into the intent to send. */
export type IntentOf = (choice: Choice, answers: Answers, input: ViewInput) => Intent;

export interface NextView {
  time: string;
  title: string;
  /** `automatique`, `Entrée`, a role. */
  who: string;
  /** `dans 38 min`, or ''. */
  due: string;
  human: boolean;
}

export interface LogLine {
  seq: number;
  /** `HH:MM:SS` in the plan's zone. */
  time: string;
  by: string;
  text: string;
  tone: Tone;
}

export interface ScreenView {
  header: HeaderView;
  tree: TreeRow[];
  /** The step whose turn it is, the rollback's validation, or null at the ends. */
  current: StepView | null;
  next: NextView[];
  choices: Choice[];
  /** Newest last. */
  log: LogLine[];
  /** What happened while nobody was attached; empty when there is nothing to say. */
  away: LogLine[];
  /** One line of deadlines, for 80 columns. */
  deadlines: string;
  /** Set at the ends: what to say, what is left. */
  ending: { badge: Badge; lines: string[] } | null;
}
