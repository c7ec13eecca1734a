import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { operatorAt } from '../operator.ts';
import { missionPlan, openHome } from './support/program.ts';
import { writeSmallPlan } from './support/small-plan.ts';

/** The small plan, with a protected environment beside the rehearsal; its command 1.2 fails on request. */
function writeProtectedPlan(home: string): string {
  const quick = 'test -z "$ESSAI_FAUTE"';
  const folder = dirname(writeSmallPlan(home, { quick, slow: 'true' }));
  mkdirSync(join(folder, 'environments'));
  writeFileSync(join(folder, 'environments/rehearsal.yaml'), 'title: Répétition\n');
  writeFileSync(
    join(folder, 'environments/production.yaml'),
    'title: Production\nprotected: true\nschedule: absolute\n',
  );
  return folder;
}

test('production is not entered unattended, whatever else is given', async () => {
  const home = openHome();
  const args = ['run', missionPlan, '--env', 'production', '--lang', 'fr', '--unattended'];
  expect(await home.cli(args)).toMatchObject({ code: 2 });
  const all = await home.cli([...args, '--confirm', 'production', '--waive', 'exercice']);
  expect(all).toMatchObject({ code: 2 });
  expect(all.stderr).toContain('« production » est protégé');
  expect(home.names()).toEqual([]);
});

test('production asks for the proofs that this very plan was rehearsed, then for its name', async () => {
  const home = openHome();
  const plan = writeProtectedPlan(home.folder);
  const production = ['run', plan, '--env', 'production', '--lang', 'fr'];
  const refusal = async (...more: string[]) => {
    const terminal = home.open([...production, ...more]);
    expect(await terminal.waitForEnd()).toMatchObject({ code: 2 });
    return terminal.text().replaceAll('\n', '');
  };
  expect(await refusal()).toMatch(
    /une répétition complète, une répétition complète du retour arrière/,
  );

  const rehearsal = ['run', plan, '--env', 'rehearsal', '--unattended'];
  expect(await home.cli(rehearsal)).toMatchObject({ code: 0 });
  expect(await refusal()).toMatch(/a été répété : une répétition complète du retour arrière\./);
  const rolledBack = await home.cli([...rehearsal, '--on-failure', 'rollback'], {
    ESSAI_FAUTE: '1',
  });
  expect(rolledBack).toMatchObject({ code: 4 });

  expect(await refusal('--confirm=prod')).toContain('Ce n’est pas son nom. Rien n’a été lancé.');
  const rehearsals = home.names();
  const terminal = home.open(production);
  const operator = operatorAt(terminal);
  await operator.reads('« production » est PROTÉGÉ. Tapez son nom en entier');
  operator.types('production\r');
  await operator.reads(/PRODUCTION[\s\S]*┏[\s\S]*1\.1 Réunir l'équipe/);
  const run = home.names().find(name => !rehearsals.includes(name))!;
  expect(run).toMatch(/petit-plan-production$/);
  await operator.reads('q détacher');
  operator.does('q');
  await terminal.waitForEnd();

  const { stdout } = await home.cli(['runs', '--json']);
  expect(JSON.parse(stdout)).toMatchObject({
    runs: [
      { id: run, status: 'underway' },
      { environment: 'rehearsal', status: 'rolledBack' },
      { environment: 'rehearsal', status: 'completed' },
    ],
  });
});

test('an edited plan is not the one that was rehearsed', async () => {
  const home = openHome();
  const plan = writeProtectedPlan(home.folder);
  await home.cli(['run', plan, '--env', 'rehearsal', '--unattended']);
  writeSmallPlan(home.folder, { quick: 'echo autre' });
  const terminal = home.open(['run', plan, '--env', 'production', '--lang', 'fr']);
  expect(await terminal.waitForEnd()).toMatchObject({ code: 2 });
  expect(terminal.text().replaceAll('\n', '')).toMatch(/: une répétition complète, une/);
});
