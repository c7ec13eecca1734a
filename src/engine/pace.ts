import type { JobRecord } from '../../machines/context.ts';
import type { Entry, EntryOf } from '../../machines/entries.ts';
import { runnableCommands } from '../../machines/plan-steps.ts';
import { isBeside } from '../../machines/records/aside.ts';
import { recordOf } from '../../machines/records/step.ts';
import type { RunState } from '../../machines/state.ts';
import { isNeeded } from '../../machines/undoing.ts';
import type { Plan, Step } from '../plan/types.ts';
import { type Located, stepsOf } from './steps.ts';

/**
 * The step to start by itself after `entry`, or null. A step goes on to its next command, and a retry
 * starts at once: both were decided, and what was decided while the run was on hold starts when it goes
 * on. The rest is the pace and `auto`. What was found while nobody was attached starts nothing: the
 * operator looks first. Neither does a rollback step that has nothing to undo, a command that would take
 * the terminal out of the operator's hands, nor one that ran before and is not said to be safe to rerun.
 */
export function startsByItself(plan: Plan, state: RunState, entry: Entry): string | null {
  const id = state.current;
  if (id === null || state.statusOf(id) !== 'ready') return null;
  if (!mayStart(state) || jobBeside(state, entry)) return null;
  const here = stepsOf(plan).get(id);
  if (!here || here.step.kind === 'manual' || here.step.kind === 'milestone') return null;
  const { command, tried } = nextOf(state, here.step);
  if (isAskedFor(entry, id, tried)) return id;
  if (!command || command.attributes.interactive) return null;
  if (tried && command.attributes.rerun !== 'safe') return null;
  if (goesOn(state, entry, id)) return id;
  if (here.phase === 'rollback' && !isNeeded(plan, state.context, here.step)) return null;
  return paced(plan, state, entry, here) ? id : null;
}

/** The command whose turn it is, and its latest attempt that ran. */
function nextOf({ context }: RunState, step: Step) {
  const record = recordOf(context, step.id);
  const command = runnableCommands(step)[record.command];
  const tried = record.jobs
    .map(job => context.jobs[job])
    .findLast(job => job?.command === command?.index && job?.status !== 'revoked');
  return { command, tried };
}

/** The step is under way, and nothing went wrong. */
function goesOn({ context }: RunState, entry: Entry, step: string): boolean {
  if (entry.type === 'job.exited' && entry.step === step) return isGood(entry);
  return entry.type === 'run.resumed' && recordOf(context, step).command > 0;
}

/** Does the pace, or `auto`, start the step that the run has come to? */
function paced(plan: Plan, state: RunState, entry: Entry, { step, phase }: Located): boolean {
  if (!arrives(entry) && !isHalted(plan, state, entry)) return false;
  if (step.attributes.auto || state.context.pace === 'automatic') return true;
  return state.context.pace === 'phase' && isWithin(plan, state, entry, phase);
}

/** The run was in this phase already. */
function isWithin(plan: Plan, { context }: RunState, entry: Entry, phase: string): boolean {
  const steps = stepsOf(plan);
  if (entry.type !== 'run.resumed') {
    return 'step' in entry && entry.step !== undefined && steps.get(entry.step)?.phase === phase;
  }
  return [...steps.values()].some(
    one => one.phase === phase && recordOf(context, one.step.id).outcome !== undefined,
  );
}

/** The command that a rollback had to wait for is over, however it ended. */
function isHalted(plan: Plan, { status }: RunState, entry: Entry): boolean {
  if (status !== 'rollingBack' || !('job' in entry) || ('away' in entry && entry.away))
    return false;
  return stepsOf(plan).get(entry.step)?.phase !== 'rollback';
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
  return job && isBeside(job) ? job : undefined;
}

function mayStart({ context }: RunState): boolean {
  return context.helm !== null && context.held === null && context.liveJob === null;
}

/**
 * Somebody asked for this very command: a retry, or another text for one that was tried before. When the
 * run goes on after a hold, a failed attempt that is ready again was asked for meanwhile.
 */
function isAskedFor(entry: Entry, step: string, tried: JobRecord | undefined): boolean {
  if (entry.type === 'run.resumed') return tried !== undefined && tried.ok !== true;
  if (entry.type === 'step.retried') return entry.step === step;
  return entry.type === 'step.amended' && entry.step === step && tried?.command === entry.command;
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
  'run.resumed',
  'rollback.decided',
]);

function arrives(entry: Entry): boolean {
  if (entry.type === 'job.exited') return isGood(entry);
  // Taking the helm starts the very first step only: later ones wait for a look.
  if (entry.type === 'helm.taken') return entry.seq <= 1;
  return arrivals.has(entry.type);
}
