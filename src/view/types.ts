/**
 * What a screen shows, as plain data with its words already chosen: the cockpit and the reports only
 * place and colour it. Made by pure functions from plan + state + entries + now.
 */

import type { Entry, RunEvidence } from '../../machines/entries.ts';
import type { RunState } from '../../machines/state.ts';
import type { AwayNote, Intent } from '../engine/types.ts';
import type { Environment, Language, Plan } from '../plan/types.ts';

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
  /** What earlier runs of this plan took; `noHistory` where there are none. */
  history: History;
  /** What the environment says of what surrounds the commands. */
  around: Around;
  /** Hash of one entry's line, hex; null when there is none, or nobody computed it. */
  hashOf?(seq: number): string | null;
  /** What an observer knows of whoever drives; absent for the driver, and where nobody does. */
  watching?: Watching;
}

/** What an observer knows of whoever drives. */
export interface Watching {
  /**
   * `held`: their cockpit lives. `silent`: its process is stopped. `free`: the helm was let go. `lost`: the cockpit
   * is gone and did not say so. `elsewhere`: on another host, so nobody can tell from here. `none`: never taken.
   */
  helm: 'held' | 'silent' | 'free' | 'lost' | 'elsewhere' | 'none';
  /** `ops@bastion`; '' for none. */
  who: string;
  /** `/dev/pts/3`, or ''. */
  terminal: string;
  /** Since when it is so, ms; null when unknown. */
  since: number | null;
  /** When it was last looked at, ms. */
  lookedAt: number;
  /** The last thing heard of the run: an entry, or output that grew. Milliseconds; null for nothing yet. */
  heardAt: number | null;
  /** The journal cannot be read on: why, in the words of the store; null while it can. */
  trouble: string | null;
  /** The command by which whoever looks may approve what waits for a second person; absent for who drives themselves. */
  approve?: string;
}

export type Around = Pick<
  Environment,
  'channels' | 'probes' | 'prerequisites' | 'approvals' | 'approvers'
>;

/** Milliseconds that something took in earlier runs. */
export interface Sample {
  /** How many runs it is made of, at least 1. */
  count: number;
  median: number;
  /** 90th percentile; the longest, when there are few. */
  p90: number;
}

/** Earlier runs of the same plan, read from their journals. */
export interface History {
  /** In this environment: these forecast. By step id; commands only, for people wait for the clock. */
  steps: Readonly<Record<string, Sample>>;
  /** In the other environments, with the name of the latest: for comparison, never for a forecast. */
  elsewhere: Readonly<Record<string, Sample & { environment: string }>>;
  /** Whole rollbacks, from the decision to the end of the procedure, and their validations. */
  rollback: {
    here: Sample | null;
    elsewhere: Sample | null;
    validation: Sample | null;
    /** The latest one that ended. */
    last: { run: string; environment: string; at: string; took: number } | null;
  };
  /** Runs of this very plan (same fingerprint) that ended well, newest first, this one left out. */
  proofs: readonly RunEvidence[];
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
  /** Who, when, and what they said or what the check's output said. */
  note: string;
  /** A command looks at it. */
  check?: { running: boolean; job: string | null };
  /** Saying it is good contradicts its check: a note is owed. */
  contradicts?: boolean;
}

/** What a failure, or a doubt, calls for knowing before deciding. */
export interface FailureCard {
  /** `code 137 : tuée (KILL)`, `issue inconnue : la machine a redémarré`. */
  status: string;
  /** What the step was to do. */
  purpose: string;
  /** The first line that speaks of an error, when it is not among the last; then the last ones. */
  lines: { text: string; kind: 'first' | 'last' }[];
  /** `4 min 41, prévu ~10 min, répété 9 min 58 en staging (3 fois)`. */
  timing: string;
  /** Whom to call: the role of the step first, then the escalation, in order. */
  people: { role: string; who: string; contact: string }[];
  /** Time left before the last tenable rollback; '' when nobody can say. */
  returnLeft: { text: string; tone: Tone };
}

