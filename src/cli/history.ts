import { setImmediate } from 'node:timers/promises';
import type { Entry } from '../../machines/entries.ts';
import { allSteps } from '../../machines/plan-steps.ts';
import { type Measures, measuresOf } from '../journal/measures.ts';
import type { Plan, Step } from '../plan/types.ts';
import { type RunBeginning, runBeginnings } from '../store/catalogue.ts';
import { readJournalFile } from '../store/journal-file.ts';
import { runPaths } from '../store/run-folder.ts';
import { sampleOf } from '../view/history.ts';
import type { History, Sample } from '../view/types.ts';
import { planOfRun } from './run-status.ts';

/** An earlier run of the same plan, and the times that it tells. */
interface Earlier extends Measures {
  run: string;
  environment: string;
}

/** Reading more would tell little more. */
const mostRuns = 20;
/** Milliseconds, for a home on a slow disk. */
const longest = 5000;

/**
 * What earlier runs of a plan took, from their journals: those of the same text, and those of the same
 * title as far as their steps have the same number and title. Damaged ones are left out. Between two
 * runs the thread is free: a cockpit on it goes on drawing.
 * @param leaveOut the run that asks
 * @param plan as it runs, the environment's own steps in front
 */
export async function historyOf(
  home: string,
  leaveOut: string,
  plan: Plan,
  environment: string,
): Promise<History> {
  const beginnings = runBeginnings(home);
  const own = beginnings.find(({ id }) => id === leaveOut);
  const related = beginnings
    .filter(({ id, created }) => id !== leaveOut && isRelated(created.plan, plan))
    .slice(0, mostRuns);
  const plans = plansOf(plan, own);
  const until = performance.now() + longest;
  const runs: Earlier[] = [];
  for (const beginning of related) {
    await setImmediate();
    if (performance.now() > until) break;
    const earlier = earlierRun(beginning, plan, plans);
    if (earlier) runs.push(earlier);
  }
  return assembled(runs, environment);
}

/** Of the same text, or of the same title. */
export function isRelated(one: { fingerprint: string; title: string }, plan: Plan): boolean {
  return one.fingerprint === plan.fingerprint || one.title === plan.title;
}

/** The plan that each run followed. Compiles a copy only where its text is another, and each text only once. */
export function plansOf(plan: Plan, own: RunBeginning | undefined): (run: RunBeginning) => Plan {
  const known = new Map<string, Plan>();
  // Steps that prepare another environment share nothing but their numbers with ours.
  const bare = { ...plan, stages: plan.stages.filter(stage => !stage.ofEnvironment) };
  return ({ folder, created }) => {
    if (created.plan.fingerprint === plan.fingerprint) {
      const same = created.environment.fingerprint === own?.created.environment.fingerprint;
      return same ? plan : bare;
    }
    const key = `${created.plan.fingerprint} ${created.environment.fingerprint}`;
    const found = known.get(key) ?? planOfRun(folder).plan;
    known.set(key, found);
    return found;
  };
}

function earlierRun(
  run: RunBeginning,
  plan: Plan,
  planOf: (run: RunBeginning) => Plan,
): Earlier | null {
  try {
    const { entries, damage } = readJournalFile(runPaths(run.folder).journal);
    if (damage) return null;
    const followed = planOf(run);
    return {
      run: run.id,
      environment: run.created.environment.name,
      ...told(followed, plan, entries),
    };
  } catch {
    // A run that cannot be read tells nothing; `bascule verify` says why.
    return null;
  }
}

/** The measures that hold for `plan` of a run that followed another, or the same. */
export function told(followed: Plan, plan: Plan, entries: readonly Entry[]): Measures {
  const measures = measuresOf(followed, entries);
  if (followed === plan) return measures;
  const titles = titlesOf(plan);
  const same = titlesOf(followed);
  const steps = [...measures.steps].filter(([id]) => titles.get(id) === same.get(id));
  const sameWay = isSameWay(followed.rollback?.steps ?? [], plan.rollback?.steps ?? []);
  const { rollback, validation } = measures;
  return {
    steps: new Map(steps),
    rollback: sameWay ? rollback : null,
    validation: sameWay ? validation : null,
  };
}

function titlesOf(plan: Plan): Map<string, string> {
  return new Map(allSteps(plan).map(({ id, title }) => [id, title]));
}

function isSameWay(one: readonly Step[], other: readonly Step[]): boolean {
  return one.length === other.length && one.every(({ title }, at) => title === other[at]!.title);
}

function assembled(runs: readonly Earlier[], environment: string): History {
  const here = runs.filter(run => run.environment === environment);
  const others = runs.filter(run => run.environment !== environment);
  const rollbacks = (some: readonly Earlier[]) =>
    sampleOf(some.flatMap(({ rollback }) => rollback?.whole ?? []));
  return {
    steps: Object.fromEntries(samplesOf(here)),
    elsewhere: Object.fromEntries(
      [...samplesOf(others)].map(([step, sample]) => [
        step,
        { ...sample, environment: others.find(({ steps }) => steps.has(step))!.environment },
      ]),
    ),
    rollback: {
      here: rollbacks(here),
      elsewhere: rollbacks(others),
      validation: sampleOf(runs.flatMap(({ validation }) => validation ?? [])),
      last: lastOf(runs),
    },
    proofs: [],
  };
}

function samplesOf(runs: readonly Earlier[]): Map<string, Sample> {
  const all = runs.flatMap(({ steps }) => [...steps]);
  return new Map(
    [...Map.groupBy(all, ([step]) => step)].map(([step, times]) => [
      step,
      sampleOf(times.map(([, took]) => took))!,
    ]),
  );
}

function lastOf(runs: readonly Earlier[]): History['rollback']['last'] {
  const ended = runs.flatMap(({ run, environment, rollback }) =>
    rollback ? [{ run, environment, at: rollback.at, took: rollback.took }] : [],
  );
  return ended.toSorted((a, b) => b.at.localeCompare(a.at))[0] ?? null;
}
