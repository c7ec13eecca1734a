/** The data a run's machine carries beside its control state. Plain and serialisable. */
import type { EntryOf, Excerpt, HelmHolder, RunEvidence } from './entries.ts';

export interface Mark {
  verdict: 'pass' | 'fail';
  at: string;
  by: string;
  /** What the person said, or the last line of the check's output. */
  note?: string;
  /** The job that gave the verdict; absent when a person did. */
  job?: string;
  /** The earlier run that proves it. */
  evidence?: RunEvidence;
}

export type StepOutcome = 'done' | 'accepted' | 'skipped' | 'passed' | 'reached';

/** What is known of one step. Times are ISO 8601 UTC, as journaled. */
export interface StepRecord {
  startedAt?: string;
  endedAt?: string;
  outcome?: StepOutcome;
  /** Index, among the step's runnable commands, of the next one to run. */
  command: number;
  /** Jobs started so far for this step, in order. */
  jobs: string[];
  /** Why it was skipped, accepted, waived, refused or reopened. */
  reason?: string;
  by?: string;
  /** Set from a NO-GO until the next look. */
  refusedAt?: string;
  /** Amended scripts of this run, by command index (`Command.index`). */
  amended: Record<number, string>;
  reopened: number;
  /** How often it was refused, looked at again, or a command of it rewritten: each time it is another look. */
  refusals?: number;
}

export type JobStatus = 'running' | 'orphan' | 'exited' | 'revoked' | 'doubt' | 'abandoned';

export interface JobRecord {
  id: string;
  step: string;
  /** `Command.index` in its step. */
  command: number;
  attempt: number;
  startedAt: string;
  status: JobStatus;
  host: string;
  exitedAt?: string;
  code?: number;
  ok?: boolean;
  why?: string;
  size?: number;
  cancelledAt?: string;
  outputOpen?: boolean;
  away?: boolean;
  excerpt?: Excerpt;
  /** Beside the plan: what the operator typed, or the box that it checks. */
  adhoc?: string;
  check?: string;
  proof?: boolean;
  interactive?: boolean;
}

export interface Note {
  at: string;
  by: string;
  text: string;
  step?: string;
  topic?: 'adoption' | 'satisfaction' | 'lesson';
}

/** Something decided, with why. */
export interface Decision {
  at: string;
  by: string;
  reason: string;
}

/** As journaled, without its envelope's number. */
export type Approval = Omit<EntryOf<'approval.given'>, 'type' | 'seq'>;
export type Call = Omit<EntryOf<'person.called'>, 'type' | 'seq'>;

/** One message on one occasion. */
export interface MessageRecord {
  /** The operator's own text; absent while the draft stands. */
  edited?: { subject: string; body: string };
  /** Ids of its deliveries, in order. */
  deliveries: string[];
  /** What the operator says was done by other means. */
  told: { at: string; by: string; how: string }[];
}

export interface Delivery {
  id: string;
  /** The occasion: key of `messages`. */
  message: string;
  channel: string;
  subject: string;
  at: string;
  by: string;
  status: 'queued' | 'sent' | 'failed' | 'doubt';
  /** When its fate was known. */
  endedAt?: string;
  why?: string;
  detail?: string;
}

export type Measure = Omit<EntryOf<'metric.measured'>, 'type' | 'seq' | 'metric' | 'by' | 'as'>;

export interface MetricRecord {
  baseline?: Measure;
  /** The latest watches, oldest first; bounded. */
  recent: Measure[];
  /** The latest try, when it came to nothing. */
  failed?: { at: string; why: string; detail: string };
}

export interface RunContext {
  /** From `run.created`; null in `draft`. */
  run: {
    id: string;
    environment: string;
    protected: boolean;
    /** J, `YYYY-MM-DD`. */
    date: string;
    timezone: string;
    fingerprint: string;
    createdAt: string;
    /** Of the journal. */
    version: number;
  } | null;
  helm: (HelmHolder & { since: string }) | null;
  held: { reason: string; at: string; by: string } | null;
  pace: 'step' | 'phase' | 'automatic';
  variables: Record<string, string>;
  marks: Record<string, Mark>;
  steps: Record<string, StepRecord>;
  jobs: Record<string, JobRecord>;
  /** Id of the job of the plan that is running or orphaned; at most one at a time. */
  liveJob: string | null;
  /** Id of the job beside the plan (an ad-hoc command, a check) that is running or orphaned; at most one at a time. */
  aside: string | null;
  /** Latest check of each box, by the box's id, until the box is to be looked at again. */
  checks: Record<string, string>;
  notes: Note[];
  /** Stages opened before their day, by id. */
  opened: Record<string, Decision>;
  /** Prerequisites that will not be met, by id. */
  waived: Record<string, Decision>;
  /** Of each step, oldest first. */
  approvals: Record<string, Approval[]>;
  calls: Call[];
  /** The last time the helm was handed over. */
  handed: { at: string; by: string; to: string; summary: string } | null;
  /** By occasion: `before`, `during@4.3`. */
  messages: Record<string, MessageRecord>;
  deliveries: Record<string, Delivery>;
  metrics: Record<string, MetricRecord>;
  /** Latest look of each point of the surveillance. */
  looks: Record<string, { at: string; by: string; verdict: 'pass' | 'fail'; note?: string }>;
  rollback: { at: string; by: string; reason: string; trigger?: string; fromStep?: string } | null;
  endedAt: string | null;
  /** Id of the step whose turn it is; null at the ends and while a rollback is validated. */
  current?: string | null;
  /** Last entry folded. */
  seq: number;
  at: string;
}
