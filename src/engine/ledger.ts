import type { Effect } from '../../machines/effects.ts';
import type { Entry, Fact } from '../../machines/entries.ts';
import type { RunState } from '../../machines/state.ts';
import type { Fold, Folded } from '../journal/fold.ts';
import type { JournalFile } from '../store/types.ts';

/** The journal and the state folded from it, kept in step: an entry is durable before it is folded. */
export interface Ledger {
  readonly entries: readonly Entry[];
  /** Hash of one entry's line; null when there is no such entry. */
  hashOf(seq: number): string | null;
  state(): RunState;
  folded(): Folded;
  /** Journals a fact, folds it, tells the listeners, and gives the effects that are now owed. @throws when the journal cannot be written. */
  record(fact: Fact, by: string): { entry: Entry; effects: Effect[] };
  subscribe(listener: () => void): () => void;
  /** Tells the listeners that something other than an entry changed. */
  announce(): void;
}

/** Opens a ledger on a journal, from a folded state that stands at `folded` or from the beginning. */
export function openLedger(journal: JournalFile, fold: Fold, start: Folded): Ledger {
  let folded = start;
  let state = fold.toState(folded);
  const listeners = new Set<() => void>();
  const announce = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    get entries() {
      return journal.entries;
    },
    hashOf: seq => journal.hashOf(seq),
    state: () => state,
    folded: () => folded,
    record(fact, by) {
      const entry = journal.append(fact, by);
      const step = fold.next(folded, entry);
      folded = step;
      state = fold.toState(folded);
      announce();
      return { entry, effects: step.effects };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    announce,
  };
}
