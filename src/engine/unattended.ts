import { criteriaOf } from '../../machines/checkpoint.ts';
import { checksOf } from '../../machines/checks.ts';
import { type Circumstances, obstacleOf } from '../../machines/obstacles.ts';
import { runnableCommands } from '../../machines/plan-steps.ts';
import { missingFor } from '../../machines/readiness.ts';
import type { RunState } from '../../machines/state.ts';
import { isNeeded } from '../../machines/undoing.ts';
import type { Environment, Plan, Step } from '../plan/types.ts';
import { today } from './circumstances.ts';
import { obstacleRefusal } from './refusal.ts';
import { stepsOf } from './steps.ts';
import type { Engine, Intent, OperatorFact, Refusal } from './types.ts';

export type OnFailure = 'stop' | 'rollback';

/** How an unattended run ended; `stopped` leaves the run open, to be resumed by a person. */
export type UnattendedEnd =
  | { why: 'completed' | 'rolledBack' | 'aborted' | 'interrupted' }
  | { why: 'stopped'; step: string | null; refusal?: Refusal };

export interface UnattendedOptions {
  plan: Plan;
  environment: Pick<Environment, 'schedule' | 'prerequisites' | 'approvals'>;
  engine: Engine;
  onFailure: OnFailure;
  signal: AbortSignal;
  /** Of the engine too, milliseconds since the epoch. */
  now?: () => number;
}

const note = 'unattended';
const notNeeded = 'not needed: nothing to undo';

/** A job beside the plan outlives the last step: its end is awaited, so that the journal is whole. */
function endOf({ status, context }: RunState): UnattendedEnd | null {
  if (context.aside !== null) return null;
  const isEnd = status === 'completed' || status === 'rolledBack' || status === 'aborted';
  return isEnd ? { why: status } : null;
}

/**
 * Drives a run without anybody: starts commands, confirms manual steps, passes gates, and checkpoints
 * whose automated criteria are green. A failure stops it, or rolls back where that was asked.
 */
export async function driveUnattended(options: UnattendedOptions): Promise<UnattendedEnd> {
  const { engine, signal, plan, environment, now = Date.now } = options;
  for (;;) {
    if (signal.aborted) return { why: 'interrupted' };
    const state = engine.state();
    const end = endOf(state);
    if (end) return end;
    const trouble = engine.trouble();
    if (trouble !== null) {
      return {
        why: 'stopped',
        step: state.current,
        refusal: { code: 'journal-failed', detail: trouble },
      };
    }
    const circumstances = { ...environment, today: today(now(), plan.timezone) };
    const move = nextMove({ ...options, circumstances }, state, engine.around.takesBaseline);
    if (move === 'stop') return stoppedAt(plan, state, circumstances);
    if (move === 'wait') {
      await nextChange(engine, signal, state.context.seq);
      continue;
    }
    const result = await engine.act(move);
    if (result.done) continue;
    const refusal = result.refusal;
    if (state.context.seq !== engine.state().context.seq) continue;
    // Nothing failed: what is missing is a person's to give, the rollback may need it as well.
    return { why: 'stopped', step: state.current, refusal };
  }
}

/** Where it stopped, and what stands in the way there besides what failed. */
function stoppedAt(plan: Plan, state: RunState, circumstances: Circumstances): UnattendedEnd {
  const { current, context } = state;
  const step = stepsOf(plan).get(current ?? '')?.step;
  const obstacle = step ? obstacleOf(plan, context, step, circumstances) : null;
  const refusal = obstacle ? { refusal: obstacleRefusal(obstacle) } : {};
  return { why: 'stopped', step: current, ...refusal };
}

type Move = Intent | 'wait' | 'stop';

export interface Absence extends Pick<UnattendedOptions, 'plan' | 'onFailure'> {
  circumstances: Circumstances;
}

/**
 * What an absent operator does next.
 * @param takesBaseline the metrics are being measured, which must be over before the maintenance window opens
 */
