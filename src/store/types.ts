/** The run folder on disk: DESIGN §6. */
import type { Entry, Fact, HelmHolder } from '../../machines/entries.ts';

/** The journal of one run, opened for appending. */
export interface JournalFile {
  /** All entries read when it was opened plus those appended since. */
  readonly entries: readonly Entry[];
  /** Set when a torn last line was cut at opening: where its bytes were kept. */
  readonly torn?: { keptIn: string; bytes: number };
  /** Hash of one entry's line; null when there is no such entry. */
  hashOf(seq: number): string | null;
  /** Writes and fdatasyncs one entry before it returns. A failed fsync is fatal: the journal is closed, never retried. */
  append(fact: Fact, by: string): Entry;
  close(): void;
}

/** Thrown when a journal cannot be trusted; `line` from 1. */
export interface JournalDamage {
  line: number;
  why: string;
}

export interface HelmRecord extends HelmHolder {
  /** Field 22 of /proc/PID/stat. */
  start: string;
  boot: string;
  /** ISO 8601. */
  since: string;
  /** When it was let go, ISO 8601; absent while it is held, and after a crash. */
  released?: string;
}

export type HelmAttempt =
  | { taken: true; release(): void; previous?: HelmRecord }
  | { taken: false; holder: HelmRecord };

/** One row of `bascule runs`. */
export interface RunSummary {
  id: string;
  folder: string;
  title: string;
  environment: string;
  date: string;
  createdAt: string;
  /** Last entry's time. */
  updatedAt: string;
  entries: number;
  fingerprint: string;
  /** Read from the entries alone. */
  status: 'underway' | 'rollingBack' | 'completed' | 'rolledBack' | 'aborted' | 'damaged';
  damage?: string;
}
