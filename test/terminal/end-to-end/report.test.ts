import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report } from '../../../src/report/types.ts';
import { writePlanFolder } from './support/plan-folder.ts';
import { type Home, openHome } from './support/program.ts';
import { writeSmallPlan } from './support/small-plan.ts';

/** A run of the small plan that went to its end, by itself. */
async function finishedRun(home = openHome()): Promise<Home> {
  const plan = writeSmallPlan(home.folder, { quick: 'echo prêt', slow: 'seq 3' });
  const { code, stderr } = await home.cli(['run', plan, '--env', 'rehearsal', '--unattended']);
  expect(code, stderr).toBe(0);
  return home;
}

async function reportIn(home: Home, ...args: string[]): Promise<Report> {
  const { code, stdout, stderr } = await home.cli(['report', '--format', 'json', ...args]);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Report;
}

test('a finished run: its JSON says what its journal and its files hold', async () => {
  const home = await finishedRun();
  const run = home.run();
  const report = await reportIn(home, '--lang', 'fr');
  expect(report).toMatchObject({
    version: 1,
    run: { id: run.id, title: 'Petit plan', entries: run.journal().length },
    outcome: { status: 'completed', headline: 'Déploiement terminé' },
    figures: { steps: 5, stepsDone: 5, commands: 2, commandsFailed: 0, go: 1 },
  });
  expect(report.outputs.map(({ title, head, size }) => [title, head, size])).toEqual([
    ['1.2', 'prêt\n', 6],
    ['1.3', '1\n2\n3\n', 6],
  ]);
  expect(report.timeline.map(({ type }) => type)).toEqual(run.journal().map(({ type }) => type));
  const spent = Object.values(report.time.total).reduce((sum, ms) => sum + ms, 0);
  expect(spent).toBe(report.figures.length);
});

describe('files', () => {
  test('are written by their suffix, for their owner alone, and never over another without --force', async () => {
    const home = await finishedRun();
    const file = (name: string) => join(home.folder, name);
    for (const [name, begins] of [
      ['r.html', '<!doctype html>'],
      ['r.md', '# '],
      ['r.json', '{\n  "version": 1,'],
    ] as const) {
      const { code, stdout, stderr } = await home.cli(['report', '-o', file(name)]);
      expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: '' });
      expect(readFileSync(file(name), 'utf8').slice(0, begins.length).toLowerCase()).toBe(begins);
      expect(statSync(file(name)).mode & 0o777).toBe(0o600);
    }
    const before = readFileSync(file('r.json'), 'utf8');
    const again = ['report', '-o', file('r.json'), '--lang', 'en'];
    expect(await home.cli(again)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--force'),
    });
    expect(readFileSync(file('r.json'), 'utf8')).toBe(before);
    expect(await home.cli([...again, '--force'])).toMatchObject({ code: 0 });
    expect(JSON.parse(readFileSync(file('r.json'), 'utf8'))).toMatchObject({ language: 'en' });
  });

  test('are suggested to whoever would see a page in a terminal', async () => {
    const home = await finishedRun();
    const terminal = home.open(['report', '--lang', 'fr']);
    await terminal.waitFor('-o compte-rendu.html');
    const markdown = home.open(['report', '--format', 'md', '--lang', 'fr']);
    // Its end is what remains on the screen.
    await markdown.waitFor('petit-plan-rehearsal');
  });
});

const leaking = (script: string) => `# Fuite

## Chronologie

### Jour J : Essai

- [ ] **06:00** - Dire le jeton
  \`\`\`bash
  ${script}
  \`\`\`
`;

const secret = 'gardé-pour-nous-7';

/** A run whose only command, which is given the secret, fails. */
async function leakedBy(script: string): Promise<Home> {
  const home = openHome();
  const environment = 'protected: false\nsecrets:\n  JETON: { variable: BASCULE_TEST_JETON }\n';
  const plan = writePlanFolder(home.folder, leaking(script), { essai: environment });
  const ran = await home.cli(['run', plan, '--env', 'essai', '--unattended'], {
    BASCULE_TEST_JETON: secret,
  });
  expect(ran.code, ran.stderr).toBe(1);
  return home;
}

async function expectCovered(home: Home, env: Record<string, string>): Promise<void> {
  for (const format of ['json', 'html', 'md']) {
    const { code, stdout, stderr } = await home.cli(['report', '--format', format], env);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain('Fuite');
    expect(stdout).toContain('*'.repeat(Buffer.byteLength(secret)));
    expect(stdout).not.toContain(secret);
  }
}

describe('a secret that a command prints is in no format of the report', () => {
  test('whether or not whoever reads it knows the secret', async () => {
    const home = await leakedBy('echo "jeton $JETON"; echo "error: $JETON refusé"; exit 3');
    const run = home.run();
    expect(run.output(run.started()[0]!)).toContain(secret);
    await expectCovered(home, { BASCULE_TEST_JETON: secret });
    await expectCovered(home, {});
  });

  test('though a colour parts it, to whoever knows it', async () => {
    const parted = `printf "%s\\033[1m%s\\n" "\${JETON:0:5}" "\${JETON:5}"; exit 3`;
    await expectCovered(await leakedBy(parted), { BASCULE_TEST_JETON: secret });
  });
});

test('beside an earlier run in an environment, what took longer and what went otherwise', async () => {
  const home = await finishedRun();
  const first = home.run().id;
  await finishedRun(home);
  const second = home.names().find(name => name !== first)!;
  const { against } = await reportIn(home, second, '--against', 'rehearsal');
  expect(against!.run.id).toBe(first);
  expect(against!.rows.length).toBeGreaterThan(4);
  const alone = await home.cli(['report', second, '--against', 'production', '--lang', 'fr']);
  expect(alone).toMatchObject({ code: 2, stderr: expect.stringContaining('production') });
});

test('a run that teaches its plan nothing has no patch: exit 1, and a word', async () => {
  const home = await finishedRun();
  const { code, stdout, stderr } = await home.cli(['report', '--patch', '--lang', 'fr']);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('pas de correctif');
});

test('an empty home has nothing to report, and nothing is made there', async () => {
  const home = openHome();
  const { code, stderr } = await home.cli([
    'report',
    '--lang',
    'fr',
    '-o',
    join(home.folder, 'r.html'),
  ]);
  expect(code).toBe(2);
  expect(stderr).toContain('Aucune exécution');
  expect(existsSync(join(home.folder, 'r.html'))).toBe(false);
});
