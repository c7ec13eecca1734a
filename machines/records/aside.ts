/** What entries leave of the jobs beside the plan: what the operator typed, the checks of boxes. */
import type { RunContext } from '../context.ts';
import type { EntryOf } from '../entries.ts';
import { known } from '../known.ts';
import { changed } from './shelf.ts';

/** Nothing of the step it was started in changes. */
export function asideStarted(
  context: RunContext,
  entry: EntryOf<'job.started'>,
): Partial<RunContext> {
  const { job, step, command, attempt, host, at, adhoc, check, proof } = entry;
  const record = {
    id: job,
    step,
    command,
    attempt,
    host,
    startedAt: at,
    status: 'running',
  } as const;
  return {
    jobs: changed(context.jobs, { [job]: { ...record, ...known({ adhoc, check, proof }) } }),
    aside: job,
    ...(check === undefined ? {} : { checks: { ...context.checks, [check]: job } }),
  };
}

/** The verdict of a check, unless the box was to be looked at again meanwhile. */
export function verdictOf(context: RunContext, entry: EntryOf<'job.exited'>): Partial<RunContext> {
  const { job, at, by, ok, evidence, why } = entry;
  const box = context.jobs[job]?.check;
  if (box === undefined || context.checks[box] !== job) return {};
  const mark = { verdict: ok ? 'pass' : 'fail', at, by, job } as const;
  return {
    marks: changed(context.marks, { [box]: { ...mark, ...known({ note: evidence ?? why }) } }),
  };
}

/** What was proved of the rollback must be proved again; what a person said stays said. */
export function unproved(context: RunContext): Partial<RunContext> {
  const proved = Object.entries(context.checks).filter(([, job]) => context.jobs[job]?.proof);
  if (proved.length === 0) return {};
  const gone = new Set(proved.map(([box]) => box));
  const edits = proved
    .filter(([box, job]) => context.marks[box]?.job === job)
    .map(([box]) => [box, undefined] as const);
  return {
    checks: Object.fromEntries(Object.entries(context.checks).filter(([box]) => !gone.has(box))),
    marks: changed(context.marks, Object.fromEntries(edits)),
  };
}
