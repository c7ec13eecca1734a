import type { Fact } from '../../machines/entries.ts';
import type { RunState } from '../../machines/state.ts';
import type { Jobs, Probe } from '../jobs/types.ts';
import type { AwayNote } from './types.ts';

/**
 * What to do about the job that was live when the run was last left: a fact that is already certain,
 * or following it (`follow`) until it is.
 */
export type Reconciled =
  | { settled: Extract<Fact, { type: 'job.revoked' }> }
  | { follow: true; probe: Probe }
  | null;

/** Compares the live job of the journal with its folder. A job that never claimed is revoked, so that it never will. */
export async function reconcile(state: RunState, jobs: Jobs): Promise<Reconciled> {
  const id = state.context.liveJob;
  const record = id === null ? undefined : state.context.jobs[id];
  if (!record) return null;
  const lost = { type: 'job.revoked', job: record.id, step: record.step } as const;
  if (!jobs.exists(record.id)) return { settled: { ...lost, reason: 'never launched' } };
  const probe = await jobs.probe(record.id);
  if (probe.state === 'not-started' || probe.state === 'revoked') {
    if (await jobs.revoke(record.id, 'resume')) {
      return { settled: { ...lost, reason: probe.why ?? 'never launched' } };
    }
  }
  return { follow: true, probe: await jobs.probe(record.id) };
}

/** What to tell the operator who comes back. */
export function awayNote(state: RunState, found: Reconciled): AwayNote | null {
  const id = state.context.liveJob;
  const record = id === null ? undefined : state.context.jobs[id];
  if (!record || found === null) return null;
  const base = { job: record.id, step: record.step };
  if ('settled' in found) return { ...base, status: 'revoked' };
  const { probe } = found;
  if (probe.state === 'exited') {
    const at = probe.at === null ? {} : { exitedAt: new Date(probe.at * 1000).toISOString() };
    return { ...base, status: 'exited', code: probe.code, ...at };
  }
  if (probe.state === 'doubt') return { ...base, status: 'doubt' };
  return { ...base, status: probe.state === 'orphan' ? 'orphan' : 'running' };
}
