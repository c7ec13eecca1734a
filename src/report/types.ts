/**
 * The report of a run: plain data, the public and versioned document of `report --format json`
 * (docs/report-json.md). HTML and Markdown are drawn from it and from nothing else. Times are ISO 8601 UTC,
 * lengths milliseconds, unless a name says otherwise; texts are in `language`, their secrets covered.
 */
import type { RunStatus } from '../../machines/state.ts';
import type { Language } from '../plan/types.ts';
import type { MomentKind, Tone } from '../view/types.ts';

export interface Report {
  version: 1;
  language: Language;
  generated: { at: string; program: string };
  run: RunFacts;
  outcome: Outcome;
  figures: Figures;
  gantt: Gantt;
  /** Where the time went. */
  time: TimeSpent;
  moments: { kind: MomentKind; at: string; seq: number; step: string | null; text: string }[];
  decisions: DecisionFact[];
  checkpoints: CheckpointFact[];
  failures: FailureFact[];
  amendments: AmendmentFact[];
  messages: MessageFact[];
  metrics: MetricFact[];
  prerequisites: PrerequisiteFact[];
  notes: NoteFact[];
  calls: {
    at: string;
    by: string;
    role: string;
    outcome: string;
    note: string;
    step: string | null;
  }[];
  /** Every entry, in words. */
  timeline: TimelineLine[];
  outputs: OutputFact[];
  improvement: Improvement;
  /** Beside another run; null when none was asked for. */
  against: Comparison | null;
}

export interface RunFacts {
  id: string;
  title: string;
  environment: string;
  protected: boolean;
  /** J, `YYYY-MM-DD`. */
  date: string;
  timezone: string;
  fingerprint: string;
  startedAt: string;
  /** Null while it goes on. */
  endedAt: string | null;
  /** Who held the helm, in order of appearance. */
  operators: string[];
  entries: number;
  /** Of the last entry: what `bascule verify` must find; '' for an empty journal. */
  hash: string;
  /** The journal ends before its damaged line: which, and why; null when it is whole. */
  damage: { line: number; why: string } | null;
}

export interface Outcome {
  status: RunStatus;
  /** `Déploiement terminé`. */
  headline: string;
  tone: Tone;
  /** What else is to be said first: why, how long the outage was, what was skipped. */
  lines: string[];
}

/** Whole numbers, milliseconds for lengths; null where it did not happen or cannot be known. */
export interface Figures {
  /** From the first entry to the end of the run; to now while it goes on. */
  length: number;
  /** The same without nights and pauses: somebody held the helm of a run that was not on hold, or a command ran. */
  worked: number;
  plannedOutage: number | null;
  outage: number | null;
  /** From the decision to the end of the procedure. */
  rollback: number | null;
  steps: number;
  stepsDone: number;
  stepsSkipped: number;
  stepsAccepted: number;
  /** Jobs of the plan's own commands. */
  commands: number;
  commandsFailed: number;
  commandsInDoubt: number;
  retries: number;
  amendments: number;
  /** Checkpoints and gates. */
  go: number;
  noGo: number;
  waivers: number;
  messagesSent: number;
  messagesFailed: number;
  metricsRed: number;
  /** Bytes of output, of all jobs. */
  output: number;
}

/** Milliseconds since the epoch here: an axis is arithmetic. */
export interface Gantt {
  from: number;
  to: number;
  /** Stretches with nothing planned and nothing done, left out of the axis. */
  gaps: { from: number; to: number }[];
  /** The maintenance window as planned and as it was; null where there is none. */
  window: { planned: Stretch | null; actual: Stretch | null } | null;
  rows: GanttRow[];
  /** Checkpoints, gates, milestones, the rollback's decision. */
  signs: {
    at: number;
    kind: 'go' | 'no-go' | 'milestone' | 'rollback';
    label: string;
    step: string | null;
  }[];
}

export interface Stretch {
  from: number;
  to: number;
}

export interface GanttRow {
  /** `phase:J:4`, `step:4.3`. */
  key: string;
  kind: 'stage' | 'phase' | 'step';
  number: string;
  title: string;
  planned: Stretch | null;
  /** What was done, in order; several where it was left and taken up again. Open at the end of a run under way. */
  actual: (Stretch & { tone: Tone })[];
  /** The best rehearsal's length (the fastest completed run of this plan elsewhere), laid at the actual start; null without one. */
  best: Stretch | null;
  /** Of what is over: later than planned, ms; negative is early. */
  late: number | null;
}

export type Spending = 'commands' | 'people' | 'deciding' | 'waiting' | 'away';

/**
 * Each moment of the run is counted once. `commands`: one of the plan's runs. `deciding`: a checkpoint, gate,
 * failure or doubt is before somebody. `people`: manual work. `waiting`: for its time, an approval, on hold.
 * `away`: nobody at the helm, nothing runs.
 */
export interface TimeSpent {
  total: Record<Spending, number>;
  phases: {
    key: string;
    number: string;
    title: string;
    planned: number | null;
    spent: Record<Spending, number>;
  }[];
  /** The longest single stretches, longest first, at most ten. */
  longest: { kind: Spending; from: string; took: number; step: string | null; text: string }[];
}

