import { describe, expect, it } from 'vitest';
import { compiled, onDay, said } from '../write.ts';

const block = (info: string, script = 'true') => `  \`\`\`${info}\n  ${script}\n  \`\`\`\n`;
const actions = '\n**If it fails**:\n1. Roll back\n';
const point = '- [ ] **07:00** - **CHECKPOINT** - Orders\n';
const checkpoint = (criteria: string, before = '') =>
  onDay(
    before + point,
    `## Checkpoints\n\n### Checkpoint 1: Orders (07:00)\n\n${criteria}${actions}`,
  );
const validation = (boxes: string) => `${onDay('- [ ] a')}\n### Validation\n\n${boxes}`;

describe('a fence under a box', () => {
  it('of a checkpoint is its check', () => {
    const source = checkpoint(
      `- [ ] Orders are whole\n${block('bash ok=0,2 dir=shop')}- [ ] Fast\n`,
    );
    const { plan, diagnostics } = compiled(source);
    const [whole, fast] = plan.checkpoints[0]!.criteria;
    expect(whole).toMatchObject({
      id: 'C1.1',
      title: 'Orders are whole',
      check: { index: 0, script: 'true', runnable: true, attributes: { ok: [0, 2], dir: 'shop' } },
    });
    expect(fast).not.toHaveProperty('check');
    expect(plan.fences).toMatchObject([{ fate: 'runs', step: 'C1.1' }]);
    expect(diagnostics).toEqual([]);
  });

  it('of the validation of the rollback too', () => {
    const { plan } = compiled(validation(`- [ ] Answers\n${block('bash')}`));
    expect(plan.rollback!.validation).toMatchObject([{ id: 'V.1', check: { script: 'true' } }]);
    expect(plan.fences).toMatchObject([{ fate: 'runs', step: 'V.1' }]);
  });

  it('of a checkpoint’s own step too, and is no command of it', () => {
    const nested = block('bash', 'look').replaceAll(/^/gm, '  ').trimEnd();
    const { steps, plan } = compiled(
      onDay(
        `- [ ] **07:00** - **CHECKPOINT** - Orders <!-- dir=shop ok=3 -->\n  - [ ] whole\n${nested}\n`,
      ),
    );
    expect(steps[0]).toMatchObject({
      kind: 'checkpoint',
      commands: [],
      items: [{ id: 'D-day.1/1', check: { script: 'look', attributes: { dir: 'shop' } } }],
    });
    expect(steps[0]!.items[0]!.check!.attributes).not.toHaveProperty('ok');
    expect(plan.fences).toMatchObject([{ fate: 'runs', step: 'D-day.1/1' }]);
  });

  it('of any other step stays a command of the step', () => {
    const nested = block('bash', 'look').replaceAll(/^/gm, '  ').trimEnd();
    const { steps } = compiled(onDay(`- [ ] Do\n  - [ ] whole\n${nested}\n`));
    expect(steps[0]).toMatchObject({ kind: 'command', commands: [{ script: 'look' }] });
    expect(steps[0]!.items[0]).not.toHaveProperty('check');
  });

  it('is only shown when nothing runs it', () => {
    const { plan } = compiled(checkpoint(`- [ ] Looks like this\n${block('text')}`));
    expect(plan.checkpoints[0]!.criteria[0]).not.toHaveProperty('check');
    expect(plan.fences).toMatchObject([{ fate: 'shown', why: 'reading', step: 'C1.1' }]);
    expect(said(checkpoint(`- [ ] Counted\n${block('sql')}`))).toEqual(['no-runner: ```sql']);
  });

  it('comes alone: a second one is left out, aloud', () => {
    const source = checkpoint(`- [ ] Twice\n${block('bash', 'one')}\n${block('bash', 'two')}`);
    const { plan } = compiled(source);
    expect(plan.checkpoints[0]!.criteria[0]!.check!.script).toBe('one');
    expect(plan.fences.map(({ fate, why }) => [fate, why])).toEqual([
      ['runs', undefined],
      ['left-out', 'second-check'],
    ]);
    expect(said(source)).toEqual(['second-check: ```']);
  });

  it.each(['capture=x', 'interactive', 'destructive', 'proof=x', 'role=DBA', 'id=x'])(
    'takes no %s',
    attribute => {
      const source = checkpoint(`- [ ] Whole\n${block(`bash ${attribute}`)}`);
      expect(said(source)).toEqual([`misplaced-attribute: ${attribute}`]);
    },
  );
});

describe('variables of a check', () => {
  const captured = (before: string, after: string) =>
    `${before}${point}${after}`.replaceAll('CAPTURE', `- [ ] Tag\n${block('bash capture=tag')}`);
  const criteria = `- [ ] Right version\n${block('bash', 'test {{tag}} = v1')}`;
  const codes = (steps: string) =>
    compiled(
      onDay(steps, `## Checkpoints\n\n### Checkpoint 1: Orders (07:00)\n\n${criteria}${actions}`),
    );

  it('are bound by a capture before the checkpoint', () => {
    const { plan, diagnostics } = codes(captured('CAPTURE', ''));
    expect(diagnostics).toEqual([]);
    expect(plan.checkpoints[0]!.criteria[0]!.check!.variables).toEqual(['tag']);
  });

  it('are not by one after it, nor by nothing', () => {
    expect(codes(captured('', 'CAPTURE')).diagnostics).toMatchObject([
      { code: 'used-before-capture', severity: 'error' },
    ]);
    expect(codes(point).diagnostics).toMatchObject([{ code: 'unbound-variable' }]);
  });
});
