import type { Ledger } from '../engine/ledger.ts';
import type { Fold, Folded } from '../journal/fold.ts';
import type { CliWords } from '../locale/cli.ts';
import type { Progress, ProgressFile } from '../store/progress.ts';
import type { JournalFile } from '../store/types.ts';
import { CliFailure, exitCodes } from './failure.ts';

/** Milliseconds between two saves: the snapshot is a cache, the journal is the truth. */
const saveEvery = 5_000;

/**
 * The state at the journal's end: the saved snapshot and the entries after it, else all the entries.
 * @throws {CliFailure} when the snapshot knows of entries that the journal has lost.
 */
export async function startingPoint(
  progress: ProgressFile,
  fold: Fold,
  journal: JournalFile,
  words: CliWords,
): Promise<Folded> {
  const saved = await progress.read();
  const end = journal.entries.length;
  if (saved !== null && saved.seq >= end) {
    const why = words.resume.lostEntries(saved.seq + 1 - end);
    throw new CliFailure(
      words.resume.damaged(end + 1, why),
      words.resume.damagedRemedy,
      exitCodes.failed,
    );
  }
  return foldedFrom(saved, fold, journal);
}

/** Where the entries lead: from the saved snapshot where it belongs to them, else from the first entry. */
export function foldedFrom(
  saved: Progress | null,
  fold: Fold,
  journal: Pick<JournalFile, 'entries' | 'hashOf'>,
): Folded {
  if (saved === null || journal.hashOf(saved.seq) !== saved.hash) return fold.all(journal.entries);
  const restored = fold.restore(saved.snapshot);
  if (restored === null) return fold.all(journal.entries);
  return fold.on(restored, journal.entries.slice(saved.seq + 1));
}

/** Saves the snapshot as the run goes on, never more often than every five seconds, and at the end. */
export function keepProgress(
  file: ProgressFile,
  ledger: Ledger,
  journal: JournalFile,
  fold: Fold,
): { close(): Promise<void> } {
  let timer: NodeJS.Timeout | null = null;
  const save = async (): Promise<void> => {
    timer = null;
    const seq = journal.entries.length - 1;
    const hash = journal.hashOf(seq);
    if (hash === null) return;
    // A snapshot that cannot be written is made again from the journal.
    await file
      .write({ version: 1, seq, hash, snapshot: fold.persist(ledger.folded()) })
      .catch(() => {});
  };
  const stop = ledger.subscribe(() => {
    timer ??= setTimeout(() => void save(), saveEvery).unref();
  });
  return {
    async close() {
      stop();
      if (timer) clearTimeout(timer);
      await save();
    },
  };
}
