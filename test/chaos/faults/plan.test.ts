import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHome } from '../../terminal/end-to-end/support/program.ts';
import { resume, small, stoppedRun } from './small-run.ts';

test('row 39: a plan edited since the run began is refused at the resume; --keep-plan goes on with the copy', async () => {
  const { home, run } = await stoppedRun();
  const entries = run.journal().length;
  const original = join(home.folder, 'small/plan.md');
  const edited = readFileSync(original, 'utf8').replace('exit 4', 'echo edited');
  writeFileSync(original, edited);

  const refused = await home.cli(resume);
  expect(refused).toMatchObject({ code: 2, stdout: '' });
  expect(refused.stderr).toContain(original);
  expect(refused.stderr).toContain('--keep-plan');
  expect(run.journal()).toHaveLength(entries);

  const kept = await home.cli([...resume, '--keep-plan']);
  expect(kept.code).toBe(1);
  expect(kept.stderr).toContain('Stopped at step 1.2');
  expect(run.journal().length).toBeGreaterThan(entries);
  expect(readFileSync(original, 'utf8')).toBe(edited);
});

test('row 39: an edited copy in the run’s folder is refused, whatever is asked', async () => {
  const { home, run } = await stoppedRun();
  const entries = run.journal().length;
  appendFileSync(join(run.folder, 'plan.md'), '\nOne more line.\n');
  for (const args of [resume, [...resume, '--keep-plan']]) {
    const { code, stderr } = await home.cli(args);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/plan was edited|copy of the plan .* was changed/);
    expect(run.journal()).toHaveLength(entries);
  }
});

test.each([
  ['a semicolon', '1.0; rm -rf x', '";"'],
  ['a command substitution', '$(id)', '"$"'],
  ['a quote', "v'1", '"\'"'],
  ['a line break', 'v1\nid', '"\\n"'],
])(
  'row 44: a value with %s is refused, with that character, and nothing is created',
  async (_what, value, named) => {
    const home = openHome();
    const matter = 'variables:\n  tag: v1';
    const args = small(home, { matter, second: 'echo {{tag}}' });
    const { code, stdout, stderr } = await home.cli([...args, '--set', `tag=${value}`]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('tag');
    expect(stderr).toContain(named);
    expect(home.names()).toEqual([]);
  },
);
