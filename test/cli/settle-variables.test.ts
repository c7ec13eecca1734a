import { describe, expect, it } from 'vitest';
import { setting, settledVariables } from '../../src/cli/settle-variables.ts';
import { cliWords } from '../../src/locale/cli.ts';
import { compile } from '../../src/plan/compile.ts';
import { rehearsalEnvironment } from '../../src/plan/environment.ts';

const words = cliWords('en');
const { plan } = compile(
  [
    '---',
    'variables:',
    '  tag: { value: v1.0.0 }',
    '  host: { ask: true }',
    '  greeting: { value: "good morning, all" }',
    '---',
    '# Release',
    '## Timeline',
    '### D-day: Release',
    '- [ ] **09:00** - Checkout',
    '  ```bash',
    '  git checkout {{tag}} && ssh {{host}} true',
    '  ```',
  ].join('\n'),
  { path: 'plan.md' },
);

const settled = (settings: string[], variables: Record<string, string> = {}) =>
  settledVariables(plan, { ...rehearsalEnvironment, variables }, settings, words);

describe('settledVariables', () => {
  it('takes the plan’s values, then the environment’s, then --set (convention 21)', () => {
    expect(settled(['host=db1'])).toMatchObject({ tag: 'v1.0.0', host: 'db1' });
    expect(settled(['host=db1'], { tag: 'v2', host: 'db2' })).toMatchObject({ tag: 'v2' });
    expect(settled(['host=db1'], { host: 'db2' })).toMatchObject({ host: 'db1' });
  });

  it('names the values that are owed, and the flag that gives them', () => {
    expect(() => settled([])).toThrow(/host.*--set NAME=VALUE/);
  });

  it('FAULTS 44: refuses a value that a shell would interpret, and names the character', () => {
    expect(() => settled(['host=db1;reboot'])).toThrow(/“host” holds ";"/);
  });

  it('leaves alone a value that only messages use', () => {
    expect(settled(['host=db1']).greeting).toBe('good morning, all');
  });
});

describe('setting', () => {
  it.each([
    ['host=db1', ['host', 'db1']],
    ['host=a=b', ['host', 'a=b']],
    ['host=', ['host', '']],
  ])('%s', (text, expected) => {
    expect(setting(text, plan, words)).toEqual(expected);
  });

  it.each([
    ['host', /NAME=VALUE expected/],
    ['=db1', /NAME=VALUE expected/],
    ['nobody=1', /no variable “nobody”/],
  ])('refuses %s', (text, why) => {
    expect(() => setting(text, plan, words)).toThrow(why);
  });
});
