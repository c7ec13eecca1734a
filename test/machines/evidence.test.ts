/** Which earlier run proves a prerequisite. */
import { describe, expect, it } from 'vitest';
import type { RunEvidence } from '../../machines/entries.ts';
import { provingRun } from '../../machines/evidence.ts';
import type { Evidence } from '../../src/plan/types.ts';

const run = (name: string, environment: string, status: RunEvidence['status']): RunEvidence => ({
  run: name,
  environment,
  status,
  endedAt: '2026-11-20T09:00:00.000Z',
});

/** Newest first, as the store gives them. */
const runs = [
  run('own', 'production', 'completed'),
  run('newest', 'Staging', 'completed'),
  run('older', 'rehearsal', 'completed'),
  run('back', 'rehearsal', 'rolledBack'),
];
const by = (evidence?: Evidence): string | undefined =>
  provingRun(evidence ? { evidence } : {}, runs, 'production')?.run;

describe('a prerequisite is proved', () => {
  it.each<[string, Evidence | undefined, string | undefined]>([
    ['by the latest run of another environment', { kind: 'run' }, 'newest'],
    ['by one that was rolled back, where that is asked', { kind: 'rollback' }, 'back'],
    ['by one of the environment it names', { kind: 'run', environment: 'rehearsal' }, 'older'],
    ['however that is written', { kind: 'run', environment: 'staging' }, 'newest'],
    [
      'by its own environment only where that is named',
      { kind: 'run', environment: 'PRODUCTION' },
      'own',
    ],
    ['by none elsewhere', { kind: 'rollback', environment: 'staging' }, undefined],
    ['by none, when it asks for none', undefined, undefined],
  ])('%s', (_, evidence, expected) => {
    expect(by(evidence)).toBe(expected);
  });
});
