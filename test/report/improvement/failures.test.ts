/** What failures cost: from the start of what failed to the start of what went on, work only. */
import { expect, it } from 'vitest';
import { setbacksOf } from '../../../src/report/improvement/failures.ts';
import { Run } from './teaching.ts';

const document = `# Mise en production

## Chronologie

### Jour J

- [ ] **06:00** - Migration
  \`\`\`bash
  ./migrer.sh
  \`\`\`
- [ ] **06:10** - Index
  \`\`\`bash
  ./indexer.sh
  \`\`\`

## Procédure de rollback

1. Restaurer
`;

const minute = 60_000;
const first = 'Jour J.1';
const second = 'Jour J.2';

const costs = (run: Run) =>
  setbacksOf(run.entries).map(({ step, failures, cost, decisions }) => [
    step,
    failures,
    cost / minute,
    decisions.map(({ type }) => type),
  ]);

const retried = (step: string, reason?: string) =>
  ({ type: 'step.retried', step, ...(reason && { reason }) }) as const;

it('tries in a row are one matter, which the good one ends as it starts', () => {
  const run = new Run(document, '06:00')
    .runs(first, '06:00:00', '06:04:00', false)
    .tells(['06:06:00', retried(first)])
    .runs(first, '06:07:00', '06:08:00', false)
    .tells(['06:09:00', retried(first, 'verrou levé')])
    .runs(first, '06:10:00', '06:40:00');
  expect(costs(run)).toEqual([[first, 2, 10, ['step.retried', 'step.retried']]]);
});

it.each([
  [{ type: 'step.accepted', step: first, reason: 'elle y est' }, 6],
  [{ type: 'step.skipped', step: first, reason: 'demain' }, 6],
  [{ type: 'rollback.decided', reason: 'trop tard' }, 6],
  [{ type: 'run.aborted', reason: 'panne' }, 6],
] as const)('%j ends it', (fact, cost) => {
  const run = new Run(document, '06:00')
    .runs(first, '06:00:00', '06:04:00', false)
    .tells(['06:06:00', fact]);
  run.at('06:30:00').say({ type: 'note.added', text: 'la suite' });
  expect(costs(run)).toEqual([[first, 1, cost, [fact.type]]]);
});

it('nights are not counted, and what is not over counts to the last entry', () => {
  const run = new Run(document, '06:00').runs(first, '06:00:00', '06:04:00', false);
  run.at('06:05:00').leaves().at('08:00:00').comes();
  run.at('08:10:00').say({ type: 'note.added', text: 'on cherche' });
  expect(costs(run)).toEqual([[first, 1, 15, []]]);
});

it('going back over a step is decided about what failed, and doubt counts as failure', () => {
  const run = new Run(document, '06:00').runs(first, '06:00:00', '06:04:00');
  const job = { job: 'j-doubt', step: second } as const;
  run.tells(
    ['06:05:00', { type: 'job.started', ...job, command: 0, attempt: 1, script: 's', host: 'h' }],
    ['06:08:00', { type: 'job.doubted', ...job, why: 'witness-lost' }],
    ['06:09:00', { type: 'step.reopened', step: first, reason: 'mauvais lot' }],
  );
  run.runs(first, '06:10:00', '06:14:00').runs(second, '06:15:00', '06:16:00');
  expect(costs(run)).toEqual([[second, 1, 10, ['step.reopened']]]);
});

it('what the operator tried beside the plan is no failure of it', () => {
  const job = { job: 'j-typed', step: first } as const;
  const start = { type: 'job.started', ...job, command: -1, attempt: 1, script: 's', host: 'h' };
  const run = new Run(document, '06:00').tells(
    ['06:00:00', { ...start, type: 'job.started', adhoc: 'false' }],
    [
      '06:10:00',
      { type: 'job.exited', ...job, code: 1, size: 0, exitedAt: '2026-12-01T06:10:00Z', ok: false },
    ],
  );
  expect(costs(run)).toEqual([]);
});
