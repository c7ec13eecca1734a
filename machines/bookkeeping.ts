/** Entries that change what is known, never where the run stands; accepted from its creation on, after its end too. */
import type { Plan } from '../src/plan/types.ts';
import { chart } from './chart.ts';

/** The transitions of the chart's root. */
export function bookkeeping(plan: Plan) {
  const known = boxesOf(plan);
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
        guard: { type: 'isKnownBox', params: ({ event: { item } }) => ({ box: item, known }) },
        actions: 'record',
      },
      'item.cleared': {
        guard: { type: 'isMarked', params: ({ event: { item } }) => ({ box: item }) },
        actions: 'record',
      },
    },
  }).on;
}

/** Ids of every box of a plan. */
function boxesOf(plan: Plan): ReadonlySet<string> {
  const steps = plan.stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps));
  const items = [
    ...plan.prerequisites.flatMap(group => group.items),
    ...[...steps, ...(plan.rollback?.steps ?? [])].flatMap(step => step.items),
    ...plan.checkpoints.flatMap(checkpoint => checkpoint.criteria),
    ...(plan.rollback?.validation ?? []),
    ...plan.metrics.flatMap(group => group.items),
    ...plan.checklist,
  ];
  return new Set(items.map(item => item.id));
}
