/** Entries that change what is known, never where the run stands; accepted from its creation on, after its end too. */

import type { Item, Plan } from '../src/plan/types.ts';
import { aroundThePlan } from './around.ts';
import { chart, said } from './chart.ts';
import { type Check, checksOf } from './checks.ts';
import { allSteps } from './plan-steps.ts';

/** The transitions of the chart's root. */
export function bookkeeping(plan: Plan) {
  const known = new Set(boxesOf(plan).map(item => item.id));
  const checkable = checksOf(plan);
  const kept = { guard: 'created', actions: 'record' } as const;
  return chart.createStateConfig({
    on: {
      'plan.adopted': kept,
      'helm.taken': kept,
      'helm.released': { guard: 'driven', actions: 'record' },
      'run.held': { guard: 'mayHold', actions: 'record' },
      'run.resumed': { guard: 'mayResume', actions: 'record' },
      'pace.set': kept,
      'note.added': kept,
      'variable.bound': kept,
      'item.ticked': {
        guard: { type: 'mayTick', params: ({ event }) => ({ ...event, known }) },
        actions: 'record',
      },
      'item.cleared': {
        guard: { type: 'isMarked', params: ({ event: { item } }) => ({ box: item }) },
        actions: 'record',
      },
      ...besideThePlan(checkable),
      ...aroundThePlan(plan),
    },
  }).on;
}

/** Jobs that no step waits for: what the operator types, the checks of boxes. */
function besideThePlan(checkable: ReadonlyMap<string, Check>) {
  const news = { guard: { type: 'isAside' as const, params: said }, actions: 'record' as const };
  const stops = { type: 'mayStopAside' as const, params: said };
  return chart.createStateConfig({
    on: {
      'job.started': {
        guard: { type: 'mayStartAside', params: ({ event }) => ({ ...event, checkable }) },
        actions: [
          'record',
          {
            type: 'startJob',
            params: ({ event: { job, step, command } }) => ({ job, step, command }),
          },
        ],
      },
      'job.exited': news,
      'job.doubted': news,
      'job.revoked': news,
      'job.orphaned': news,
      'job.cancelled': {
        guard: stops,
        actions: ['record', { type: 'cancelJob', params: ({ event: { job } }) => ({ job }) }],
      },
      'job.abandoned': { guard: stops, actions: 'record' },
    },
  }).on;
}

/** Every box of a plan. */
function boxesOf(plan: Plan): readonly Item[] {
  return [
    ...plan.prerequisites.flatMap(group => group.items),
    ...allSteps(plan).flatMap(step => step.items),
    ...plan.checkpoints.flatMap(checkpoint => checkpoint.criteria),
    ...(plan.rollback?.validation ?? []),
    ...(plan.rollback?.proofs ?? []),
    ...plan.metrics.flatMap(group => group.items),
    ...plan.checklist,
  ];
}
