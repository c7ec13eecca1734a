import * as fc from 'fast-check';
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

describe('actions on failure written right under the last criterion', () => {
  const point = '- [ ] **07:00** - **CHECKPOINT** - Dry run\n';
  const read = (body: string) => {
    const source = onDay(point, `## Checkpoints\n\n### Checkpoint 1: Dry run\n\n${body}`);
    const { plan, diagnostics } = compiled(source);
    const { criteria, actions } = plan.checkpoints[0]!;
    return {
      criteria: criteria.map(({ title }) => title),
      actions: actions.map(({ text }) => text),
      said: diagnostics.map(({ code }) => code),
    };
  };

  it.each([
    ['numbered', '**Actions si échec** :\n1. Read\n2. Roll back'],
    ['with the same marks', '**If it fails**:\n- Read\n- Roll back'],
    ['in plain words', 'If it fails:\n1. Read\n2. Roll back'],
    ['without a colon', '**Actions si échec**\n1. Read\n2. Roll back'],
    ['after a hard break', '  \n**If it fails**:\n1. Read\n2. Roll back'],
  ])('are actions: %s', (_how, actions) => {
    expect(
      read(
        `**Criteria**:\n- [ ] one\n- [ ] two\n  of them${actions.startsWith(' ') ? '' : '\n'}${actions}`,
      ),
    ).toEqual({
      criteria: ['one', 'two of them'],
      actions: ['Read', 'Roll back'],
      said: [],
    });
  });

  it('are actions under a nested list too', () => {
    expect(read('- [ ] one\n  - a detail\n**If it fails**:\n1. Read')).toMatchObject({
      criteria: ['one'],
      actions: ['Read'],
    });
  });

  it.each([
    ['a label of the item itself', 'one\n  **If it fails**:\n', 'one If it fails:'],
    ['bold words of a sentence', 'one\n**and two**\n', 'one and two'],
    ['a sentence that goes on', 'all of\nthese:\n', 'all of these:'],
    ['emphasis over two lines', '**one\nand two:**\n', 'one and two:'],
  ])('but not %s', (_what, text, title) => {
    expect(read(`- [ ] ${text}- [ ] last`).criteria).toEqual([title, 'last']);
  });

  it('never make a plan unreadable', () => {
    const line = fc.constantFrom('- [ ] a', '- b', '1. c', '**If it fails**:', '**X** :', 'd', '');
    const indent = fc.constantFrom('', ' ', '  ', '    ');
    const lines = fc.array(fc.tuple(indent, line).map(([space, text]) => space + text));
    fc.assert(
      fc.property(lines, all => {
        const { diagnostics } = compiled(onDay(`${point}\n${all.join('\n')}`));
        expect(diagnostics.map(({ code }) => code)).not.toContain('unreadable');
      }),
    );
  });
});
