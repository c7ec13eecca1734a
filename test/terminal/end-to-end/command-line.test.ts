import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic, Plan } from '../../../src/plan/types.ts';
import type { RunSummary } from '../../../src/store/types.ts';
import { missionPlan, openHome } from './support/program.ts';
import { writeSmallPlan } from './support/small-plan.ts';

const faulty = `---
timezone: Mars/Olympus
language: fr
---
# Plan fautif

## Chronologie

### Jour J : Essai

#### Phase 1 : Essai (30 min)

- [ ] **06:00** - Lancer
  \`\`\`bash timout=5m
  touch "$HOME/lancé"; echo {{inconnue}}
  \`\`\`
- [ ] **06:10** - Encore
  \`\`\`bash expect=/(/
  echo [timestamp]
  \`\`\`
`;

const faultyEnvironment = ['title: Essai', 'protected: peut-être', 'pase: step', ''].join('\n');

/** Place and subject of each mistake above. */
const mistakes = [
  ['plan.md', 2, 'timezone'],
  ['plan.md', 14, 'timout'],
  ['plan.md', 15, 'inconnue'],
  ['plan.md', 18, 'expect'],
  ['plan.md', 19, 'timestamp'],
  ['rehearsal.yaml', 2, 'protected'],
  ['rehearsal.yaml', 3, 'pase'],
] as const;

function writeFaultyPlan(home: string): string {
  const folder = join(home, 'fautif');
  mkdirSync(join(folder, 'environments'), { recursive: true });
  writeFileSync(join(folder, 'plan.md'), faulty);
  writeFileSync(join(folder, 'environments/rehearsal.yaml'), faultyEnvironment);
  return folder;
}

test('check tells every mistake of a plan and its environment at once, each with its place', async () => {
  const home = openHome();
  const plan = writeFaultyPlan(home.folder);
  const { code, stdout, stderr } = await home.cli(['check', plan, '--env', 'rehearsal']);
  expect({ code, stdout }).toEqual({ code: 6, stdout: '' });
  for (const [file, line, subject] of mistakes) {
    expect(stderr).toMatch(new RegExp(`${file}:${line}:\\d+ .*${subject}`));
  }
  expect(stderr.match(/^erreur /gm)).toHaveLength(mistakes.length);

  const json = await home.cli(['check', plan, '--env', 'rehearsal', '--json']);
  const report = JSON.parse(json.stdout) as { runnable: boolean; diagnostics: Diagnostic[] };
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  expect(json.code).toBe(6);
  expect(report).toMatchObject({ version: 1, runnable: false });
  const lines = mistakes.map(([, line]) => line);
  expect(errors).toHaveLength(lines.length);
  expect(errors.map(({ line }) => line)).toEqual(expect.arrayContaining(lines));
});

test('run starts nothing from a plan with mistakes, and says all of them', async () => {
  const home = openHome();
  const plan = writeFaultyPlan(home.folder);
  const args = ['run', plan, '--env', 'rehearsal', '--unattended'];
  const { code, stderr } = await home.cli(args, { HOME: home.folder });
  expect(code).toBe(6);
  for (const [file, line] of mistakes) expect(stderr).toContain(`${file}:${line}:`);
  expect(home.names()).toEqual([]);
});

test('show --json gives the whole of the plan of the mission', async () => {
  const home = openHome();
  const { code, stdout } = await home.cli(['show', missionPlan, '--json']);
  const { version, plan } = JSON.parse(stdout) as { version: number; plan: Plan };
  expect({ code, version }).toEqual({ code: 0, version: 1 });
  const sizes = plan.stages.map(({ id, phases }) => [id, ...phases.map(p => p.steps.length)]);
  expect(sizes).toEqual([
    ['J-7', 5],
    ['J-1', 6],
    ['Jour J', 6, 5, 7, 8, 7, 5, 6, 7],
    ['J+1', 4],
    ['J+7', 4],
    ['J+30', 4],
  ]);
  expect(plan.prerequisites.map(({ items }) => items.length)).toEqual([6, 5, 5]);
  expect(plan.checkpoints.map(c => [c.step, c.criteria.length, c.actions.length])).toEqual([
    ['4.3', 4, 4],
    ['4.7', 5, 3],
    ['6.5', 4, 4],
  ]);
  expect(plan.rollback).toMatchObject({ minutes: 30, steps: { length: 4 } });
  expect(plan.rollback).toMatchObject({ triggers: { length: 5 }, validation: { length: 4 } });
  expect(plan).toMatchObject({ messages: { length: 3 }, links: { length: 6 } });
  expect(plan.metrics.flatMap(({ items }) => items)).toHaveLength(12);
  expect(plan.contacts.flatMap(({ items }) => items)).toHaveLength(8);
  expect(plan.checklist).toHaveLength(5);
});

