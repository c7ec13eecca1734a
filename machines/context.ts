/** The data a run's machine carries beside its control state. Plain and serialisable. */
import type { Excerpt, HelmHolder } from './entries.ts';

export interface Mark {
  verdict: 'pass' | 'fail';
  at: string;
  by: string;
  /** What the person said, or the last line of the check's output. */
  note?: string;
  /** The job that gave the verdict; absent when a person did. */
  job?: string;
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
  rollback: { at: string; by: string; reason: string; trigger?: string; fromStep?: string } | null;
  endedAt: string | null;
  /** Id of the step whose turn it is; null at the ends and while a rollback is validated. */
  current?: string | null;
  /** Last entry folded. */
  seq: number;
  at: string;
}