export function nextMove(
  { plan, onFailure, circumstances }: Absence,
  state: RunState,
  takesBaseline = false,
): Move {
  if (state.context.liveJob !== null || state.halting) return 'wait';
  if (state.status === 'validating') {
    const boxes = plan.rollback?.validation.map(item => item.id) ?? [];
    const move = look(plan, boxes, state) ?? record({ type: 'rollback.validated' });
    return move === 'fail' ? 'stop' : move;
  }
  if (state.status === 'closing') {
    const boxes = plan.checklist.map(item => item.id);
    const move = look(plan, boxes, state) ?? record({ type: 'run.closed' });
    return move === 'fail' ? 'stop' : move;
  }
  const step = state.current === null ? undefined : stepsOf(plan).get(state.current)?.step;
  if (!step || (step.window === 'opens' && takesBaseline)) return 'wait';
  // What keeps a step from beginning is no failure of it: there is nothing to roll back.
  const before = cleared(plan, step, state, circumstances);
  if (before !== null) return before === 'fail' ? 'stop' : before;
  const move = moveOn(plan, step, state);
  return move === 'fail' ? afterFailure(state, onFailure) : move;
}

/** What is in the way of a step and can be cleared without a person: its day, prerequisites that only people look at. */
function cleared(
  plan: Plan,
  step: Step,
  state: RunState,
  circumstances: Circumstances,
): Move | 'fail' | null {
  const obstacle = obstacleOf(plan, state.context, step, circumstances);
  if (obstacle?.code === 'not-due') {
    return record({ type: 'stage.opened', stage: obstacle.stage.id, reason: note });
  }
  if (obstacle?.code !== 'prerequisites') return null;
  return look(
    plan,
    obstacle.items.map(({ id }) => id),
    state,
  );
}

function moveOn(plan: Plan, step: Step, state: RunState): Move | 'fail' {
  switch (state.statusOf(step.id)) {
    case 'ready':
      return ready(plan, step, state);
    case 'reviewing':
      return reviewed(plan, step, state);
    case 'running':
      return 'wait';
    default:
      return 'fail';
  }
}

function ready(plan: Plan, step: Step, state: RunState): Move | 'fail' {
  if (step.kind === 'milestone') return record({ type: 'milestone.reached', step: step.id });
  const { context } = state;
  const jobs = context.steps[step.id]?.jobs ?? [];
  if (jobs.length === 0 && isIdle(plan, step, state)) {
    return record({ type: 'step.skipped', step: step.id, reason: notNeeded });
  }
  if (runnableCommands(step).length === 0) {
    const boxes = step.items.map(item => item.id);
    return look(plan, boxes, state) ?? record({ type: 'step.confirmed', step: step.id });
  }
  const last = context.jobs[jobs.at(-1) ?? ''];
  // It refused to start once; without a person it would refuse for ever.
  if (last?.status === 'revoked' && last.attempt > 1) return 'fail';
  // What the rollback needs is still being proved.
  if (context.aside !== null && missingFor(plan, context, step).length > 0) return 'wait';
  return { type: 'start', step: step.id };
}

/** A rollback step that has nothing to undo. */
function isIdle(plan: Plan, step: Step, { status, context }: RunState): boolean {
  return status === 'rollingBack' && !isNeeded(plan, context, step);
}

function reviewed(plan: Plan, step: Step, state: RunState): Move | 'fail' {
  if (step.kind === 'gate') return record({ type: 'gate.passed', step: step.id, note });
  const passed = { type: 'checkpoint.passed', step: step.id } as const;
  return look(plan, criteriaOf(step, plan), state) ?? record(passed);
}

function afterFailure(state: RunState, onFailure: OnFailure): Intent | 'stop' {
  const reason = state.current === null ? note : `${note}, at ${state.current}`;
  const decision = { type: 'rollback.decided', reason } as const;
  if (onFailure === 'rollback' && state.can(decision)) return record(decision);
  return 'stop';
}

/** Ticks what only a person could look at, never what a command found wrong; null when all is green. */
function look(plan: Plan, boxes: readonly string[], state: RunState): Move | 'fail' | null {
  const { marks, aside } = state.context;
  if (boxes.some(box => checksOf(plan).has(box)) && aside !== null) return 'wait';
  if (boxes.some(box => marks[box]?.verdict === 'fail')) return 'fail';
  const open = boxes.find(box => marks[box] === undefined);
  if (open === undefined) return null;
  if (checksOf(plan).has(open)) return checkAgain(open, state);
  return record({ type: 'item.ticked', item: open, verdict: 'pass', note });
}

/** A check that did not run by itself says why when it is asked to; one that never began may be run once more. */
function checkAgain(item: string, { context }: RunState): Move | 'fail' {
  const last = context.jobs[context.checks[item] ?? ''];
  const never = last === undefined || (last.status === 'revoked' && last.attempt === 1);
  return never ? { type: 'check', item } : 'fail';
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
