/** What a report is made from: everything was read before, secrets covered. */
import type { JournalReading } from '../journal/chain.ts';
import type { ViewInput } from '../view/types.ts';
import type { Course } from './course.ts';

export interface ReportInput {
  /** The whole run, as of `view.now`. */
  view: ViewInput;
  /** What the fold of `view.entries` passed through; found out anew where it is absent, at the price of another fold. */
  course?: Course;
  journal: Pick<JournalReading, 'hashes' | 'damage'>;
  program: string;
  /** Of each job that has one. */
  outputs: ReadonlyMap<string, RecordedOutput>;
  /** The plan's text as the run began with it, and its file's name. */
  source: { text: string; name: string };
  /** The fastest completed rehearsal: milliseconds by step id; null without one. */
  best: ReadonlyMap<string, number> | null;
}

/** An output as it goes into the report: bounded, plain bytes decoded, secrets covered. */
export interface RecordedOutput {
  /** Bytes in all. */
  size: number;
  head: string;
  tail: string;
  /** Bytes between the two. */
  omitted: number;
  /** Of the longest: at which time (ms) how many characters of `head` were there. */
  player: { at: number; characters: number }[] | null;
  remark: {
    why: 'unwatched' | 'untimed' | 'withheld' | 'missing' | 'interactive';
    bytes: number;
  } | null;
}
