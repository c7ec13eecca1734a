/** Every fact about days, people, messages and metrics that could be told of a random plan's run, acceptable or not. */
import { roundOf } from '../../machines/approvals.ts';
import type { RunContext } from '../../machines/context.ts';
import type { Fact } from '../../machines/entries.ts';

/** What changes nothing of where the run stands. */
export function isAround({ type }: Fact): boolean {
  return /^(stage|surveillance|person|approval|message|metric)\.|^item\.waived|^helm\.handed/.test(
    type,
  );
}

export function factsAround(context: RunContext): Fact[] {
  const deliveries = Object.keys(context.deliveries);
  return [
    { type: 'stage.opened', stage: 'S0', reason: 'because' },
    { type: 'item.waived', item: 'P1.1', reason: 'because' },
    { type: 'surveillance.done', item: 'W.1', verdict: 'pass' },
    { type: 'person.called', role: 'DBA', outcome: 'reached' },
    { type: 'helm.handed', to: 'bob', summary: '' },
    ...['ops', 'alice'].map(person => approval(context, person)),
    { type: 'message.edited', message: 'before', subject: 'S', body: 'B' },
    { type: 'message.told', message: 'before', how: 'aloud' },
    ...[`d${deliveries.length}`, ...deliveries.slice(-1)].map(queued),
    ...deliveries.flatMap(fates),
    measured('baseline'),
    measured('watch'),
    { type: 'metric.failed', metric: 'M1.1', as: 'watch', why: 'timeout', detail: '' },
  ];
}

/** Of the step whose turn it is, as it stands. */
function approval(context: RunContext, person: string): Fact {
  const step = context.current ?? '';
  const how = { role: 'Direction', verdict: 'go', proof: 'verified' } as const;
  return { type: 'approval.given', step, ...how, person, round: roundOf(context, step) };
}

const queued = (delivery: string): Fact => {
  const what = { channel: 'mail', subject: 'S', body: 'B' };
  return { type: 'message.queued', message: 'before', delivery, ...what };
};

const fates = (delivery: string): Fact[] => [
  { type: 'message.sent', delivery, detail: '' },
  { type: 'message.failed', delivery, why: 'refused', detail: '' },
  { type: 'message.doubted', delivery, why: 'lost', detail: '' },
];

const measured = (as: 'baseline' | 'watch'): Fact => {
  const figure = { value: 1, unit: 's', verdict: 'pass', source: 'http' } as const;
  return { type: 'metric.measured', metric: 'M1.1', ...figure, as };
};
