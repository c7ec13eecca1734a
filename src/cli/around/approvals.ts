import type { Engine } from '../../engine/types.ts';
import { makeApprovals, readApprovals } from '../../store/approvals.ts';
import { watchApprovals } from '../../store/watch-approvals.ts';

/** Until a directory server that did not answer is asked again. Milliseconds. */
const patience = 30_000;

/**
 * Tells the engine what others approve in the run's folder, from now on, and journals once what lies there
 * without being an approval. A run whose folder takes none is driven all the same.
 * @returns the way to stop
 */
export function followApprovals(engine: Engine, folder: string): () => void {
  try {
    makeApprovals(folder);
  } catch {
    // Whoever wants to approve is told why it cannot be.
  }
  const said = new Set(engine.entries().flatMap(e => (e.type === 'note.added' ? e.text : [])));
  let again: ReturnType<typeof setTimeout> | undefined;
  const look = (): void => {
    const { given, odd, unnamed } = readApprovals(folder);
    clearTimeout(again);
    if (unnamed) again = setTimeout(look, patience).unref();
    engine.around.approvals(given);
    for (const { file, why } of odd) {
      const text = `approval-odd ${why} ${file}`;
      if (said.has(text)) continue;
      said.add(text);
      engine.remark(text);
    }
  };
  const stop = watchApprovals(folder, look);
  look();
  return () => {
    clearTimeout(again);
    stop();
  };
}
