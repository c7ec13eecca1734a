/** What entries leave in the record of a job, and of the step it was for. */
import type { JobRecord, RunContext } from '../context.ts';
import type { EntryOf } from '../entries.ts';
import { known } from '../known.ts';
import { asideStarted, isBeside, rearmed, unproved, verdictOf } from './aside.ts';
import { changed } from './shelf.ts';
import { recordOf, withStep } from './step.ts';

export function jobStarted(
  context: RunContext,
  entry: EntryOf<'job.started'>,
): Partial<RunContext> {
  const { job, step, command, attempt, host, interactive } = entry;
  if (isBeside(entry)) return asideStarted(context, entry);
  const before = recordOf(context, step);
  return {
    ...withStep(context, step, {
      startedAt: before.startedAt ?? entry.at,
      jobs: [...before.jobs, job],
      by: entry.by,
    }),
    jobs: changed(context.jobs, {
      [job]: {
        id: job,
        step,
        command,
        attempt,
        host,
        startedAt: entry.at,
        status: 'running',
        ...known({ interactive }),
      },
    }),
    liveJob: job,
  };
}

export function jobExited(context: RunContext, entry: EntryOf<'job.exited'>): Partial<RunContext> {
  const { job, step, code, ok, size, exitedAt, why, outputOpen, away, captured, excerpt } = entry;
  const aside = context.aside === job;
  const advance =
    ok && !aside ? withStep(context, step, { command: recordOf(context, step).command + 1 }) : {};
  return {
    ...over(context, job, {
      status: 'exited',
      code,
      ok,
      size,
      exitedAt,
      ...known({ why, outputOpen, away, excerpt }),
    }),
    ...advance,
    ...(aside && verdictOf(context, entry)),
    ...(captured && { variables: { ...context.variables, ...captured } }),
    // Two proofs that capture would have each other proved anew for ever.
    ...(captured && !aside && unproved(context)),
  };
}

export function jobDoubted(
  context: RunContext,
  entry: EntryOf<'job.doubted'>,
): Partial<RunContext> {
  const { job, why, away, excerpt } = entry;
  return over(context, job, { status: 'doubt', why, ...known({ away, excerpt }) });
}

export function jobRevoked(
  context: RunContext,
  entry: EntryOf<'job.revoked'>,
): Partial<RunContext> {
  const { job, reason } = entry;
  return { ...over(context, job, { status: 'revoked', why: reason }), ...rearmed(context, job) };
}

export function jobAbandoned(
  context: RunContext,
  entry: EntryOf<'job.abandoned'>,
): Partial<RunContext> {
  return over(context, entry.job, { status: 'abandoned', why: entry.reason });
}

export function jobOrphaned(
  context: RunContext,
  entry: EntryOf<'job.orphaned'>,
): Partial<RunContext> {
  return withJob(context, entry.job, { status: 'orphan', why: entry.why });
}

export function jobCancelled(
  context: RunContext,
  entry: EntryOf<'job.cancelled'>,
): Partial<RunContext> {
  return withJob(context, entry.job, { cancelledAt: entry.at });
}

/** The context's `jobs` with one record changed. */
export function withJob(context: RunContext, job: string, change: Partial<JobRecord>) {
  return { jobs: changed(context.jobs, { [job]: { ...context.jobs[job]!, ...change } }) };
}

/** The same, for a job nobody waits for any more. */
function over(context: RunContext, job: string, change: Partial<JobRecord>) {
  const place = context.aside === job ? { aside: null } : { liveJob: null };
  return { ...withJob(context, job, change), ...place };
}
