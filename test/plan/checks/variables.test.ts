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
    expect(said(onDay(step('echo {{version}} [release-tag] <VERSION> YOUR_HOST')))).toEqual([
      'unbound-variable: {{version}}',
      'unbound-variable: [release-tag]',
      'unbound-variable: <VERSION>',
      'unbound-variable: YOUR_HOST',
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
