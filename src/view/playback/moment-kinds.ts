/** What each entry is, to someone who looks for what mattered. */
import type { Entry, EntryOf } from '../../../machines/entries.ts';
import { isBeside } from '../../../machines/records/aside.ts';
import type { Scene } from '../scene/scene.ts';
import type { MomentKind } from '../types.ts';

type Kind = Exclude<MomentKind, 'delay'>;

const kinds: Partial<Record<Entry['type'], Kind>> = {
  'checkpoint.passed': 'checkpoint',
  'checkpoint.refused': 'checkpoint',
  'gate.passed': 'checkpoint',
  'gate.refused': 'checkpoint',
  'rollback.validated': 'checkpoint',
  'run.closed': 'checkpoint',
  'job.doubted': 'failure',
  'job.orphaned': 'failure',
  'job.abandoned': 'failure',
  'step.skipped': 'decision',
  'step.accepted': 'decision',
  'step.retried': 'decision',
  'step.amended': 'decision',
  'step.reopened': 'decision',
  'rollback.decided': 'decision',
  'run.aborted': 'decision',
  'run.held': 'decision',
  'item.waived': 'decision',
  'stage.opened': 'decision',
};

/** Of each entry, null for what is the ordinary course of a run. */
export function kindsOf(scene: Scene): (Kind | null)[] {
  const red = new Set<string>();
  return scene.input.entries.map(entry => {
    if (entry.type === 'job.exited') return isBadNews(scene, entry, red) ? 'failure' : null;
    if (entry.type === 'job.revoked') return isOfThePlan(scene, entry.job) ? 'failure' : null;
    // Taken from whoever had it, not merely picked up.
    if (entry.type === 'helm.taken') return entry.from ? 'decision' : null;
    return kinds[entry.type] ?? null;
  });
}

/** A box that stays red however often its command looks is one failure, not many. */
function isBadNews(
  { context }: Scene,
  { job, ok }: EntryOf<'job.exited'>,
  red: Set<string>,
): boolean {
  const box = context.jobs[job]?.check;
  if (box === undefined) return !ok;
  const known = red.has(box);
  if (ok) red.delete(box);
  else red.add(box);
  return !ok && !known;
}

/** A check that never ran is tried again by itself. */
function isOfThePlan({ context }: Scene, job: string): boolean {
  const record = context.jobs[job];
  return record !== undefined && !isBeside(record);
}
