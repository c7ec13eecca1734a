/** What entries leave in the record of a job, and of the step it was for. */
import type { JobRecord, RunContext } from '../context.ts';
import type { EntryOf } from '../entries.ts';
import { known } from '../known.ts';
import { changed } from './shelf.ts';
import { recordOf, withStep } from './step.ts';

export function jobStarted(
  context: RunContext,
  entry: EntryOf<'job.started'>,
): Partial<RunContext> {
  const { job, step, command, attempt, host } = entry;
  const before = recordOf(context, step);
  return {
    ...withStep(context, step, {
      startedAt: before.startedAt ?? entry.at,
      jobs: [...before.jobs, job],
      by: entry.by,
    }),
    jobs: changed(context.jobs, {
      [job]: { id: job, step, command, attempt, host, startedAt: entry.at, status: 'running' },
    }),
    liveJob: job,
  };
}

export function jobExited(context: RunContext, entry: EntryOf<'job.exited'>): Partial<RunContext> {
  const { job, step, code, ok, size, exitedAt, why, outputOpen, away, captured } = entry;
  const advance = ok
    ? withStep(context, step, { command: recordOf(context, step).command + 1 })
    : {};
  return {
    ...over(context, job, {
      status: 'exited',
      code,
      ok,
      size,
      exitedAt,
      ...known({ why, outputOpen, away }),
    }),
    ...advance,
    ...(captured && { variables: { ...context.variables, ...captured } }),
  };
}

export function jobDoubted(
  context: RunContext,
  entry: EntryOf<'job.doubted'>,
): Partial<RunContext> {
  const { job, why, away } = entry;
  return over(context, job, { status: 'doubt', why, ...known({ away }) });
}

export function jobRevoked(
  context: RunContext,
  entry: EntryOf<'job.revoked'>,
): Partial<RunContext> {
  return over(context, entry.job, { status: 'revoked', why: entry.reason });
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
  return { ...withJob(context, job, change), liveJob: null };
}
