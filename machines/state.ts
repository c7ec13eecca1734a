/** What others read of the machine: where a run stands, without knowing the chart's shape. */
import type { RunContext } from './context.ts';

export type RunStatus =
  | 'draft'
  | 'underway'
  | 'rollingBack'
  | 'validating'
  /** All is done but the final checklist. */
  | 'closing'
  | 'completed'
  | 'rolledBack'
  | 'aborted';

/** Where the current step stands. `waiting`: not its turn yet. */
export type StepStatus =
  | 'waiting'
  | 'ready'
  | 'running'
  | 'failed'
  | 'inDoubt'
  | 'reviewing'
  | 'refused'
  | 'remediating'
  | 'done'
  | 'accepted'
  | 'skipped'
  | 'passed'
  | 'reached';

/** One run as folded: `current` is the id of the step whose turn it is, null at the ends, while validating a rollback and while closing. */
export interface RunState {
  status: RunStatus;
  current: string | null;
  /** `halting`: a rollback was decided while a job ran; it waits for that job's end. */
  halting: boolean;
  context: RunContext;
  statusOf(stepId: string): StepStatus;
  /** Would this fact be accepted now? Time and author do not matter. */
  can(fact: import('./entries.ts').Fact): boolean;
}
