import { existsSync, readFileSync } from 'node:fs';
import type { Entry } from '../../machines/entries.ts';
import { createFold } from '../journal/fold.ts';
import { compile } from '../plan/compile.ts';
import { readEnvironment, withEnvironment } from '../plan/environment.ts';
import type { Environment, Plan } from '../plan/types.ts';
import { createdOf, statusFromEntries } from '../store/catalogue.ts';
import { runPaths } from '../store/run-folder.ts';
import type { RunSummary } from '../store/types.ts';

/** What a run follows: the copies in its folder, compiled. */
export interface RunPlan {
  plan: Plan;
  environment: Environment;
}

/** The plan and environment of a run, from the copies in its folder, the environment's steps in front. */
export function planOfRun(folder: string): RunPlan {
  const paths = runPaths(folder);
  const source = readFileSync(paths.plan, 'utf8');
  const text = readFileSync(paths.environment, 'utf8');
  // A file that does not name its environment is named after itself, and the copy has another name.
  const path = `${createdOf(paths.journal)?.environment.name ?? 'environment'}.yaml`;
  const { environment } = readEnvironment(text, { path, language: 'en' });
  if (environment === null) throw new Error(`${paths.environment}: ${whyNot(text, path, source)}`);
  const { plan } = compile(source, { path: 'plan.md', environment });
  return { plan: withEnvironment(plan, environment), environment };
}

/** What is wrong with a copy of an environment, in the plan's language. */
function whyNot(text: string, path: string, source: string): string {
  const { language } = compile(source, { path: 'plan.md' }).plan;
  return readEnvironment(text, { path, language }).diagnostics[0]?.message ?? '';
}

/**
 * How a run stands; the plan is compiled only where neither entries nor the saved snapshot tell.
 * @param planOf the run's plan, by default from the copies in its folder
 */
export function statusOfRun(
  folder: string,
  entries: readonly Entry[],
  planOf: () => Plan = () => planOfRun(folder).plan,
): RunSummary['status'] {
  const told = statusFromEntries(folder, entries);
  if (told !== 'underway') return told;
  const saved = savedSnapshot(runPaths(folder).progress);
  if (saved?.seq === entries.length - 1) return named(saved.value);
  const fold = createFold(planOf());
  const known = saved && saved.seq < entries.length ? fold.restore(saved.snapshot) : null;
  const start = known ?? fold.initial();
  return named(fold.toState(fold.on(start, entries.slice(start.seq + 1))).status);
}

const named = (status: unknown): RunSummary['status'] =>
  status === 'completed' ? 'completed' : 'underway';

/** What `progress.json` holds, not checked against the journal: for a list it may tell. */
function savedSnapshot(file: string): { seq: number; value: unknown; snapshot: unknown } | null {
  if (!existsSync(file)) return null;
  try {
    const saved = JSON.parse(readFileSync(file, 'utf8')) as {
      seq?: number;
      snapshot?: { snapshot?: { value?: unknown } };
    };
    const value = saved.snapshot?.snapshot?.value;
    if (saved.seq === undefined || value === undefined) return null;
    return { seq: saved.seq, value, snapshot: saved.snapshot };
  } catch {
    return null;
  }
}
