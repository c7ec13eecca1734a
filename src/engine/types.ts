/** What a cockpit, or an unattended driver, sees and says. */
import type { Entry, Fact, FactOf } from '../../machines/entries.ts';
import type { RunState } from '../../machines/state.ts';
import type { GivenApproval } from './around/approving.ts';

/**
 * What the operator wants. `start` lets the engine pick the job's id, attempt and script; everything
 * else that an operator may journal is a fact already.
 */
export type Intent =
  | { type: 'start'; step: string }
  | { type: 'cancel'; reason: string; aside?: boolean }
  /** Runs what the operator typed in the environment of the current step, beside the plan. */
  | { type: 'adhoc'; script: string }
  /** Runs the check of a box, again or for the first time. */
  | { type: 'check'; item: string }
  /** Sends a message through a channel of the environment. */
  | { type: 'send'; message: string; channel: string; subject: string; body: string }
  /** Measures a metric now. */
  | { type: 'measure'; metrics: readonly string[] }
  | { type: 'record'; fact: OperatorFact }
  /** Several facts, each as far as it is taken. */
  | { type: 'each'; facts: readonly OperatorFact[] };

/** Facts an operator states; the others are the engine's own observations. */
export type OperatorFact = Exclude<
  Fact,
  {
    type:
      | 'run.created'
      | 'helm.taken'
      | 'helm.released'
      | 'job.started'
      | 'job.revoked'
      | 'job.exited'
      | 'job.doubted'
      | 'job.orphaned'
      | 'job.cancelled'
      | 'message.queued'
      | 'message.sent'
      | 'message.failed'
      | 'message.doubted'
      | 'metric.failed';
  }
>;

/** Why an intent was not carried out; `code` selects the words on screen, `detail` completes them. */
export type Refusal = {
  code:
    | 'not-now'
    | 'held'
    | 'no-helm'
    | 'unbound-variable'
    | 'bad-value'
    | 'open-items'
    | 'open-criteria'
    | 'job-running'
    /** A command beside the plan still runs. */
    | 'aside-running'
    /** The rollback could not undo this step: `detail` names the missing pieces. */
    | 'not-ready'
    /** An interactive command, and no terminal to give it. */
    | 'no-terminal'
    /** A secret of the environment stands in what would be journaled and run. */
    | 'secret'
    | 'journal-failed'
    | 'not-runnable'
    /** The day of its stage has not come: `detail` is that day. */
    | 'not-due'
    /** The command is to do something on another host: only checks can, over ssh. `detail` is the host. */
    | 'remote'
    /** Prerequisites are owed before the day: `detail` names them. */
    | 'prerequisites'
    /** Somebody else must approve first: `detail` is the role. */
    | 'approval'
    /** The environment has no such channel, or no probe for this metric. */
    | 'no-channel'
    | 'no-probe'
    /** The text still has blanks: `detail` names them. */
    | 'blanks';
  detail: string;
};

export type IntentResult = { done: true } | { done: false; refusal: Refusal };

/** Hands the terminal to a command for as long as `work` runs, and takes it back whatever happens. */
export type Lend = (work: () => Promise<void>) => Promise<void>;

/** One step of what happened while nobody was attached. */
export interface AwayNote {
  job: string;
  step: string;
  status: 'exited' | 'doubt' | 'revoked' | 'running' | 'orphan';
  code?: number;
  ok?: boolean;
  exitedAt?: string;
}

/** Entries and state, from wherever they come: the engine, a followed file, a player. */
export interface RunSource {
  state(): RunState;
  entries(): readonly Entry[];
  /** Called after each entry is folded, and when the source has other news. Returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** What happened between the last release of the helm and now; empty on a new run. */
  away: readonly AwayNote[];
  /** Output of one job: its present size, and bytes of it. */
  outputSize(job: string): Promise<number>;
  readOutput(job: string, offset: number, bytes: number): Promise<Buffer>;
  /** What the bytes of `readOutput` are not; null when there is nothing to say. */
  outputRemark?(job: string): OutputRemark | null;
  /** Hash of one entry's line in the journal, hex; null when there is no such entry. */
  hashOf(seq: number): string | null;
  /** Why nothing more can be journaled from here, or null; null as well where nothing ever is. */
  trouble?(): string | null;
}

/**
 * `unwatched`: the last `bytes` came while nobody followed, so when is not known. `untimed`: when anything of it
 * came is not known. `withheld`: `bytes` more are there, whose secrets nobody could cover. `missing`: its file is gone.
 */
export interface OutputRemark {
  why: 'unwatched' | 'untimed' | 'withheld' | 'missing';
  bytes: number;
}

/** What goes on beside the commands: messages, metrics, approvals. */
export interface Beside {
  /**
   * Resolves once no message is under way, or after `patience` milliseconds: to be called by whoever leaves,
   * for nothing begins by itself from then on.
   */
  settle(patience: number): Promise<void>;
  /** Approvals that lie in the run's folder now; each counts once, when its step comes. */
  approvals(given: readonly GivenApproval[]): void;
  /** A baseline is being measured: the maintenance window had better wait for it. */
  readonly takesBaseline: boolean;
}

/** Drives one run: intents in, entries durable, effects out. */
export interface Engine extends RunSource {
  act(intent: Intent): Promise<IntentResult>;
  /** Lets the helm go. Jobs go on; nothing new starts. */
  close(why: FactOf<'helm.released'>['why']): void;
  /** Messages, metrics, approvals. */
  readonly around: Beside;
  /** Journals, as the program's own observation, that an earlier run proves a prerequisite. */
  prove(fact: FactOf<'item.ticked'>): IntentResult;
  /** Journals what the program itself noticed, as a note. */
  remark(text: string): void;
  /** Gives the way to hand the terminal to an interactive command; null when there is none any more. */
  giveTerminal(lend: Lend | null): void;
  /** Why nothing more can be journaled, or null. */
  trouble(): string | null;
}
