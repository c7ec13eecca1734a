import type { JobRecord } from '../../machines/context.ts';
import type { Entry, EntryOf } from '../../machines/entries.ts';
import type { RunState } from '../../machines/state.ts';
import { isNeeded } from '../../machines/undoing.ts';
import type { Plan, Step } from '../plan/types.ts';
import { runnableCommands, stepsOf } from './steps.ts';

/**
 * The step to start by itself after `entry`, or null. A step goes on to its next command, and a retry
 * starts at once: both were decided. The rest is the pace and `auto`. What was found while nobody was
 * attached starts nothing: the operator looks first. Neither does a rollback step that has nothing to undo,
 * nor a command that would take the terminal out of the operator's hands.
 */
export function startsByItself(plan: Plan, state: RunState, entry: Entry): string | null {
  const id = state.current;
  if (id === null || state.statusOf(id) !== 'ready') return null;
  if (!mayStart(state) || jobBeside(state, entry)) return null;
  const here = stepsOf(plan).get(id);
  if (here?.step.kind === 'manual' || here?.step.kind === 'milestone') return null;
  if (isAskedFor(state, entry, id)) return id;
  if (!here || isForTerminal(state, here.step)) return null;
  if (entry.type === 'job.exited' && entry.step === id) return isGood(entry) ? id : null;
  if (!arrives(entry)) return null;
  if (here.phase === 'rollback' && !isNeeded(plan, state.context, here.step)) return null;
  const from = 'step' in entry && entry.step !== undefined ? stepsOf(plan).get(entry.step) : null;
  if (here.step.attributes.auto) return id;
  if (state.context.pace === 'automatic') return id;
  return state.context.pace === 'phase' && from?.phase === here.phase ? id : null;
}

/**
 * After `entry`, is it still only for want of a proof that a step did not start by itself? A proof that
 * failed, or whatever else happens, calls for the operator.
 */
export function stillWaitsForProof(state: RunState, entry: Entry): boolean {
  if (entry.type === 'note.added') return true;
  const job = jobBeside(state, entry);
  if (!job) return false;
  if (entry.type === 'job.exited') return entry.ok || job.adhoc !== undefined;
  return entry.type === 'job.started';
}

/** The job beside the plan that an entry speaks of. */
function jobBeside({ context }: RunState, entry: Entry): JobRecord | undefined {
  const job = 'job' in entry ? context.jobs[entry.job] : undefined;
  return job && (job.adhoc !== undefined || job.check !== undefined) ? job : undefined;
}

function mayStart({ context }: RunState): boolean {
  return context.helm !== null && context.held === null && context.liveJob === null;
}

/** Somebody just asked for this very command: a retry, or another text for one that was tried before. */
function isAskedFor({ context }: RunState, entry: Entry, step: string): boolean {
  if (entry.type === 'step.retried') return entry.step === step;
  if (entry.type !== 'step.amended' || entry.step !== step) return false;
  const tried = context.steps[step]?.jobs.map(job => context.jobs[job]) ?? [];
  return tried.some(job => job?.command === entry.command && job.status !== 'revoked');
}

function isForTerminal({ context }: RunState, step: Step): boolean {
  const next = runnableCommands(step)[context.steps[step.id]?.command ?? 0];
  return next?.attributes.interactive === true;
}

const isGood = (entry: EntryOf<'job.exited'>): boolean => entry.ok && !entry.away;

const arrivals: ReadonlySet<Entry['type']> = new Set([
  'job.exited',
  'step.confirmed',
  'step.skipped',
  'step.accepted',
  'checkpoint.passed',
  'gate.passed',
  'milestone.reached',
  'helm.taken',
  'rollback.decided',
]);

function arrives(entry: Entry): boolean {
  if (entry.type === 'job.exited') return isGood(entry);
  // Taking the helm starts the very first step only: later ones wait for a look.
  if (entry.type === 'helm.taken') return entry.seq <= 1;
  return arrivals.has(entry.type);
}