/** One of the plan's actions on failure, and what Enter on it does. */
export interface ActionView {
  text: string;
  /** `relire la sortie de 4.2`, `refaire depuis 4.2`; '' when nothing matches. */
  label: string;
  move:
    | { choice: ChoiceId; option?: string }
    /** Shows the output of a step. */
    | { look: string }
    | null;
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
  /** Not the plan's text any more. */
  amended?: boolean;
  /** The terminal is handed to it. */
  interactive?: boolean;
}

/** Everything about one step, for the main pane. */
export interface StepView {
  id: string;
  title: string;
  /** `Jour J · 3 Déploiement Code`. */
  place: string;
  kind: 'manual' | 'command' | 'checkpoint' | 'gate' | 'milestone' | 'validation' | 'closing';
  status: Badge;
  /** `04:41 / ~10 min`, or ''. */
  timing: string;
  role: string;
  commands: CommandView[];
  /** The job whose output belongs in the pane now: the running one, else the last. */
  job: string | null;
  /** Sub-checklist, or the checkpoint's criteria, or the rollback's validation. */
  boxes: BoxView[];
  /** The plan's own actions on failure: of a checkpoint, or of the next one after a step that failed. */
  actions: ActionView[];
  /** After a NO-GO those actions are what matters now: a list to go through. */
  failing?: boolean;
  /** Of a step that failed or is in doubt. */
  card?: FailureCard;
  /** A rollback step whose forward steps never ran. */
  notNeeded?: boolean;
  /** Of a step that is not the current one and may be done all the same: its list has no order. */
  choices?: Choice[];
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
  | 'note'
  /** This run's copy of the command is edited; once it was tried, it then runs. */
  | 'amend'
  /** A command beside the plan. */
  | 'adhoc'
  | 'stopAside'
  /** Run the check of the box under the cursor again. */
  | 'check'
  /** A rollback step that has nothing to undo. */
  | 'notNeeded'
  /** A value for a variable. */
  | 'bind'
  /** A stage is begun before its day. */
  | 'openStage'
  /** A prerequisite that will not be met; all those that are owed. */
  | 'waive'
  | 'waiveAll'
  /** An earlier run proves a prerequisite. */
  | 'prove'
  /** Somebody was called. */
  | 'call'
  /** The helm goes to a colleague. */
  | 'handOver'
  /** Somebody else approved, says the operator. */
  | 'attest'
  | 'send'
  | 'editMessage'
  /** A message was sent by other means. */
  | 'told'
  | 'measure'
  | 'measureAll'
  /** A figure that somebody read elsewhere. */
  | 'enterFigure'
  /** One look of the surveillance. */
  | 'looked'
  /** A note for the report: adoption, satisfaction, a lesson. */
  | 'lesson'
  /** The final checklist closes the run. */
  | 'close';

/** Something the operator may do now, or may not, and why. */
export interface Choice {
  id: ChoiceId;
  /** The step it is about, however the run has moved since. */
  step?: string;
  /** What else it is about: a stage, a box, a role, a message's occasion, a metric. */
  about?: string;
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
  /** A line is to be typed: a command, a value; '' starts empty. Null for none. */
  text: string | null;
  /** A command is to be edited first: this is its text now. Null for none. */
  edit: string | null;
  /** Pick one of these (rollback triggers, step to redo from); empty for none. One that `asks` owes a reason. */
  options: { value: string; label: string; asks?: 'reason' }[];
  /** Of a message: what would leave, as it was shown. */
  draft?: { subject: string; body: string };
  /** Of a prerequisite: the earlier run that would prove it. */
  evidence?: RunEvidence;
  /** Enter on the current step, or on the row of a page, does this. */
  primary: boolean;
  tone: Tone;
}

export interface Answers {
  reason?: string;
  option?: string;
  /** Box the cursor is on, for ticks and checks. */
  item?: string;
  /** The line typed, or the command as edited. */
  text?: string;
}

/** Turns a choice and its answers into the intent to send. */
export type IntentOf = (choice: Choice, answers: Answers, input: ViewInput) => Intent;

/** One piece of the rollback's readiness. */
export interface PieceView {
  badge: Badge;
  /** `sauvegarde`, `version précédente`, `scripts`, `rollback répété`. */
  label: string;
  /** `v0.9.0`, `capturée en 2.4`, `il y a 12 min`. */
  detail: string;
  /** Id of the proof's box, to run it again. */
  item?: string;
}

/** Can the deployment still be rolled back? */
export interface ReadinessView {
  /** `prêt`, `il manque : sauvegarde`. */
  badge: Badge;
  pieces: PieceView[];
  /** `~30 min`, `mesuré : 24 min`. */
  duration: string;
}

/** Planned, actual and forecast of one phase or step; clock times in the plan's zone, '' when unknown. */
export interface TimeRow {
  key: string;
  kind: 'stage' | 'phase' | 'step' | 'deadline';
  number: string;
  title: string;
  planned: string;
  actual: string;
  /** Expected, and in brackets the 90th percentile when earlier runs tell. */
  forecast: string;
  /** `+3 min`, ''. */
  drift: string;
  tone: Tone;
  current: boolean;
}

/** The latest command beside the plan. */
export interface AsideView {
  job: string;
  /** `! df -h`, `C2.3 Relations BM`. */
  title: string;
  badge: Badge;
  live: boolean;
}

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

/** The pages about what surrounds the commands. */
export type DossierId = 'agenda' | 'prerequisites' | 'people' | 'messages' | 'metrics';

export interface DossierRow {
  /** Unique among the rows. */
  key: string;
  kind: 'heading' | 'row';
  badge?: Badge;
  text: string;
  /** Right-hand column. */
  right: string;
  tone: Tone;
  /** Shown below the list while the cursor is on it: a message's text, a person's calls, a metric's curve. */
  detail: { text: string; tone: Tone }[];
  /** What may be done with it, most fitting first; the primary one is Enter's. */
  choices: Choice[];
  /** What `y` copies; the row's text when absent. */
  copy?: string;
  /** Without a primary choice, Enter goes there: another page, at the row of this key; or a step. */
  leads?: { page: DossierId; key: string } | { step: string };
}

export interface DossierView {
  title: string;
  /** `3 à faire, 2 en retard`. */
  note: { text: string; tone: Tone };
  rows: DossierRow[];
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
  /** Null when the plan has no rollback, or once it is decided. */
  readiness: ReadinessView | null;
  /** What waits around the commands, in one line: late steps, messages to send, prerequisites; null for nothing. */
  todo: { text: string; tone: Tone } | null;
  /** What must be said at once: a forecast beyond the window, or beyond the last tenable rollback. */
  alerts: { text: string; tone: Tone }[];
  times: TimeRow[];
  aside: AsideView | null;
  /** For an observer: who has the helm, and how fresh that is; null for the driver. */
  watch: { text: string; tone: Tone } | null;
  /** Set at the ends: what to say, what is left. */
  ending: {
    badge: Badge;
    lines: string[];
    /** The run's amended commands, as the diff of each; offered as a patch to the plan. */
    amendments: { step: string; diff: string }[];
  } | null;
}

/** What one may jump to in a run that is seen again. */
export type MomentKind = 'checkpoint' | 'failure' | 'decision' | 'delay';

/** A moment worth going back to. */
export interface Moment {
  kind: MomentKind;
  /** The entry after which it is on the screen. */
  seq: number;
  /** Milliseconds since the epoch. */
  at: number;
  badge: Badge;
  /** `HH:MM:SS` in the plan's zone; the day before it when the run spans several. */
  time: string;
  /** `GO à 4.3 Dry-run`, `4.2 en échec : code 1`, `12 min de retard à 3.3`. */
  text: string;
  step: string | null;
}

/** A run that plays again, as drawn: where it stands, and what lies on its way. */
export interface PlaybackView {
  playing: boolean;
  /** `×60`. */
  speed: string;
  /** Clock of the run, `HH:MM:SS`, with its day when the run spans several. */
  clock: string;
  /** The end's, in the same form. */
  end: string;
  /** Where it stands, 0 to 1 on the axis of the scrubber, where idle time is short. */
  ratio: number;
  /** Stages and phases along the axis, in order, without gaps. */
  spans: { from: number; to: number; label: string; current: boolean }[];
  /** Moments along the axis, in order. */
  marks: { at: number; kind: MomentKind; badge: Badge }[];
  /** All moments, in order. */
  moments: readonly Moment[];
  /** Position in `moments` of the last one passed; -1 before the first. */
  passed: number;
  /** `rien pendant 47 min`, while idle time is run through; ''. */
  idle: string;
}
