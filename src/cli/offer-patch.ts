import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { RunContext } from '../../machines/context.ts';
import type { Entry } from '../../machines/entries.ts';
import type { CliWords } from '../locale/cli.ts';
import type { Plan } from '../plan/types.ts';
import { runPaths } from '../store/run-folder.ts';
import { planPatch } from '../view/amendments.ts';
import { say } from './failure.ts';

export interface EndedRun {
  folder: string;
  plan: Plan;
  entries: readonly Entry[];
  context: RunContext;
}

/** At the end of a run whose commands were amended: keeps the patch in its folder, and says how to apply it. */
export function offerPatch({ folder, plan, entries, context }: EndedRun, words: CliWords): void {
  const { amended } = words.run;
  const [created] = entries;
  if (created?.type !== 'run.created') return;
  const paths = runPaths(folder);
  const source = readFileSync(paths.plan, 'utf8');
  const original = created.plan.path;
  const patch = planPatch(source, plan, context, basename(original));
  if (patch === null) return;
  writeFileSync(paths.patch, patch, { mode: 0o600 });
  say(amended(paths.patch, `git -C ${dirname(original)} apply ${paths.patch}`));
}
