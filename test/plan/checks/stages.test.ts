import { describe, expect, it } from 'vitest';
import { compiled, said } from '../write.ts';

const plan = (timeline: string) =>
  `# T\n\n## Timeline\n\n${timeline}\n\n## Rollback (10 min)\n\n1. Back\n`;
const shape = (timeline: string) =>
  compiled(plan(timeline)).plan.stages.map(({ id, phases }) => [
    id,
    ...phases.map(phase => phase.id),
  ]);

describe('stages and phases', () => {
  it('are one day when no day is named', () => {
    expect(shape('- [ ] a')).toEqual([['D-day', 'D-day']]);
    expect(shape('### Phase 1: A\n\n- [ ] a\n\n### Phase 2: B\n\n- [ ] b')).toEqual([
      ['D-day', '1', '2'],
    ]);
  });

  it('number the phases of other days after their stage', () => {
    expect(
      shape('### D-1\n\n#### Phase 1: A\n\n- [ ] a\n\n### D-day\n\n#### Phase 1: B\n\n- [ ] b'),
    ).toEqual([
      ['D-1', 'D-1.1'],
      ['D-day', '1'],
    ]);
  });

  it('have an unnamed phase for what stands before the first', () => {
    expect(shape('### D-day\n\n- [ ] a\n\n#### Phase 1: B\n\n- [ ] b')).toEqual([
      ['D-day', 'D-day', '1'],
    ]);
  });

  it('keep apart two phases of the same number, and say so', () => {
    const twice = '### D-day\n\n#### Phase 1: A\n\n- [ ] a\n\n#### Phase 1: B\n\n- [ ] b';
    expect(shape(twice)).toEqual([['D-day', '1', '2']]);
    expect(said(plan(twice))).toEqual(['duplicate-phase: #### Phase 1: B']);
  });

  it('are written once, in order', () => {
    expect(
      said(plan('### D-day\n\n- [ ] a\n\n### D-1\n\n- [ ] b\n\n### D-day\n\n- [ ] c')),
    ).toEqual(['stages-order: ### D-1', 'duplicate-stage: ### D-day']);
  });

  it('exist', () => {
    expect(said('# T\n\nProse.\n')).toEqual(['no-steps: # T', 'no-rollback: # T']);
  });
});
