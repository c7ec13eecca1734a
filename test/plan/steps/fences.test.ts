import { describe, expect, it } from 'vitest';
import { compiled, onDay, said } from '../write.ts';

const fencesOf = (source: string) =>
  compiled(source).plan.fences.map(({ language, fate, why, step }) => [language, fate, why, step]);

const block = (info: string, indent = '') =>
  `${indent}\`\`\`${info}\n${indent}true\n${indent}\`\`\``;

describe('the account of fences', () => {
  it.each([
    ['bash', 'runs', undefined],
    ['sh', 'runs', undefined],
    ['bash sample', 'shown', 'sample'],
    ['sql', 'shown', 'no-runner'],
    ['console', 'shown', 'reading'],
    ['text', 'shown', 'reading'],
    ['output', 'shown', 'reading'],
    ['json', 'shown', 'reading'],
    ['', 'shown', 'reading'],
  ])('under a step, %j %s', (info, fate, why) => {
    const [language = ''] = info.split(' ');
    expect(fencesOf(onDay(`- [ ] Stop\n${block(info, '  ')}`))).toEqual([
      [language, fate, why, 'D-day.1'],
    ]);
  });

  it('names a command that its author forgot to indent', () => {
    const source = onDay(`- [ ] Stop\n${block('bash')}\n- [ ] Go on`);
    expect(fencesOf(source)).toEqual([['bash', 'left-out', 'outside-step', undefined]]);
    expect(said(source)).toEqual(['fence-outside-step: ```']);
  });

  it('lets other blocks be read', () => {
    const source = onDay('- [ ] Stop', `## Notes\n\n${block('yaml')}\n\n${block('bash sample')}`);
    expect(fencesOf(source).map(([language, fate]) => [language, fate])).toEqual([
      ['yaml', 'shown'],
      ['bash', 'shown'],
    ]);
    expect(said(source)).toEqual([]);
  });

  it('says a missing runner louder for code than for data', () => {
    const severity = (language: string) =>
      compiled(onDay(`- [ ] Stop\n${block(language, '  ')}`)).diagnostics.map(one => one.severity);
    expect(severity('sql')).toEqual(['warning']);
    expect(severity('python')).toEqual(['warning']);
    expect(severity('yaml')).toEqual(['info']);
  });

  it('runs what the front matter or the environment has a runner for', () => {
    const source = onDay(`- [ ] Count\n${block('sql', '  ')}`);
    const { plan, steps, diagnostics } = compiled(
      `---\nrunners:\n  sql: mysql app\n---\n${source}`,
    );
    expect(diagnostics).toEqual([]);
    expect(steps[0]).toMatchObject({ kind: 'command', commands: [{ runnable: true }] });
    expect(plan.runners).toEqual({ sql: 'mysql app' });
  });

  it('refuses a fence that is never closed', () => {
    expect(said('# T\n\n## Timeline\n\n- [ ] Stop\n  ```bash\n  true\n')).toContain(
      'unclosed-fence: ```',
    );
    expect(said(onDay('- [ ] Stop\n  ~~~bash\n  : ```\n  ~~~'))).toEqual([]);
  });

  it('keeps scripts as written, less the indent', () => {
    const { steps } = compiled(
      onDay('- [ ] Stop\n  ```bash\n  if true; then\n    echo "a  b"\n  fi\n  ```'),
    );
    expect(steps[0]!.commands[0]!.script).toBe('if true; then\n  echo "a  b"\nfi');
  });
});
