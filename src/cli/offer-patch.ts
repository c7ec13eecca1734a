import { readFileSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { createFold } from '../journal/fold.ts';
import type { CliWords } from '../locale/cli.ts';
import type { Plan } from '../plan/types.ts';
import { createFile } from '../store/durable.ts';
import { readJournalFile } from '../store/journal-file.ts';
import { runPaths } from '../store/run-folder.ts';
import { planPatch } from '../view/amendments.ts';
import { quoted, say } from './failure.ts';

/** What is left of a run once it was driven: its folder, its plan, its entries. */
export interface EndedRun {
  folder: string;
  plan: Plan;
}

/**
 * At the end of a run whose commands were amended: keeps the patch in its folder, and says how to apply it.
 * Nothing of the run depends on it: what goes wrong is only said.
 */
export function offerPatch({ folder, plan }: EndedRun, words: CliWords): void {
  try {
    const made = patchOf(folder, plan);
    if (made === null) return;
    const { patch } = runPaths(folder);
    rmSync(patch, { force: true });
    createFile(patch, made.text);
    say(words.run.amended(patch, `git -C ${quoted(made.directory)} apply ${quoted(patch)}`));
    say(words.run.learned(`bascule report ${quoted(basename(folder))} --patch`));
  } catch (error) {
    say(words.usage.failed(error instanceof Error ? error.message : String(error)));
  }
}

/** The patch, and the folder it is for; null when nothing was amended. */
function patchOf(folder: string, plan: Plan): { text: string; directory: string } | null {
  const paths = runPaths(folder);
  const { entries } = readJournalFile(paths.journal);
  const [created] = entries;
  if (created?.type !== 'run.created') return null;
  const { context } = createFold(plan).all(entries).snapshot;
  const original = created.plan.path;
  const text = planPatch(readFileSync(paths.plan, 'utf8'), plan, context, basename(original));
  return text === null ? null : { text, directory: dirname(original) };
}
