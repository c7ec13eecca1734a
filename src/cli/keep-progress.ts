import type { Ledger } from '../engine/ledger.ts';
import { createFold, type Fold, type Folded } from '../journal/fold.ts';
import type { Plan } from '../plan/types.ts';
import type { ProgressFile } from '../store/progress.ts';
import type { JournalFile } from '../store/types.ts';

/** Milliseconds between two saves: the snapshot is a cache, the journal is the truth. */
const saveEvery = 5_000;

/** The state at the journal's end: the saved snapshot and the entries after it, else all the entries. */
export async function startingPoint(
  progress: ProgressFile,
  fold: Fold,
  journal: JournalFile,
): Promise<Folded> {
  const saved = await progress.read();
  if (saved === null || journal.hashOf(saved.seq) !== saved.hash) return fold.all(journal.entries);
  const restored = fold.restore(saved.snapshot);
  if (restored === null) return fold.all(journal.entries);
  return journal.entries.slice(saved.seq + 1).reduce<Folded>(fold.next, restored);
}

/** Saves the snapshot as the run goes on, never more often than every five seconds, and at the end. */
export function keepProgress(
  file: ProgressFile,
  ledger: Ledger,
  journal: JournalFile,
  plan: Plan,
): { close(): Promise<void> } {
  const fold = createFold(plan);
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
    timer ??= setTimeout(save, saveEvery).unref();
  });
  return {
    async close() {
      stop();
      if (timer) clearTimeout(timer);
      await save();
    },
  };
}
