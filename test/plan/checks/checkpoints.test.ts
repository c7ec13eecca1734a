import { describe, expect, it } from 'vitest';
import { compiled, onDay, said } from '../write.ts';

const day =
  '- [ ] **07:00** - **CHECKPOINT** - Dry run\n- [ ] **08:00** - **CHECKPOINT** - Real run';
const whole = '- [ ] it works\n\n**If it fails**:\n1. Roll back\n';
const section = (...headings: string[]) =>
  `## Checkpoints\n\n${headings.map(title => `### ${title}\n\n${whole}`).join('\n')}`;
const tied = (...headings: string[]) =>
  compiled(onDay(day, section(...headings))).plan.checkpoints.map(({ id, step }) => [id, step]);

describe('a checkpoint is tied to its step', () => {
  it.each([
    ['by time', ['Checkpoint 1: Other words (07:00)', 'Checkpoint 2: Still others (08:00)']],
    ['by title', ['Checkpoint 1: Dry run', 'Checkpoint 2: Real run']],
    ['in any order', ['Checkpoint 1 – x (07:00)', 'Checkpoint 2 – y (08:00)']],
  ])('%s', (_how, headings) => {
    expect(tied(...headings)).toEqual([
      ['C1', 'D-day.1'],
      ['C2', 'D-day.2'],
    ]);
  });

  it('by title when two are at the same time', () => {
    const same = day.replace('08:00', '07:00');
    const { plan } = compiled(
      onDay(same, section('Checkpoint 1: Real (07:00)', 'Checkpoint 2: Dry (07:00)')),
    );
    expect(plan.checkpoints.map(({ step }) => step)).toEqual(['D-day.2', 'D-day.1']);
  });
});

describe('a checkpoint that is not', () => {
  it('is an error, and its step has no criteria', () => {
    const source = onDay(
      day,
      section('Checkpoint 1: Dry run (07:00)', 'Checkpoint 2: Backup (09:00)'),
    );
    expect(said(source)).toEqual([
      'checkpoint-without-criteria: - [ ] **08:00** - **CHECKPOINT** - Real run',
      'checkpoint-without-actions: - [ ] **08:00** - **CHECKPOINT** - Real run',
      'checkpoint-without-step: ### Checkpoint 2: Backup (09:00)',
    ]);
  });

  it('may disagree about its time', () => {
    const source = onDay(
      day,
      section('Checkpoint 1: Dry run (07:00)', 'Checkpoint 2: Real run (08:30)'),
    );
    expect(said(source)).toEqual(['checkpoint-time: ### Checkpoint 2: Real run (08:30)']);
  });

  it('may be written twice', () => {
    const source = onDay(day, section('Checkpoint 1: Dry run', 'Checkpoint 1: Real run'));
    expect(said(source)).toContain('duplicate-checkpoint: ### Checkpoint 1: Real run');
  });
});

describe('a checkpoint that could not be decided', () => {
  const point = '- [ ] **07:00** - **CHECKPOINT** - Dry run\n';
  const described = (body: string) => `## Checkpoints\n\n### Checkpoint 1: Dry run\n\n${body}`;

  it.each([
    ['without actions', described('- [ ] it works\n'), ['checkpoint-without-actions']],
    [
      'without criteria',
      described('**If it fails**:\n1. Roll back\n'),
      ['checkpoint-without-criteria'],
    ],
    ['with both', described(whole), []],
    ['without a section', '', ['checkpoint-without-criteria', 'checkpoint-without-actions']],
  ])('is said: %s', (_what, after, codes) => {
    expect(compiled(onDay(point, after)).diagnostics.map(({ code }) => code)).toEqual(codes);
  });

  it('may have its criteria under its step', () => {
    const source = onDay(`${point}  - [ ] it works`, described('**If it fails**:\n1. Roll back\n'));
    expect(said(source)).toEqual([]);
  });
});
