/** What entries leave of the jobs beside the plan: what the operator typed, the checks of boxes. */
import type { RunContext } from '../context.ts';
import type { EntryOf } from '../entries.ts';
import { known } from '../known.ts';
import { changed, without } from './shelf.ts';

/** A job, or the entry that starts it, is beside the plan: no step waits for it. */
export function isBeside(job: { adhoc?: string | undefined; check?: string | undefined }): boolean {
  return job.adhoc !== undefined || job.check !== undefined;
}

/** A command is looking at this box right now: its verdict will come, nobody else gives one. */
export function isBeingChecked({ aside, checks }: RunContext, box: string): boolean {
  return aside !== null && Object.hasOwn(checks, box) && checks[box] === aside;
}

/** Nothing of the step it was started in changes. */
export function asideStarted(
  context: RunContext,
  entry: EntryOf<'job.started'>,
): Partial<RunContext> {
  const { job, step, command, attempt, host, at } = entry;
  const { adhoc, check, proof, interactive } = entry;
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
    jobs: changed(context.jobs, {
      [job]: { ...record, ...known({ adhoc, check, proof, interactive }) },
    }),
    aside: job,
    ...(check === undefined ? {} : { checks: changed(context.checks, { [check]: job }) }),
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

/** A check that never ran is due again, but once: what cannot be started is not tried for ever. */
export function rearmed(context: RunContext, job: string): Partial<RunContext> {
  const box = context.jobs[job]?.check;
  if (box === undefined || context.checks[box] !== job) return {};
  const before = Object.values(context.jobs).some(
    ({ id, check, status }) => check === box && status === 'revoked' && id !== job,
  );
  return before ? {} : { checks: changed(context.checks, { [box]: undefined }) };
}

/** What was proved of the rollback must be proved again; what a person said stays said. */
export function unproved(context: RunContext): Partial<RunContext> {
  const proved = Object.entries(context.checks).filter(([, job]) => context.jobs[job]?.proof);
  if (proved.length === 0) return {};
  const boxes = proved.map(([box]) => box);
  const marked = boxes.filter(box => context.marks[box]?.job !== undefined);
  return { checks: without(context.checks, boxes), marks: without(context.marks, marked) };
}
