import { dirname } from 'node:path';
import { workedUntil } from '../../journal/worked.ts';
import { type RunBeginning, runBeginnings } from '../../store/catalogue.ts';
import { readJournalFile } from '../../store/journal-file.ts';
import { runPaths } from '../../store/run-folder.ts';
import { isRelated, plansOf, told } from '../history.ts';
import { statusOfRun } from '../run-status.ts';
import type { RecordedRun } from './open-recorded.ts';

/** Reading more would tell little more. */
const mostRuns = 20;
/** Milliseconds, for a home on a slow disk. */
const longest = 2000;

/** How long each step took, in milliseconds by its id, in the fastest completed run of this plan in another environment that is not protected; null where there is none. */
export function bestRehearsal({
  id,
  folder,
  plan,
  environment,
}: RecordedRun): ReadonlyMap<string, number> | null {
  const beginnings = runBeginnings(dirname(dirname(folder)));
  const rehearsals = beginnings
    .filter(({ created }) => isRelated(created.plan, plan))
    .filter(({ created }) => created.environment.name !== environment.name)
    .filter(({ created }) => !created.environment.protected)
    .slice(0, mostRuns);
  const best = fastest(rehearsals);
  if (!best) return null;
  const own = beginnings.find(one => one.id === id);
  return told(plansOf(plan, own)(best.run), plan, best.entries).steps;
}

function fastest(runs: readonly RunBeginning[]) {
  const until = performance.now() + longest;
  const completed = runs.flatMap(run =>
    performance.now() > until ? [] : (completedRun(run) ?? []),
  );
  return completed.toSorted((a, b) => a.took - b.took)[0];
}

/** Null for one that did not end well, or that cannot be read. */
function completedRun(run: RunBeginning) {
  try {
    const { entries, damage } = readJournalFile(runPaths(run.folder).journal);
    if (damage || statusOfRun(run.folder, entries) !== 'completed') return null;
    return { run, entries, took: workedUntil(entries).at(-1) ?? 0 };
  } catch {
    return null;
  }
}
