import { describe, expect, it } from 'vitest';
import { compiled, onDay, said } from '../write.ts';

const block = (info: string, script = 'true') => `  \`\`\`${info}\n  ${script}\n  \`\`\`\n`;
const owed = (items: string, day = '- [ ] a') =>
  `---\nvariables:\n  room: 20\n---\n## Prerequisites\n\n### Machines\n\n${items}\n${onDay(day)}`;

describe('a prerequisite', () => {
  it('is looked at by the block under it', () => {
    const source = owed(`- [ ] Access\n- [ ] Disk\n${block('bash timeout=10s', 'df {{room}}')}`);
    const { plan, diagnostics } = compiled(source);
    expect(diagnostics).toEqual([]);
    expect(plan.prerequisites).toMatchObject([
      {
        title: 'Machines',
        items: [
          { id: 'P1.1', title: 'Access' },
          { id: 'P1.2', check: { script: 'df {{room}}', runnable: true, variables: ['room'] } },
        ],
      },
    ]);
    expect(plan.prerequisites[0]!.items[0]).not.toHaveProperty('check');
    expect(plan.fences).toMatchObject([{ fate: 'runs', step: 'P1.2' }]);
  });

  it('has one check, and nothing is dropped in silence', () => {
    const items = `- [ ] Disk\n${block('bash')}\n${block('bash')}\n${block('text')}`;
    const { plan } = compiled(owed(items));
    expect(plan.fences.map(({ fate, why, step }) => [fate, why, step])).toEqual([
      ['runs', undefined, 'P1.1'],
      ['left-out', 'second-check', 'P1.1'],
      ['shown', 'reading', 'P1.1'],
    ]);
    expect(said(owed(items))).toEqual(['second-check: ```']);
    expect(said(owed(`- [ ] Disk\n\n${block('bash').replaceAll(/^ {2}/gm, '')}`))).toEqual([
      'fence-outside-step: ```',
    ]);
  });

  it('is looked at before any step: what a step captures is not known yet', () => {
    const capture = `- [ ] Tag\n${block('bash capture=tag', 'git describe')}`;
    const source = owed(`- [ ] Right tag\n${block('bash', 'test {{tag}}')}`, capture);
    expect(said(source)).toEqual(['used-before-capture: {{tag}}']);
    expect(said(owed(`- [ ] Disk\n${block('bash', 'df {{rom}}')}`))).toEqual([
      'unbound-variable: {{rom}}',
    ]);
  });

  it.each(['capture=x', 'interactive', 'destructive', 'proof=run'])(
    'takes no %s on its block',
    attribute => {
      expect(said(owed(`- [ ] Disk\n${block(`bash ${attribute}`)}`))).toEqual([
        `misplaced-attribute: ${attribute}`,
      ]);
    },
  );
});
