import { describe, expect, it } from 'vitest';
import { compiled, onDay } from '../write.ts';

const followUp = (steps: string, heading = 'D+1: Review') =>
  compiled(
    onDay('- [ ] **07:00** - a', `## Follow-up\n\n### ${heading}\n\n${steps}\n`),
  ).plan.stages.at(-1)!;

const inAnyOrder = ({ phases }: { phases: { anyOrder?: true }[] }) =>
  phases.map(({ anyOrder }) => anyOrder);

describe('a list without times or numbers, on another day', () => {
  it('is done in any order', () => {
    const stage = followUp('- [ ] Report\n- [ ] Feedback\n  - [ ] of the team\n');
    expect(stage).toMatchObject({ id: 'D+1', phases: [{ title: '', anyOrder: true }] });
    expect(stage.phases[0]!.steps.map(({ id }) => id)).toEqual(['D+1.1', 'D+1.2']);
  });

  it('before the day too', () => {
    const { plan } = compiled(
      '## Timeline\n\n### J-7\n\n- [ ] a\n- [ ] b\n\n### Jour J\n\n- [ ] c\n',
    );
    expect(plan.stages.map(inAnyOrder)).toEqual([[true], [undefined]]);
  });

  it.each([
    ['a time', '- [ ] **09:00** - Report\n- [ ] Feedback'],
    ['numbers', '1. Report\n2. Feedback'],
    ['a second, numbered list', '- [ ] Report\n\nThen:\n\n1. Feedback'],
    ['a command', '- [ ] Report\n  ```bash\n  true\n  ```\n- [ ] Feedback'],
    ['a decision', '- [ ] Report\n- [ ] GO/NO-GO'],
    ['a milestone', '- [ ] Report\n- [ ] **ALL DONE**'],
    ['phases', '- [ ] Report\n\n#### Phase 1: Talk\n\n- [ ] Feedback'],
    ['the day itself', '- [ ] Report'],
  ])('keeps its order with %s', (what, steps) => {
    const stage =
      what === 'the day itself' ? compiled(onDay(steps)).plan.stages[0]! : followUp(steps);
    expect(new Set(inAnyOrder(stage))).toEqual(new Set([undefined]));
  });
});
