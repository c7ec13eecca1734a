import type { RunState } from '../../machines/state.ts';
import type { Item, Plan, Step } from '../plan/types.ts';
import type { Engine } from './engine.ts';
import { runnableCommands, stepsOf } from './steps.ts';
import type { Intent, OperatorFact, Refusal } from './types.ts';

export type OnFailure = 'stop' | 'rollback';

/** How an unattended run ended; `stopped` leaves the run open, to be resumed by a person. */
export type UnattendedEnd =
  | { why: 'completed' | 'rolledBack' | 'aborted' | 'interrupted' }
  | { why: 'stopped'; step: string | null; refusal?: Refusal };

export interface UnattendedOptions {
  plan: Plan;
  engine: Engine;
  onFailure: OnFailure;
  signal: AbortSignal;
}

const note = 'unattended';

/**
 * Drives a run without anybody: starts commands, confirms manual steps, passes gates, and checkpoints
 * whose automated criteria are green. A failure stops it, or rolls back where that was asked.
 */
export async function driveUnattended(options: UnattendedOptions): Promise<UnattendedEnd> {
  const { engine, signal } = options;
  for (;;) {
    if (signal.aborted) return { why: 'interrupted' };
    const state = engine.state();
    if (
      state.status === 'completed' ||
      state.status === 'rolledBack' ||
      state.status === 'aborted'
    ) {
      return { why: state.status };
    }
    const trouble = engine.trouble();
    if (trouble !== null) {
      return {
        why: 'stopped',
        step: state.current,
        refusal: { code: 'journal-failed', detail: trouble },
      };
    }
    const move = nextMove(options, state);
    if (move === 'stop') return { why: 'stopped', step: state.current };
    if (move === 'wait') {
      await nextChange(engine, signal, state.context.seq);
      continue;
    }
    const result = await engine.act(move);
    if (result.done) continue;
    const refusal = result.refusal;
    if (state.context.seq === engine.state().context.seq) {
      return { why: 'stopped', step: state.current, refusal };
    }
  }
}

/** What an absent operator does next. */
export function nextMove(
  { plan, onFailure }: Pick<UnattendedOptions, 'plan' | 'onFailure'>,
  state: RunState,
): Intent | 'wait' | 'stop' {
  if (state.context.liveJob !== null || state.halting) return 'wait';
  if (state.status === 'validating')
    return tickThen(plan.rollback?.validation ?? [], state, { type: 'rollback.validated' });
  const step = state.current === null ? undefined : stepsOf(plan).get(state.current)?.step;
  if (!step) return 'wait';
  switch (state.statusOf(step.id)) {
    case 'ready':
      return ready(step, state, onFailure);
    case 'reviewing':
      return reviewed(plan, step, state);
    case 'running':
      return 'wait';
    default:
      return afterFailure(state, onFailure);
  }
}

function ready(step: Step, state: RunState, onFailure: OnFailure): Intent | 'stop' {
  if (step.kind === 'milestone') return record({ type: 'milestone.reached', step: step.id });
  if (runnableCommands(step).length === 0) {
    return tickThen(step.items, state, { type: 'step.confirmed', step: step.id });
  }
  const last = state.context.jobs[state.context.steps[step.id]?.jobs.at(-1) ?? ''];
  // It refused to start once; without a person it would refuse for ever.
  if (last?.status === 'revoked' && last.attempt > 1) return afterFailure(state, onFailure);
  return { type: 'start', step: step.id };
}

function reviewed(plan: Plan, step: Step, state: RunState): Intent {
  if (step.kind === 'gate') return record({ type: 'gate.passed', step: step.id, note });
  const criteria = plan.checkpoints.find(one => one.id === step.checkpoint)?.criteria ?? [];
  return tickThen(criteria, state, { type: 'checkpoint.passed', step: step.id });
}

function afterFailure(state: RunState, onFailure: OnFailure): Intent | 'stop' {
  const decision = { type: 'rollback.decided', reason: note } as const;
  if (onFailure === 'rollback' && state.can(decision)) return record(decision);
  return 'stop';
}

function tickThen(items: readonly Item[], state: RunState, then: OperatorFact): Intent {
  const open = items.find(item => state.context.marks[item.id]?.verdict !== 'pass');
  return record(open ? { type: 'item.ticked', item: open.id, verdict: 'pass', note } : then);
}

const record = (fact: OperatorFact): Intent => ({ type: 'record', fact });

/** Resolves at the next entry, or at once when one came since `seq`. */
function nextChange(engine: Engine, signal: AbortSignal, seq: number): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      stop();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const stop = engine.subscribe(done);
    signal.addEventListener('abort', done);
    if (signal.aborted || engine.state().context.seq !== seq) done();
  });
}
