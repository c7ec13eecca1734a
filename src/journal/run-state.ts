/** Reads a folded run as others need it: its status, the current step, the status of every step. */

import type { StateValue } from 'xstate';
import { runnableOf } from '../../machines/commands.ts';
import type { JobStatus, RunContext } from '../../machines/context.ts';
import type { Entry } from '../../machines/entries.ts';
import { allSteps } from '../../machines/plan-steps.ts';
import type { RunState, RunStatus, StepStatus } from '../../machines/state.ts';
import type { Plan } from '../plan/types.ts';
import type { Folded } from './fold.ts';

/** The reader of the runs of one plan. */
export function runState(plan: Plan): (folded: Folded) => RunState {
  const commandCounts = countCommands(plan);
  const listOf = stepsInAnyOrder(plan);

  return ({ snapshot, seq }) => {
    const { context } = snapshot;
    const path = pathOf(snapshot.value);
    const leaf = path.at(-1)!;
    const halting = leaf === 'halting';
    const current = context.current ?? null;
    const isBeside = (step: string, other: string) =>
      listOf.has(step) && listOf.get(step) === listOf.get(other) && path[0] === 'underway';
    return {
      status: leaf === 'validating' ? leaf : (path[0] as RunStatus),
      current,
      halting,
      context,
      statusOf(step) {
        if (step !== current) {
          const left = leftAs(context, step, commandCounts.get(step) ?? 0);
          // Every open step of a list in any order is as ready as the first.
          return left === 'waiting' && current !== null && isBeside(step, current) ? 'ready' : left;
        }
        return halting ? 'running' : (leaf as StepStatus);
      },
      can: fact => snapshot.can({ ...fact, seq: seq + 1, at: context.at, by: '' } as Entry),
    };
  };
}

/** Status of a step whose turn it is not: over, not come yet, or left behind by a rollback or an abort. */
function leftAs(context: RunContext, step: string, commands: number): StepStatus {
  const record = Object.hasOwn(context.steps, step) ? context.steps[step] : undefined;
  if (!record) return 'waiting';
  if (record.outcome) return record.outcome;
  if (record.refusedAt) return 'refused';
  // Its last command succeeded while a rollback waited for it.
  if (commands > 0 && record.command >= commands) return 'done';
  const last = record.startedAt === undefined ? undefined : record.jobs.at(-1);
  return last === undefined ? 'waiting' : afterJob[context.jobs[last]!.status];
}

const afterJob: Record<JobStatus, StepStatus> = {
  running: 'running',
  orphan: 'running',
  exited: 'failed',
  revoked: 'waiting',
  doubt: 'inDoubt',
  abandoned: 'inDoubt',
};

/** Keys from the root of the chart down to the state it is in. */
export function pathOf(value: StateValue): string[] {
  if (typeof value === 'string') return [value];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...pathOf(inner!)]);
}

/** The phase of each step whose phase is done in any order. */
function stepsInAnyOrder({ stages }: Plan): Map<string, string> {
  const lists = stages.flatMap(stage => stage.phases).filter(phase => phase.anyOrder);
  return new Map(lists.flatMap(({ key, steps }) => steps.map(({ id }) => [id, key] as const)));
}

function countCommands(plan: Plan): Map<string, number> {
  return new Map(allSteps(plan).map(step => [step.id, runnableOf(step).length]));
}
