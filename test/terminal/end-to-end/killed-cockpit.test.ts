import { expect, test } from 'vitest';
import { operatorAt } from '../operator.ts';
import { openHome } from './support/program.ts';
import { migrating } from './support/waiting-run.ts';
import { walk } from './support/walker.ts';

const migration = 'php artisan migrate:missions-to-bm --batch-size=50';

test('row 1: the cockpit is killed with -9 during the data migration; it goes on, once, and resume shows it', async () => {
  const home = openHome();
  const { run, terminal } = await migrating(home, 6);
  const { target } = run;
  await terminal.waitFor(/\d+\/220 /);
  const before = target.batches().length;

  terminal.kill('SIGKILL');
  await terminal.waitForEnd();
  expect(run.entries('job.exited').some(({ step }) => step === '4.4')).toBe(false);
  await run.jobEnds('4.4');
  expect(before).toBeLessThan(5);
  expect(target.batches()).toHaveLength(5);
  expect(run.entries('job.exited').some(({ step }) => step === '4.4')).toBe(false);

  const again = home.open(['resume', '--lang', 'fr']);
  const operator = operatorAt(again);
  await operator.reads('Pendant votre absence');
  await operator.reads("4.4 Exécution migration réelle s'est terminée sans erreur.");
  await operator.reads(/Vous attend maintenant : 4\.5/);
  await operator.considers();

  // Nothing started by itself: the operator looks first. The end of the output is there to be read.
  expect(run.started().at(-1)).toBe('4.4');
  expect(run.output('4.4')).toMatch(/220\/220/);
  expect(run.entries('job.exited').at(-1)).toMatchObject({
    step: '4.4',
    code: 0,
    ok: true,
    away: true,
    size: Buffer.byteLength(run.output('4.4')),
  });
  expect(run.entries('helm.released').at(-1)).toMatchObject({ why: 'crashed' });

  operator.does('Enter');
  await operator.reads(/Sortie 4\.4[\s\S]*Bail mobilités créés +: 220[\s\S]*Lancer 4\.5/);
  operator.does('g');
  await operator.reads(/Sortie 4\.4[\s\S]*220\/220/);
  await walk(again, 'fr', { until: ({ step }) => step === '4.7' });
  operator.does('l');
  await operator.reads(/4\.4 Exécution migration réelle : réussie .*pendant une absence/);
  expect(target.timesRun(migration)).toBe(1);
  expect(target.query('SELECT count(*) FROM bail_mobilites')).toBe(220);
  expect(new Set(target.batches()).size).toBe(5);
}, 90_000);
