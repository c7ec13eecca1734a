import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { until } from '../../plans/ops-bail-mobilite/rehearsal.ts';
import { openTerminal } from '../driver.ts';
import { operatorAt } from '../operator.ts';
import { openHome } from './support/program.ts';
import { slowly, writeSmallPlan } from './support/small-plan.ts';
import { migrating } from './support/waiting-run.ts';
import { walk } from './support/walker.ts';

test('row 2: the terminal is closed during the data migration; the cockpit ends, the migration does not', async () => {
  const home = openHome();
  const { run, terminal } = await migrating(home, 8);

  terminal.hangUp();
  await terminal.waitForEnd({ timeout: 3_000, message: 'the cockpit ends without its terminal' });
  expect(run.entries('helm.released').at(-1)).toMatchObject({ why: 'terminal-lost' });
  expect(run.helm()).toHaveProperty('released');
  expect(run.unfinishedJobs()).toHaveLength(1);

  const again = home.open(['resume', '--lang', 'fr']);
  const operator = operatorAt(again);
  await operator.reads('4.4 Exécution migration réelle tourne toujours.');
  await operator.considers();
  operator.does('Enter');
  await operator.reads(/\d+\/220 /);
  await walk(again, 'fr', { until: ({ step }) => step === '4.5' });
  expect(run.target.timesRun('php artisan migrate:missions-to-bm --batch-size=50')).toBe(1);
  expect(run.target.query('SELECT count(*) FROM bail_mobilites')).toBe(220);
}, 90_000);

test('rows 3 and 4: the terminal vanishes without a word, its shell lives on', async () => {
  const home = openHome();
  const plan = writeSmallPlan(home.folder, { slow: slowly(6) });
  const ended = join(home.folder, 'ended');
  const [file, ...args] = home.commandLine(['run', plan, '--env', 'rehearsal', '--lang', 'fr']);
  const shell = `trap : HUP; "$@"; echo $? > ${ended}; sleep 20`;
  await using terminal = openTerminal({
    file: 'bash',
    args: ['--norc', '-c', shell, 'bash', file!, ...args],
  });
  await walk(terminal, 'fr', { until: ({ step, running }) => step === '1.3' && running });
  await terminal.waitFor('ligne 2');
  const run = home.run();

  const lost = Date.now();
  terminal.hangUp();
  await until(() => existsSync(ended), 'the cockpit ends by itself');
  expect(Date.now() - lost).toBeLessThan(4_000);
  expect(readFileSync(ended, 'utf8')).toBe('0\n');
  expect(run.entries('helm.released').at(-1)).toMatchObject({ why: 'terminal-lost' });
  expect(existsSync(join(run.folder, 'fini'))).toBe(false);

  await run.jobEnds('1.3');
  expect(readFileSync(join(run.folder, 'fini'), 'utf8')).toBe('fini\n');
  expect(run.output('1.3')).toMatch(/^ligne 1\n[\s\S]*ligne 60\n$/);
}, 60_000);
