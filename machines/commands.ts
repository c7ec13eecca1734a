/** The states in which a step's commands are run, one after the other. */

import type { Step } from '../src/plan/types.ts';
import { chart, said } from './chart.ts';
import type { StepOutcome } from './context.ts';
import { runnableCommands } from './plan-steps.ts';

/** What follows a step's commands: a state of the same step, and the outcome when the step is over. */
export interface Then {
  /** State after the last command succeeded, or the commands were accepted or skipped. */
  target: string;
  /** Outcome after the last command; absent when the step goes on (a checkpoint is still to be passed). */
  outcome?: StepOutcome;
}

/** Indexes (`Command.index`) of the commands of a step that run, in order. */
export function runnableOf(step: Step): number[] {
  return runnableCommands(step).map(command => command.index);
}

/**
 * `ready → running → then`, with `failed` and `inDoubt`, out of which only the operator decides.
 * Outcomes of jobs are accepted whoever holds the helm: what happened, happened.
 */
export function commandStates(step: Step, then: Then) {
  const runnable = runnableOf(step);
  return {
    ready: readyState(step, runnable, then),
    running: runningState(step, runnable, then),
    failed: troubledState(step, runnable, then, 'failed'),
    inDoubt: troubledState(step, runnable, then, 'inDoubt'),
  };
}

/** The transition that leaves the commands behind, with the outcome it gives the step. */
function leave(step: Step, { target, outcome }: Then, as?: StepOutcome) {
  const given = outcome && (as ?? outcome);
  const finish = given
    ? [{ type: 'finish' as const, params: { step: step.id, outcome: given } }]
    : [];
  return { target, actions: ['record' as const, ...finish] };
}

function readyState(step: Step, runnable: number[], then: Then) {
  return chart.createStateConfig({
    on: {
      'job.started': {
        guard: { type: 'mayStart', params: ({ event }) => ({ ...event, runnable }) },
        target: 'running',
        actions: [
          'record',
          {
            type: 'startJob',
            params: ({ event: { job, step, command } }) => ({ job, step, command }),
          },
        ],
      },
      'step.amended': {
        guard: { type: 'mayAmend', params: ({ event }) => ({ ...event, runnable }) },
        actions: 'record',
      },
      'step.skipped': { guard: { type: 'decides', params: said }, ...leave(step, then, 'skipped') },
    },
  });
}

function runningState(step: Step, runnable: number[], then: Then) {
  return chart.createStateConfig({
    on: {
      'job.exited': [
        {
          guard: { type: 'succeedsWithMore', params: ({ event }) => ({ ...event, runnable }) },
          target: 'ready',
          actions: 'record',
        },
        { guard: { type: 'succeeds', params: said }, ...leave(step, then) },
        { guard: { type: 'isLive', params: said }, target: 'failed', actions: 'record' },
      ],
      'job.doubted': {
        guard: { type: 'isLive', params: said },
        target: 'inDoubt',
        actions: 'record',
      },
      'job.revoked': {
        guard: { type: 'isLive', params: said },
        target: 'ready',
        actions: 'record',
      },
      'job.abandoned': {
        guard: { type: 'mayStop', params: said },
        target: 'inDoubt',
        actions: 'record',
      },
      ...whileLive,
    },
  });
}

function troubledState(step: Step, runnable: number[], then: Then, why: 'failed' | 'inDoubt') {
  const decides = { type: 'decides' as const, params: said };
  return chart.createStateConfig({
    entry: { type: 'callHuman', params: { step: step.id, why } },
    on: {
      'step.retried': { guard: decides, target: 'ready', actions: 'record' },
      'step.amended': {
        guard: { type: 'mayAmend', params: ({ event }) => ({ ...event, runnable }) },
        target: 'ready',
        actions: 'record',
      },
      'step.accepted': { guard: decides, ...leave(step, then, 'accepted') },
      'step.skipped': { guard: decides, ...leave(step, then, 'skipped') },
    },
  });
}

const liveState = chart.createStateConfig({
  on: {
    'job.orphaned': { guard: { type: 'isLive', params: said }, actions: 'record' },
    'job.cancelled': {
      guard: { type: 'mayStop', params: said },
      actions: ['record', { type: 'cancelJob', params: ({ event: { job } }) => ({ job }) }],
    },
  },
});

/** News of the live job that change nothing of where the run stands. */
export const whileLive = liveState.on;
