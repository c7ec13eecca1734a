import { expect, test } from 'vitest';
import { operatorAt } from '../operator.ts';
import { openHome } from './support/program.ts';
import { slowly, writeSmallPlan } from './support/small-plan.ts';
import { dataBefore, stoppedAtDryRun } from './support/waiting-run.ts';
import { walk } from './support/walker.ts';

test('a NO-GO at checkpoint 2, then the rollback: the target is as it was before', async () => {
  const home = openHome();
  const [run, before] = await Promise.all([stoppedAtDryRun(home), dataBefore(home)]);
  const { target } = run;
  const terminal = home.open(['resume', '--lang', 'fr'], { cols: 120, rows: 36 });
  const operator = operatorAt(terminal);

  await walk(terminal, 'fr', { until: ({ step }) => step === '4.7' });
  expect(target.query('SELECT count(*) FROM bail_mobilites')).toBe(220);
  await operator.reads('Si ça échoue, le plan dit');
  await operator.reads("Évaluer l'ampleur des problèmes");
  await operator.reads('Si majeur : rollback immédiat');

  operator.does('-');
  await operator.reads('Donnez une raison');
  operator.does('Enter');
  await operator.reads('Une raison est nécessaire');
  operator.types('données incohérentes\r');
  await operator.reads('Tapez NO-GO');
  operator.types('NO-GO\r');
  await operator.reads('NO-GO : données incohérentes.');
  await operator.reads('Si majeur : rollback immédiat');

  operator.does('R');
  await operator.reads(/4 actions de retour[\s\S]*Sans demi-tour/);
  await operator.reads('Choisissez');
  operator.does('Down', 'Enter');
  await operator.reads('Tapez RETOUR');
  operator.types('retour\r');
  await operator.reads("« retour » n'est pas RETOUR. Rien n'a été fait.");
  operator.types('RETOUR\r');
  await operator.reads(/RETOUR ARRIÈRE[\s\S]*R\.1 Arrêt immédiat/);

  const walked = await walk(terminal, 'fr');
  expect(walked.slice(0, 4)).toEqual(['R.1', 'R.2', 'R.3', 'R.4']);
  await operator.reads('Le retour arrière est fait et validé.');
  await operator.reads('Déclencheur : Corruption de données détectée.');
  operator.does('q');
  expect(await terminal.waitForEnd()).toEqual({ code: 4, signal: 0 });

  expect(target.version()).toBe('v0.9.0');
  expect(target.dump()).toEqual(before);
  expect((await target.visit('/')).status).toBe(200);
  expect((await target.visit('/missions')).status).toBe(200);
  expect(run.entries('rollback.decided')).toMatchObject([
    {
      reason: 'Corruption de données détectée',
      trigger: 'Corruption de données détectée',
    },
  ]);
  expect(run.entries('rollback.validated')).toHaveLength(1);
  expect(await home.cli(['verify', run.id])).toMatchObject({ code: 0 });
}, 120_000);

test('a rollback decided while a command runs stops it, and starts once it has ended', async () => {
  const home = openHome();
  const plan = writeSmallPlan(home.folder, { slow: slowly(20) });
  const terminal = home.open(['run', plan, '--env', 'rehearsal', '--lang', 'fr']);
  const operator = operatorAt(terminal);
  await walk(terminal, 'fr', { until: ({ step, running }) => step === '1.3' && running });
  await operator.reads('ligne 2');

  operator.does('R');
  await operator.reads('Donnez une raison');
  operator.types('panne\r');
  await operator.reads('Tapez RETOUR');
  operator.types('RETOUR\r');
  await walk(terminal, 'fr');
  operator.does('q');
  expect(await terminal.waitForEnd()).toMatchObject({ code: 4 });

  const run = home.run();
  expect(run.started()).toEqual(['1.2', '1.3', 'R.1']);
  expect(run.entries('job.exited')).toMatchObject([
    { step: '1.2', ok: true },
    { step: '1.3', ok: false, code: 143 },
    { step: 'R.1', ok: true },
  ]);
});
