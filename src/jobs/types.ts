/** Durable jobs: see docs/jobs.md. Everything here is about one folder, `jobs/<id>/`. */

export interface JobSpec {
  /** The command's text. */
  script: string;
  /** `bash` (run as `bash -eo pipefail`) or another interpreter's command name. */
  interpreter: string;
  /** Absolute working directory. */
  directory: string;
  /** Given on standard input instead of nothing; for runners such as `mysql`. */
  input?: string;
  /** Time limit in seconds; none when absent. */
  timeout?: number;
  /** Seconds between TERM and KILL when the limit passes; default 30. */
  grace?: number;
  /** It gets our terminal as its stdin, stdout and stderr: to be attached, never launched. */
  interactive?: boolean;
}

export type Probe =
  | { state: 'not-started' /** Last reason of the wrapper's log, when it refused. */; why?: string }
  | { state: 'starting' }
  | { state: 'revoked'; why: string }
  | { state: 'running'; pid: number }
  | { state: 'orphan'; pid: number; why: string }
  | {
      state: 'exited';
      code: number;
      /** Bytes of output at exit; null when the record was recovered before its size was known. */
      size: number | null;
      /** Unix seconds; null likewise. */
      at: number | null;
      outputOpen: boolean;
    }
  | { state: 'doubt'; why: 'rebooted' | 'witness-lost' | 'folder-damaged' };

/** What whoever followed a job saw of its output, and when: `jobs/<id>/seen`. Not a fact: it may be lost. */
export interface Seen {
  /** In order; times in milliseconds since the epoch, sizes in bytes. */
  marks: readonly SeenMark[];
  /** Where a secret stands in the output, in order. */
  masks: readonly SeenMask[];
}

/** Bytes of an output. */
export interface SeenMask {
  offset: number;
  length: number;
}

export interface SeenMark {
  at: number;
  /** Bytes up to here had been written by then, and their secrets looked for. */
  size: number;
  /** Somebody begins to follow here: when the bytes since the mark before came, nobody knows. */
  began?: true;
}

/** What is looked for in an output, so that it can be covered where it is not known. */
export interface SecretSearch {
  /** Bytes of the longest secret. */
  longest: number;
  /** Where secrets stand in these bytes, in any order. */
  find(bytes: Buffer): SeenMask[];
  /** Bytes at the end that may be the beginning of a secret. */
  unfinished(bytes: Buffer): number;
}

/** Somebody follows an output, and keeps what is seen of it. */
export interface Following {
  /** Looks once more, then stops; resolves once that is kept. Never fails. */
  end(): Promise<void>;
}

/** Durable local jobs under one `jobs/` folder. */
export interface Jobs {
  /** Builds the folder durably; does nothing when it exists. @throws on a full disk, unwritable folder. */
  prepare(id: string, spec: JobSpec): Promise<void>;
  /** Spawns the wrapper, detached. `env` is the whole environment of the command. */
  launch(id: string, env: Record<string, string>): void;
  /**
   * Runs the wrapper of an interactive job on our own terminal, in our session; resolves once the terminal
   * is free again, or when `signal` aborts: the job goes on then. The outcome is to be probed.
   */
  attach(id: string, env: Record<string, string>, signal: AbortSignal): Promise<void>;
  exists(id: string): boolean;
  probe(id: string): Promise<Probe>;
  /** True: it can never start. False: it did start. */
  revoke(id: string, why: string): Promise<boolean>;
  /** TERM to the job's processes, KILL after `grace` seconds; resolves once the signals are sent. */
  cancel(id: string, grace?: number): Promise<void>;
  /** Resolves when the state is one that `until` accepts (default: an outcome), polling; rejects when `signal` aborts. */
  wait(
    id: string,
    options?: { until?: (probe: Probe) => boolean; signal?: AbortSignal },
  ): Promise<Probe>;
  /** Path of the output file. */
  outputPath(id: string): string;
  /** At most `bytes` from `offset`; fewer at the end of the file. */
  read(id: string, offset: number, bytes: number): Promise<Buffer>;
  /** Size of the output now; 0 when there is none. */
  size(id: string): Promise<number>;
  /**
   * Keeps from now on when the output grows, and where secrets stand in it; nothing of it is read without a `search`.
   * It disturbs nobody: what cannot be kept is not. Nothing is written once `signal` aborts.
   */
  follow(id: string, search: SecretSearch | null, signal: AbortSignal): Following;
  /** What those who followed it kept; null when nobody did. */
  seen(id: string): Promise<Seen | null>;
}
