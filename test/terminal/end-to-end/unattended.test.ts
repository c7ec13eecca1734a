import { expect, test } from 'vitest';
import { operatorAt } from '../operator.ts';
import { missionPlan, openHome } from './support/program.ts';
import { read } from './support/reading.ts';
import { dataBefore, stoppedAtDryRun } from './support/waiting-run.ts';

const rehearse = ['run', missionPlan, '--env', 'rehearsal', '--unattended', '--lang', 'fr'];

test('unattended, the same plan ends with 0 and one plain line per fact, and the data are migrated', async () => {
  const home = openHome();
  const { code, stdout, stderr } = await home.cli(rehearse);
  expect(code, stderr).toBe(0);
  expect(stderr).toContain('Sans terminal');
  expect(stderr).toContain('déploiement terminé');

  const run = home.run();
  const { target } = run;
  expect(stdout).toMatch(/^\d\d:\d\d:\d\d \S+ +4\.4 Exécution migration réelle : réussie/m);
  expect(stdout).not.toMatch(/\x1b/);
  // Every entry but the first, which is not of this helm.
  expect(stdout.trimEnd().split('\n')).toHaveLength(run.journal().length - 1);
  expect(target.query('SELECT count(*) FROM bail_mobilites')).toBe(220);
  expect(target.version()).toBe('v1.0.0');
  expect((await target.visit('/')).status).toBe(200);

  const resumed = await home.cli(['resume', run.id, '--unattended', '--lang', 'fr']);
  expect(resumed).toMatchObject({ code: 0 });
  expect(resumed.stdout + resumed.stderr).toMatch(/termin/);
  expect(new Set(run.entries('job.started').map(e => e.job)).size).toBe(
    run.entries('job.started').length,
  );
}, 60_000);

test('unattended, a validation that fails rolls back where that was asked: exit 4, the target as before', async () => {
  const home = openHome();
  const rollingBack = home.cli([...rehearse, '--on-failure', 'rollback'], {
    BASCULE_FAULT: 'validation-fails',
  });
  const [{ code, stdout, stderr }, before] = await Promise.all([rollingBack, dataBefore(home)]);
  const { target } = home.run();

  expect(code, stderr).toBe(4);
  expect(stdout).toMatch(/6\.1 .* (échec|a échoué)/);
  expect(stdout).toMatch(/RETOUR ARRIÈRE décidé/);
  expect(target.version()).toBe('v0.9.0');
  expect(target.dump()).toEqual(before);
  expect((await target.visit('/')).status).toBe(200);
}, 60_000);

test('unattended, a failure stops with 1; a person resumes, reads why and what may be done, and retries', async () => {
  const home = openHome();
  const run = await stoppedAtDryRun(home);
  expect(run.entries('job.exited').at(-1)).toMatchObject({ step: '4.2', ok: false, code: 1 });

  const terminal = home.open(['resume', '--lang', 'fr']);
  const operator = operatorAt(terminal);
  await operator.reads(/code 1 : /);
  await operator.reads(/Entrée Relancer 4\.2/);
  await operator.reads(/a +Accepter 4\.2/);
  await operator.reads(/S +Passer 4\.2/);
  await operator.reads(/R +Retour arrière/);
  await operator.reads(/│ \S.*dry-run : /);

  await operator.considers();
  operator.does('t');
  await operator.reads('Le plan la dit sans risque à relancer.');
  await operator.reads('Une raison, si vous voulez');
  operator.types('données corrigées\r');
  await operator.reads(() => read(terminal, 'fr').step === '4.3');
  expect(run.entries('step.retried')).toMatchObject([{ step: '4.2', reason: 'données corrigées' }]);
  expect(run.entries('job.started').filter(({ step }) => step === '4.2')).toHaveLength(2);
}, 60_000);
