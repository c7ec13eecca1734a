/** A plan with everything around its commands, and a run of it: what the tests of days, people, messages and metrics start from. */
import type { Fact, FactOf } from '../../machines/entries.ts';
import type { Plan } from '../../src/plan/types.ts';
import { type Driver, drive } from './driver.ts';
import { gate, item, manual, plan, stage } from './plans.ts';

const place = { line: 1, column: 1 };

/** Step 1.1 is by hand; the gate 1.2 asks for somebody else's approval. */
export const surrounded: Plan = plan(
  [stage('A', [[manual('1.1'), gate('1.2', { attributes: { approve: 'Direction' } })]])],
  {
    messages: ['before', 'during'].map(id => ({ id, title: id, ...place })),
    metrics: [{ title: 'Site', items: [{ ...item('M1.1'), text: '< 2 s' }] }],
    surveillance: [{ id: 'W.1', title: 'Logs', text: 'every hour', line: 1 }],
  },
);

export const queued = (delivery: string, message = 'before'): FactOf<'message.queued'> => ({
  type: 'message.queued',
  message,
  delivery,
  channel: 'mail',
  subject: 'Maintenance',
  body: 'Tonight.',
});

export const measured = (
  value: number,
  as: 'baseline' | 'watch' = 'watch',
): FactOf<'metric.measured'> => ({
  type: 'metric.measured',
  metric: 'M1.1',
  value,
  unit: 's',
  verdict: 'pass',
  source: 'http',
  as,
});

export const unmeasured: FactOf<'metric.failed'> = {
  type: 'metric.failed',
  metric: 'M1.1',
  as: 'watch',
  why: 'unreachable',
  detail: 'ECONNREFUSED',
};

/** Of the gate, at its first look, by somebody whose file the kernel knows. */
export const approval = (
  more: Partial<FactOf<'approval.given'>> = {},
): FactOf<'approval.given'> => ({
  type: 'approval.given',
  step: '1.2',
  role: 'Direction',
  verdict: 'go',
  proof: 'verified',
  person: 'alice',
  uid: 1001,
  round: '0.0',
  ...more,
});

/** A run at its gate. */
export function atGate(...facts: Fact[]): Driver {
  return drive(surrounded, { type: 'step.confirmed', step: '1.1' }, ...facts);
}
