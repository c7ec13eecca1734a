import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHome } from '../../terminal/end-to-end/support/program.ts';
import { resume, small } from './small-run.ts';

const secret = 'kept-to-ourselves';
const environment = 'name: rehearsal\nsecrets:\n  TOKEN: { variable: OUR_TOKEN }\n';

test.each([
  ['prints it', 'echo "token: $TOKEN"; exit 4', ''],
  [
    'prints it where its output must not match',
    'echo "Error: $TOKEN is refused"',
    'refuse=/Error/',
  ],
  ['prints it where its output must match', 'echo "$TOKEN"; false', 'expect=/done/'],
  ['prints it to be captured', 'echo "$TOKEN"', 'capture=tag'],
  ['prints it where a quoted line is cut', `printf '%190s' Error; echo "$TOKEN"`, 'refuse=/Error/'],
])(
  'row 42: a command that %s: the secret is never in the journal, the snapshot or the plain output',
  async (_what, second, attributes) => {
    const home = openHome();
    const env = { OUR_TOKEN: secret };
    const args = small(home, { environment, second, attributes });
    const ended = await home.cli(args, env);
    const again = await home.cli(resume, env);
    expect([ended.code, again.code]).toEqual([1, 1]);
    const run = home.run();
    expect(run.output('1.2')).toContain(secret);
    for (const name of ['journal.jsonl', 'progress.json', 'plan.md', 'environment.yaml', 'helm']) {
      expect(existsSync(join(run.folder, name))).toBe(true);
      expect(readFileSync(join(run.folder, name), 'utf8'), name).not.toContain(secret.slice(0, 8));
    }
    const said = [ended.stdout, ended.stderr, again.stdout, again.stderr].join('\n');
    expect(said).not.toContain(secret.slice(0, 8));
  },
);

test('row 42: a secret that is missing is named before anything is created', async () => {
  const home = openHome();
  const { code, stderr } = await home.cli(small(home, { environment }));
  expect(code).toBe(2);
  expect(stderr).toMatch(/TOKEN.*OUR_TOKEN/);
  expect(home.names()).toEqual([]);
});
