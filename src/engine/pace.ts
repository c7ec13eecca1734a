import type { Entry } from '../../machines/entries.ts';
import type { RunState } from '../../machines/state.ts';
import type { Plan } from '../plan/types.ts';
import { stepsOf } from './steps.ts';

/**
 * The step to start by itself after `entry`, or null. A step goes on to its next command, and a retry
 * starts at once: both were decided. The rest is the pace and `auto`. What was found while nobody was
 * attached starts nothing: the operator looks first.
 */
export function startsByItself(plan: Plan, state: RunState, entry: Entry): string | null {
  const id = state.current;
  if (id === null || state.statusOf(id) !== 'ready') return null;
  if (!mayStart(state)) return null;
  const here = stepsOf(plan).get(id);
  if (here?.step.kind === 'manual' || here?.step.kind === 'milestone') return null;
  if (continues(entry, id)) return id;
  if (!arrives(entry)) return null;
  const from = 'step' in entry && entry.step !== undefined ? stepsOf(plan).get(entry.step) : null;
  if (here?.step.attributes.auto) return id;
  if (state.context.pace === 'automatic') return id;
  return state.context.pace === 'phase' && from?.phase === here?.phase ? id : null;
}

function mayStart({ context }: RunState): boolean {
  return context.helm !== null && context.held === null && context.liveJob === null;
}

function continues(entry: Entry, step: string): boolean {
  if (entry.type === 'job.exited') return entry.step === step && entry.ok && !entry.away;
  return (entry.type === 'step.retried' || entry.type === 'step.amended') && entry.step === step;
}

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
  if (entry.type === 'job.exited') return entry.ok && !entry.away;
  // Taking the helm starts the very first step only: later ones wait for a look.
  if (entry.type === 'helm.taken') return entry.seq <= 1;
  return arrivals.has(entry.type);
}
