import { describe, expect, it } from 'vitest';
import type { CompileOptions } from '../../../src/plan/compile.ts';
import { rehearsalEnvironment } from '../../../src/plan/environment.ts';
import { compiled, onDay, said } from '../write.ts';

const step = (script: string, info = '') =>
  `- [ ] Do\n  \`\`\`bash ${info}\n  ${script}\n  \`\`\`\n`;
const declared = (yaml: string, steps: string) => `---\nvariables:\n${yaml}\n---\n${onDay(steps)}`;

const withValue = (value: string): Partial<CompileOptions> => ({
  environment: { ...rehearsalEnvironment, variables: { version: value } },
});

describe('variables of a command', () => {
  it('are listed in order of use, once', () => {
    const { steps } = compiled(declared('  b: x\n  a: y', step('echo {{a}} [b] {{a}}')));
    expect(steps[0]?.commands[0]?.variables).toEqual(['a', 'b']);
  });

  it.each([
    ['from the front matter', declared('  version: v1', step('echo [version]')), {}],
    ['from the environment', onDay(step('echo [version]')), withValue('v1')],
    ['from a capture', onDay(step('git describe', 'capture=version') + step('echo [version]')), {}],
    [
      'from an earlier command of the step',
      onDay(
        '- [ ] Do\n  ```bash capture=version\n  git describe\n  ```\n  ```bash\n  echo [version]\n  ```',
      ),
      {},
    ],
  ])('are bound %s', (_how, source, options) => {
    expect(said(source, options)).toEqual([]);
  });

  it('are errors when nothing declares them', () => {
    const words = step('ls {{version}} [release-tag] YOUR_HOST <VERSION>');
    expect(said(onDay(words))).toEqual([
      'unbound-variable: {{version}}',
      'unbound-variable: [release-tag]',
      'unbound-variable: YOUR_HOST',
      'unbound-variable: <VERSION>',
    ]);
  });

  it('are errors when captured too late', () => {
    const source = onDay(step('echo [version]') + step('git describe', 'capture=version'));
    expect(said(source)).toEqual(['used-before-capture: [version]']);
  });

  it('are errors when their value could be read as shell', () => {
    expect(said(onDay(step('echo [version]')), withValue('v1; rm -rf /'))).toEqual([
      'refused-value: [version]',
    ]);
  });
});

describe('declarations of a plan', () => {
  const variables = (source: string, options: Partial<CompileOptions> = {}) =>
    compiled(source, options).plan.variables;

  it('tell where a value comes from', () => {
    const source = declared(
      '  version: v1',
      step('git describe', 'capture=tag') + step('echo [tag]'),
    );
    expect(variables(source, withValue('v2'))).toEqual([
      { name: 'version', value: 'v2' },
      { name: 'tag', capturedBy: 'D-day.1' },
    ]);
  });

  it('ask for what nothing gives', () => {
    expect(variables(declared('  version: {description: Tag}', '- [ ] a'))).toEqual([
      { name: 'version', description: 'Tag', ask: true },
    ]);
  });

  it('keep figures as written', () => {
    expect(variables(declared('  version: 1.10', '- [ ] a'))).toMatchObject([{ value: '1.10' }]);
  });

  it('say which capture serves nothing', () => {
    expect(said(onDay(step('git describe', 'capture=tag')))).toEqual([
      'unused-capture: capture=tag',
    ]);
  });
});

describe('a variable of the rollback', () => {
  const back = (undoes = '') =>
    `\n## Rollback (10 min)\n\n1. Back <!-- ${undoes} -->\n   \`\`\`bash\n   ./restore [backup]\n   \`\`\`\n`;
  const opens = '- [ ] **06:00** - **MAINTENANCE START**\n';
  const closes = '- [ ] **09:00** - **MAINTENANCE END**\n';
  const capture = step('./backup', 'capture=backup');
  const change = step('./change', 'id=change');
  const late = (steps: string, undoes?: string, head = '') =>
    compiled(`${head}# T\n\n## Timeline\n\n${steps}${back(undoes)}`).diagnostics.filter(
      ({ code }) => code === 'late-capture',
    );

  it.each([
    ['what the rollback undoes', change + capture, 'undoes=change'],
    ['the first command of maintenance', opens + change + capture + closes, undefined],
    ['the first change of a day without maintenance', change + capture, undefined],
  ])('is late when captured after %s', (_what, steps, undoes) => {
    expect(late(steps, undoes)).toMatchObject([
      {
        severity: 'warning',
        length: '[backup]'.length,
        message: expect.stringMatching(/backup.*D-day/),
      },
    ]);
  });

  it.each([
    ['before what the rollback undoes', capture + change, 'undoes=change'],
    ['before maintenance', capture + opens + change + closes, undefined],
    ['by the first command of maintenance', opens + capture + change + closes, undefined],
    ['before anything changes', step('git status') + capture + change, undefined],
  ])('is in time when captured %s', (_what, steps, undoes) => {
    expect(late(steps, undoes)).toEqual([]);
  });

  it('is late in a step that says nothing, whatever the others undo', () => {
    const other = '\n2. Other <!-- undoes=change -->\n';
    const { diagnostics } = compiled(`# T\n\n## Timeline\n\n${change}${capture}${back()}${other}`);
    expect(diagnostics.map(({ code }) => code)).toEqual(['late-capture']);
  });

  it('is in time when it has an initial value', () => {
    const head = '---\nvariables:\n  backup: none\n---\n';
    expect(late(change + capture, 'undoes=change', head)).toEqual([]);
  });

  it('is told with the step that captures it and the first at risk', () => {
    const [one] = late(change + capture, 'undoes=change');
    expect(one!.message).toContain('only known at step D-day.2 (line 9)');
    expect(one!.message).toContain('from step D-day.1 on');
  });
});
