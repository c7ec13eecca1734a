/** Facts about what surrounds the commands: days, people, messages, metrics. They change what is known, never where the run stands. */
import type { Plan } from '../src/plan/types.ts';
import { chart, said } from './chart.ts';
import { messageOf } from './occasion.ts';
import { allSteps } from './plan-steps.ts';

/** Transitions of the chart's root. */
export function aroundThePlan(plan: Plan) {
  return { ...days(plan), ...people(plan), ...messages(plan), ...metrics(plan) };
}

function days(plan: Plan) {
  const stages = new Set(plan.stages.map(stage => stage.id));
  const prerequisites = idsIn(plan.prerequisites);
  const looks = new Set(plan.surveillance.map(({ id }) => id));
  return chart.createStateConfig({
    on: {
      'stage.opened': {
        guard: {
          type: 'isKnownAndDriven',
          params: ({ event }) => ({ id: event.stage, known: stages }),
        },
        actions: 'record',
      },
      'item.waived': {
        guard: {
          type: 'mayWaive',
          params: ({ event }) => ({ item: event.item, known: prerequisites }),
        },
        actions: 'record',
      },
      'surveillance.done': {
        guard: { type: 'isKnown', params: ({ event }) => ({ id: event.item, known: looks }) },
        actions: 'record',
      },
    },
  }).on;
}

function people(plan: Plan) {
  const asks = new Set(
    allSteps(plan)
      .filter(step => step.attributes.approve !== undefined)
      .map(({ id }) => id),
  );
  return chart.createStateConfig({
    on: {
      'person.called': { guard: 'created', actions: 'record' },
      'helm.handed': { guard: 'driven', actions: 'record' },
      'approval.given': {
        guard: { type: 'mayApprove', params: ({ event }) => ({ ...event, asks }) },
        actions: 'record',
      },
    },
  }).on;
}

function messages(plan: Plan) {
  const known = new Set(plan.messages.map(({ id }) => id));
  const ofPlan = {
    type: 'isKnown' as const,
    params: ({ event }: { event: { message: string } }) => ({
      id: messageOf(event.message),
      known,
    }),
  };
  const underWay = {
    guard: { type: 'isUnderWay' as const, params: said },
    actions: 'record' as const,
  };
  return chart.createStateConfig({
    on: {
      'message.edited': { guard: ofPlan, actions: 'record' },
      'message.told': { guard: ofPlan, actions: 'record' },
      'message.queued': {
        guard: { type: 'mayQueue', params: ({ event }) => ({ ...event, known }) },
        actions: [
          'record',
          { type: 'sendMessage', params: ({ event: { delivery } }) => ({ delivery }) },
        ],
      },
      'message.sent': underWay,
      'message.failed': underWay,
      'message.doubted': underWay,
    },
  }).on;
}

function metrics(plan: Plan) {
  const known = idsIn(plan.metrics);
  const ofPlan = {
    type: 'isKnown' as const,
    params: ({ event }: { event: { metric: string } }) => ({ id: event.metric, known }),
  };
  return chart.createStateConfig({
    on: {
      'metric.measured': { guard: ofPlan, actions: 'record' },
      'metric.failed': { guard: ofPlan, actions: 'record' },
    },
  }).on;
}

function idsIn(groups: readonly { items: readonly { id: string }[] }[]): ReadonlySet<string> {
  return new Set(groups.flatMap(group => group.items.map(({ id }) => id)));
}
