import type { JobRecord } from '../../machines/context.ts';
import type { Fact, FactOf } from '../../machines/entries.ts';
import type { RunState } from '../../machines/state.ts';
import type { Jobs, Probe } from '../jobs/types.ts';
import type { AwayNote } from './types.ts';

/**
 * What to do about a job that was live when the run was last left: a fact that is already certain, or
 * following it until it is.
 */
export type Reconciled = { job: JobRecord } & (
  | { settled: Extract<Fact, { type: 'job.revoked' }> }
  | { probe: Probe }
);

/** The jobs that the journal says are live: the plan's, and the one beside it. */
export function liveJobs({ context }: RunState): JobRecord[] {
  return [context.liveJob, context.aside].flatMap(id => (id ? (context.jobs[id] ?? []) : []));
}

/** Compares a live job of the journal with its folder. One that never claimed is revoked, so that it never will. */
export async function reconcile(job: JobRecord, jobs: Jobs): Promise<Reconciled> {
  const lost = { type: 'job.revoked', job: job.id, step: job.step } as const;
  if (!jobs.exists(job.id)) return { job, settled: { ...lost, reason: 'never launched' } };
  const probe = await jobs.probe(job.id);
  if (probe.state === 'not-started' || probe.state === 'revoked') {
    if (await jobs.revoke(job.id, 'resume')) {
      return { job, settled: { ...lost, reason: probe.why ?? 'never launched' } };
    }
  }
  return { job, probe: await jobs.probe(job.id) };
}

/** What to tell the operator who comes back. */
export function awayNote(found: Reconciled): AwayNote {
  const base = { job: found.job.id, step: found.job.step };
  if ('settled' in found) return { ...base, status: 'revoked' };
  const { probe } = found;
  if (probe.state === 'exited') {
    const at = probe.at === null ? {} : { exitedAt: new Date(probe.at * 1000).toISOString() };
    return { ...base, status: 'exited', code: probe.code, ...at };
  }
  if (probe.state === 'doubt') return { ...base, status: 'doubt' };
  return { ...base, status: probe.state === 'orphan' ? 'orphan' : 'running' };
}

/** What was still running when the operator came back has ended. */
export function noteExit(
  notes: readonly AwayNote[],
  { job, code, ok }: FactOf<'job.exited'>,
): void {
  const note = notes.find(one => one.job === job);
  if (note) Object.assign(note, { status: 'exited', code, ok });
}
