/** The rehearsal's faults, each played by the keys on screen: the target ends right, the journal tells it. */
import { expect, test } from 'vitest';
import { type Operator, operatorAt } from '../operator.ts';
import { missionPlan, openHome } from './support/program.ts';
import type { RunFolder } from './support/run-folder.ts';
import { dataBefore, stoppedAtDryRun } from './support/waiting-run.ts';
import { walk } from './support/walker.ts';

const wide = { cols: 120, rows: 36 };

const failed = (run: RunFolder, step: string) =>
  run.entries('job.exited').some(exit => exit.step === step && !exit.ok);

/** A question that asks for a reason, answered. */
async function because(operator: Operator, reason: string): Promise<void> {
  await operator.reads(/Donnez une raison|Une raison, si vous voulez/);
  await operator.considers();
  operator.types(`${reason}\r`);
}

test('the dry run fails: NO-GO, repaired beside the plan, and the plan’s own list leads back to it', async () => {
  const home = openHome();
  const run = await stoppedAtDryRun(home, 'dry-run-fails');
  const terminal = home.open(['resume', '--lang', 'fr'], wide);
  const operator = operatorAt(terminal);

  await operator.reads(/✗ code 1 : /);
  await operator.reads(/Appeler DBA/);
  await operator.reads(/Relancer le dry-run +→ relancer 4\.2/);
  await operator.considers();
  operator.does('a');
  await because(operator, 'on décide au point de contrôle');
  await operator.reads(/4\.3 POINT DE CONTRÔLE/);
  await operator.reads(/✗ Statistiques cohérentes/);

  await operator.considers();
  operator.does('-');
  await because(operator, 'la répétition à blanc échoue');
  await operator.reads('Tapez NO-GO');
  operator.types('NO-GO\r');
  await operator.reads(/> *2?\.? ?1\. Analyser les logs|> 1\. Analyser les logs/);

  operator.does('!');
  await operator.reads(/à côté du plan/);
  await operator.considers();
  operator.types(': > "$BASCULE_RUN_DIR/target/faults" && echo panne levée\r');
  await operator.reads(/│ panne levée/);
  await operator.considers();
  operator.does('Down', 'Down', 'Enter');
  await because(operator, 'panne levée');
  await operator.reads(/Entrée Lancer 4\.2/);
  await walk(terminal, 'fr', { until: ({ step }) => step === '4.4' });

  expect(run.started().filter(step => step === '4.2')).toHaveLength(2);
  expect(run.entries('checkpoint.refused')).toMatchObject([{ step: '4.3' }]);
  expect(run.entries('step.reopened')).toMatchObject([{ step: '4.2', reason: 'panne levée' }]);
  expect(run.entries('checkpoint.passed')).toMatchObject([{ step: '4.3' }]);
  expect(run.checked().filter(([box]) => box === 'C1.2')).toEqual([
    ['C1.2', false],
    ['C1.2', true],
  ]);
  operator.does('l');
  await operator.reads(/NO-GO à 4\.3 .*\(la répétition à blanc échoue\)/);
  await operator.reads(/retour à 4\.2 .*\(panne levée\)/);
}, 120_000);

test('the migration crashes at batch 3: its card says so, and a retry goes on at the next batch', async () => {
  const home = openHome();
  const run = await stoppedAtDryRun(home, 'migration-crash:3');
  const terminal = home.open(['resume', '--lang', 'fr'], wide);
  const operator = operatorAt(terminal);

  await walk(terminal, 'fr', { until: () => failed(run, '4.4') });
  await operator.reads(/✗ code 137 : /);
  await operator.reads(/Appeler DBA/);
  await operator.reads(/Retour +possible|retour tenable/);
  const before = run.target.batches();
  await operator.considers();
  operator.does('t');
  await operator.reads('Le plan la dit sans risque à relancer.');
  await because(operator, 'la machine a manqué de mémoire');
  await walk(terminal, 'fr', { until: ({ step }) => step === '4.8' });

  const { target } = run;
  expect(before).toHaveLength(2);
  expect(target.batches().slice(0, 2)).toEqual(before);
  expect(new Set(target.batches()).size).toBe(target.batches().length);
  expect(target.query('SELECT count(*) FROM bail_mobilites')).toBe(220);
  expect(run.entries('step.retried').at(-1)).toMatchObject({
    step: '4.4',
    reason: 'la machine a manqué de mémoire',
  });
  expect(run.checked().filter(([box]) => box.startsWith('C2.'))).toEqual(
    ['C2.1', 'C2.2', 'C2.3', 'C2.4', 'C2.5'].map(box => [box, true]),
  );
}, 120_000);

