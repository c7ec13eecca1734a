/** The way on: decisions, one after the other, with which a run comes to its end from wherever it stands. */
import { runnableOf } from '../../machines/commands.ts';
import type { Fact } from '../../machines/entries.ts';
import { missingFor } from '../../machines/readiness.ts';
import type { RunState } from '../../machines/state.ts';
import type { Fold, Folded } from '../../src/journal/fold.ts';
import type { Plan, Step } from '../../src/plan/types.ts';
import { entryOf, exited, taken } from '../machines/driver.ts';
import { stepsOf } from './random-plans.ts';

const because = { reason: 'because' };

/**
 * Brings a run to an end without giving it up or leaving anything out: it goes on with what was decided last,
 * the deployment or the rollback. Nothing starts while something that its rollback needs is missing.
 * @throws when a decision is refused, or more are needed than any run can need.
 */
export function finish(plan: Plan, fold: Fold, from: Folded): Folded {
  const all = [...stepsOf(plan.stages), ...(plan.rollback?.steps ?? [])];
  const limit = 20 + all.reduce((sum, step) => sum + 8 + 4 * step.commands.length, 0);
  let folded = from;
  for (let told = 0; told < limit; told++) {
    const state = fold.toState(folded);
    const fact = nextFact(plan, state, all);
    if (fact === null) return folded;
    const after = fold.next(folded, entryOf(fact, folded.seq + 1));
    if (after.ignored) throw new Error(`refused at ${state.current}: ${JSON.stringify(fact)}`);
    folded = after;
  }
  throw new Error(`no end in ${limit} decisions, at ${fold.toState(folded).current}`);
}

/** What a person decides next, or what is heard of a job that lives; null at an end. */
function nextFact(plan: Plan, state: RunState, all: readonly Step[]): Fact | null {
  const { status, context, current } = state;
  if (['completed', 'rolledBack', 'aborted'].includes(status)) return null;
  if (context.helm === null) return taken;
  if (context.held !== null) return { type: 'run.resumed' };
  const job = context.jobs[context.aside ?? context.liveJob ?? ''];
  if (job) return exited(job.step, job.id);
  if (status === 'validating') return { type: 'rollback.validated', waiver: 'because' };
  if (status === 'closing') return { type: 'run.closed', waiver: 'because' };
  const step = all.find(({ id }) => id === current)!;
  return decision(plan, state, step);
}

function decision(plan: Plan, state: RunState, step: Step): Fact {
  const about = { step: step.id };
  switch (state.statusOf(step.id)) {
    case 'ready':
      return runnableOf(step).length > 0 ? start(plan, state, step) : done(step);
    case 'reviewing':
      if (step.kind === 'gate') return { type: 'gate.passed', ...about };
      return { type: 'checkpoint.passed', ...about, waiver: 'because' };
    case 'remediating':
      return { type: 'checkpoint.reviewed', ...about };
    case 'refused':
      return { type: 'gate.reviewed', ...about };
    default:
      return { type: 'step.retried', ...about };
  }
}

function done({ id: step, kind }: Step): Fact {
  return kind === 'milestone'
    ? { type: 'milestone.reached', step }
    : { type: 'step.confirmed', step, ...because };
}

/** The next command, once its variables are bound and what its rollback needs is there. */
function start(plan: Plan, { context }: RunState, step: Step): Fact {
  const command = runnableOf(step)[context.steps[step.id]?.command ?? 0]!;
  const missing = missingFor(plan, context, step);
  const unbound = [
    ...step.commands[command]!.variables.filter(name => !Object.hasOwn(context.variables, name)),
    ...missing.flatMap(({ kind, id }) => (kind === 'variable' ? [id] : [])),
  ];
  if (unbound[0]) return { type: 'variable.bound', name: unbound[0], value: 'x', source: 'asked' };
  const proof = missing[0];
  if (proof) return { type: 'item.ticked', item: proof.id, verdict: 'pass', note: 'because' };
  const job = `job-${Object.keys(context.jobs).length}`;
  const how = { attempt: 1, script: 's', host: 'h' };
  return { type: 'job.started', job, step: step.id, command, ...how };
}