test('runs --json lists what there is; a run may be named by a part that suffices', async () => {
  const home = openHome();
  const plan = writeSmallPlan(home.folder, { slow: 'true' });
  expect(JSON.parse((await home.cli(['runs', '--json'])).stdout)).toEqual({ version: 1, runs: [] });
  await home.cli(['run', plan, '--env', 'rehearsal', '--unattended']);

  const { runs } = JSON.parse((await home.cli(['runs', '--json'])).stdout) as {
    runs: RunSummary[];
  };
  expect(runs).toMatchObject([
    { id: home.run().id, status: 'completed', environment: 'rehearsal', title: 'Petit plan' },
  ]);
  const verified = await home.cli(['verify', 'petit-plan', '--json']);
  expect(verified.code).toBe(0);
  expect(JSON.parse(verified.stdout)).toMatchObject({ version: 1, damage: null, torn: null });
});

test.each([
  ['a command that does not exist', ['chek', 'plan.md'], /check/],
  ['an option that does not exist', ['check', 'plan.md', '--jsn'], /--json/],
  ['no plan', ['check'], /plan/],
  ['a plan that is not there', ['check', '/nowhere'], /\/nowhere/],
  ['no environment', ['run', missionPlan, '--unattended'], /production, rehearsal, staging/],
  [
    'an unknown environment',
    ['run', missionPlan, '--env', 'prod'],
    /production, rehearsal, staging/,
  ],
  ['no terminal', ['run', missionPlan, '--env', 'rehearsal'], /--unattended/],
  [
    'a day that is none',
    ['run', missionPlan, '--env', 'rehearsal', '--unattended', '--date', '31/12'],
    /31\/12/,
  ],
  ['nothing to resume', ['resume'], /[Aa]ucune|[Nn]o /],
] as const)('usage: %s ends with 2 and says what to do', async (_what, args, remedy) => {
  const home = openHome();
  const { code, stdout, stderr } = await home.cli(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(remedy);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(home.names()).toEqual([]);
});

test('unattended, a plan whose commands ask something of a person is refused before anything starts', async () => {
  const home = openHome();
  const plan = writeSmallPlan(home.folder, { attributes: 'interactive' });
  const outcome = await home.cli([
    'run',
    plan,
    '--env',
    'rehearsal',
    '--unattended',
    '--lang',
    'en',
  ]);
  expect(outcome).toMatchObject({ code: 2, stdout: '' });
  expect(outcome.stderr).toContain('1.2 asks something of a person');
  expect(home.names()).toEqual([]);
});

test('in a terminal, a value that the plan owes is asked before the run starts', async () => {
  const home = openHome();
  const plan = writeSmallPlan(home.folder, { quick: 'echo {{cible}}' });
  const owing = readFileSync(plan, 'utf8').replace(
    'language: fr',
    'language: fr\nvariables:\n  cible: { description: "Machine visée", ask: true }',
  );
  writeFileSync(plan, owing);
  const terminal = home.open(['run', plan, '--env', 'rehearsal', '--lang', 'fr']);
  await terminal.waitFor('Machine visée (cible)');
  terminal.type('app1\r');
  await terminal.waitFor(/1\.1 Réunir/);
  expect(home.run().entries('run.created')).toMatchObject([{ variables: { cible: 'app1' } }]);
});

test('unattended, a checkpoint whose check is red is a NO-GO: exit 3', async () => {
  const home = openHome();
  const folder = join(home.folder, 'rouge');
  mkdirSync(folder);
  const lines = [
    '# Rouge',
    '## Timeline',
    '### D-day: Go',
    '- [ ] **09:00** - **CHECKPOINT** - All well',
    '  - [ ] The disk is there',
    '    ```bash',
    '    echo "no disk"; false',
    '    ```',
  ];
  writeFileSync(join(folder, 'plan.md'), lines.join('\n'));
  const args = ['run', folder, '--env', 'rehearsal', '--unattended', '--lang', 'en'];
  const { code, stdout, stderr } = await home.cli(args);
  expect(code, stderr).toBe(3);
  expect(stdout).toMatch(/The disk is there.*no disk/);
});