export interface DecisionFact {
  seq: number;
  at: string;
  by: string;
  /** The entry's type: `checkpoint.passed`, `step.skipped`, `rollback.decided` … */
  type: string;
  step: string | null;
  /** In words: `GO à 4.3 Dry-run`. */
  text: string;
  reason: string;
  /** What it rested on: green criteria, red ones, an approval, an excerpt. */
  evidence: string[];
}

export interface CheckpointFact {
  step: string;
  title: string;
  kind: 'checkpoint' | 'gate' | 'validation' | 'checklist';
  /** Each look, in order. */
  looks: { at: string; by: string; verdict: 'go' | 'no-go'; reason: string; hash: string }[];
  criteria: {
    id: string;
    title: string;
    mark: 'open' | 'pass' | 'fail';
    by: string;
    at: string | null;
    note: string;
    /** A command's word, and its job; null when a person said so. */
    job: string | null;
  }[];
  approvals: {
    at: string;
    person: string;
    role: string;
    verdict: 'go' | 'no-go';
    proof: 'verified' | 'attested';
    note: string;
  }[];
}

export interface FailureFact {
  job: string;
  step: string;
  title: string;
  host: string;
  at: string;
  kind: 'failed' | 'in-doubt' | 'revoked' | 'abandoned' | 'orphan';
  /** `code 137 : tuée (KILL)`. */
  status: string;
  script: string;
  /** The lines that matter. */
  excerpt: { first: string; last: string[] };
  /** What was decided about it, in words; '' when nothing was. */
  settled: string;
}

export interface AmendmentFact {
  seq: number;
  at: string;
  by: string;
  step: string;
  command: number;
  reason: string;
  diff: string;
}

export interface MessageFact {
  occasion: string;
  title: string;
  audience: string;
  /** When the plan wants it, in words. */
  due: string;
  status: 'none' | 'sent' | 'told' | 'failed' | 'doubt' | 'queued';
  deliveries: {
    at: string;
    by: string;
    channel: string;
    status: 'queued' | 'sent' | 'failed' | 'doubt';
    subject: string;
    detail: string;
  }[];
  told: { at: string; by: string; how: string }[];
}

export interface MetricFact {
  id: string;
  title: string;
  group: string;
  /** `< 2 s`; '' where there is none. */
  threshold: string;
  baseline: { at: string; value: number; unit: string } | null;
  last: {
    at: string;
    value: number;
    unit: string;
    verdict: 'pass' | 'fail' | 'none';
    source: string;
  } | null;
  /** Every watch, oldest first. */
  series: { at: string; value: number; verdict: 'pass' | 'fail' | 'none' }[];
  failed: { at: string; why: string } | null;
  /** What a person says of it; absent or null where nobody did. */
  judged?: { at: string; by: string; verdict: 'pass' | 'fail'; note: string } | null;
}

export interface PrerequisiteFact {
  id: string;
  title: string;
  group: string;
  status: 'met' | 'failed' | 'waived' | 'open';
  at: string | null;
  by: string;
  /** What proves it, or why it was waived. */
  note: string;
}

export interface NoteFact {
  at: string;
  by: string;
  text: string;
  step: string | null;
  topic: 'adoption' | 'satisfaction' | 'lesson' | null;
}

export interface TimelineLine {
  seq: number;
  at: string;
  by: string;
  type: string;
  text: string;
  tone: Tone;
}

export interface OutputFact {
  job: string;
  step: string;
  /** `4.2`, `4.2 (2/3)`, `! df -h`, a box's title. */
  title: string;
  script: string;
  attempt: number;
  host: string;
  startedAt: string;
  endedAt: string | null;
  took: number | null;
  code: number | null;
  ok: boolean | null;
  /** Bytes recorded at exit, and their hash where the journal has it. */
  size: number;
  sha256: string | null;
  /** The text, plain: the beginning, and the end where `omitted` bytes were left out between them. */
  head: string;
  tail: string;
  omitted: number;
  /** Why there is less than there was, or nothing; '' when there is nothing to say. */
  remark: string;
  /** How it appeared, for the longest one alone: at which time how many characters of `head` were there. */
  player: { at: number; characters: number }[] | null;
}

/** A patch that carries back to the plan what the run taught. */
export interface Improvement {
  /** For `git apply` in the plan's folder; null when there is nothing to carry back. */
  patch: string | null;
  /** The file that it is for, from that folder: `plan.md`. */
  file: string;
  /** What it changes, in words. */
  changes: {
    kind: 'duration' | 'amendment' | 'skipped' | 'note';
    step: string | null;
    text: string;
  }[];
}

export interface Comparison {
  run: RunFacts;
  outcome: Outcome;
  figures: Figures;
  /** Phases and steps of both, in the plan's order; null on the side that lacks it, or did not finish it. */
  rows: {
    key: string;
    kind: 'phase' | 'step';
    number: string;
    title: string;
    /** Length here and there. */
    here: number | null;
    there: number | null;
    /** Outcomes, as in words; '' when it was not done. */
    outcomeHere: string;
    outcomeThere: string;
  }[];
  /** What failed, was decided or skipped on one side only, in words. */
  differences: {
    side: 'here' | 'there';
    kind: 'failure' | 'decision' | 'skipped' | 'amendment';
    step: string | null;
    text: string;
  }[];
}