test('the validation fails, then the restore of the rollback itself: retried, the target is as before', async () => {
  const home = openHome();
  const [run, before] = await Promise.all([stoppedAtDryRun(home), dataBefore(home)]);
  run.setFaults('validation-fails,restore-fails');
  const terminal = home.open(['resume', '--lang', 'fr'], wide);
  const operator = operatorAt(terminal);

  await walk(terminal, 'fr', { until: () => failed(run, '6.1') });
  await operator.reads(/✗ code 1 : /);
  await operator.considers();
  operator.does('R');
  await operator.reads('Choisissez');
  await operator.considers();
  operator.does('Enter');
  await operator.reads('Tapez RETOUR');
  operator.types('RETOUR\r');
  await operator.reads(/Entrée R\.1 est sans objet/);
  await walk(terminal, 'fr', { until: () => failed(run, 'R.2') });
  expect(run.entries('step.skipped').at(-1)).toMatchObject({ step: 'R.1' });

  await operator.reads(/2 R\.2 Restauration base de données/);
  await operator.reads(/✗ code \d+ : /);
  await operator.considers();
  operator.does('t');
  await because(operator, 'la connexion est revenue');
  await walk(terminal, 'fr');
  await operator.reads('Le retour arrière est fait et validé.');
  operator.does('q');
  expect(await terminal.waitForEnd()).toEqual({ code: 4, signal: 0 });

  const { target } = run;
  expect(target.version()).toBe('v0.9.0');
  expect(target.dump()).toEqual(before);
  expect((await target.visit('/')).status).toBe(200);
  expect(run.entries('rollback.decided')).toMatchObject([
    { trigger: "Échec d'un point de contrôle critique" },
  ]);
  expect(run.started().filter(step => step === 'R.2')).toHaveLength(2);
  expect(run.checked().filter(([box]) => box.startsWith('V.'))).toEqual([
    ['V.1', true],
    ['V.2', true],
    ['V.4', true],
  ]);
}, 180_000);

test('the backup fails and is accepted all the same: what it would have to restore does not start', async () => {
  const home = openHome();
  const { code } = await home.cli(['run', missionPlan, '--env', 'rehearsal', '--unattended'], {
    BASCULE_FAULT: 'backup-fails',
  });
  expect(code).toBe(1);
  const run = home.run();
  run.setFaults('');
  const terminal = home.open(['resume', '--lang', 'fr'], wide);
  const operator = operatorAt(terminal);
  await operator.reads(/2 2\.4 Sauvegarde finale/);
  await operator.considers();
  operator.does('a');
  await because(operator, 'celle de la nuit suffira');
  await walk(terminal, 'fr', { until: ({ step }) => step === '3.3' });
  await operator.reads(/Retour arrière ─+ ✗ il manque : /);
  await operator.reads('Le retour arrière serait impossible sans');
  await operator.considers();
  operator.does('Enter');
  await operator.reads(/Pas maintenant : /);
  expect(run.started()).not.toContain('3.3');

  await operator.considers();
  operator.does('!');
  await operator.considers();
  operator.types('./docs/deployment/backup-restore/backup-script.sh production\r');
  await operator.reads(/✓ terminée · 0/);
  const [backup] = run.output(run.entries('job.started').at(-1)!.job).trim().split('\n').slice(-1);
  operator.does('b');
  await operator.reads('Choisissez');
  await operator.considers();
  operator.does('Enter');
  await operator.considers();
  operator.types(`${backup}\r`);
  await operator.reads(/Retour arrière ─+ ✓ prêt/);
  await walk(terminal, 'fr', { until: ({ step }) => step === '3.4' });
  expect(run.started().filter(step => step === '3.3')).toHaveLength(1);
}, 120_000);
