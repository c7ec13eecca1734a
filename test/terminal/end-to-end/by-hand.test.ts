/** What the operator does themselves: amends a command, runs one beside the plan, answers one that asks. */
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { operatorAt } from '../operator.ts';
import { openHome } from './support/program.ts';
import { read } from './support/reading.ts';
import { writeSmallPlan } from './support/small-plan.ts';
import { walk } from './support/walker.ts';

test('a command that fails is amended in the editor and runs; the end offers the patch, and git takes it', async () => {
  const home = openHome();
  const plan = writeSmallPlan(home.folder, {
    quick: 'echo avant\nls /nexistepas',
    slow: 'echo bref',
  });
  const editor = join(home.folder, 'editeur');
  writeFileSync(editor, '#!/bin/sh\nsed -i s#/nexistepas#/# "$1"\n');
  chmodSync(editor, 0o755);
  const env = { EDITOR: editor };
  const terminal = home.open(['run', plan, '--env', 'rehearsal', '--lang', 'fr'], { env });
  const operator = operatorAt(terminal);
  await walk(terminal, 'fr', { until: ({ step, enter }) => step === '1.2' && enter });
  operator.does('Enter');
  await operator.reads(/✗ code 2 : /);
  await operator.considers();

  operator.does('M');
  await operator.reads('1 editeur');
  await operator.considers();
  operator.does('Enter');
  await operator.reads(/- ls \/nexistepas\s[\s\S]*\+ ls \/\s/);
  await operator.considers();
  operator.types('mauvais chemin\r');
  await operator.reads('Tapez RELANCER');
  operator.types('RELANCER\r');
  await walk(terminal, 'fr');
  await operator.reads('Commande modifiée pour cette exécution : 1.2');
  operator.does('q');
  expect(await terminal.waitForEnd()).toMatchObject({ code: 0 });

  const run = home.run();
  expect(run.entries('step.amended')).toMatchObject([
    { step: '1.2', script: 'echo avant\nls /', reason: 'mauvais chemin' },
  ]);
  const patch = join(run.folder, 'amendments.patch');
  expect(terminal.text().replace(/\s/g, '')).toContain(`apply${patch}`);
  expect(terminal.text().replace(/\s/g, '')).toContain(`basculereport${run.id}--patch`);
  execFileSync('git', ['-C', dirname(plan), 'apply', patch]);
  expect(readFileSync(plan, 'utf8')).toMatch(/echo avant\n +ls \/\n/);
}, 60_000);

test('a command beside the plan is journaled, shown, stopped; the plan does not move', async () => {
  const home = openHome();
  const terminal = home.open([
    'run',
    writeSmallPlan(home.folder),
    '--env',
    'rehearsal',
    '--lang',
    'fr',
  ]);
  const operator = operatorAt(terminal);
  await walk(terminal, 'fr', { until: ({ step, enter }) => step === '1.2' && enter });
  operator.does('!');
  await operator.reads('à côté du plan');
  await operator.considers();
  operator.types('echo "étape $BASCULE_STEP"; sleep 60\r');
  await operator.reads(/│ étape 1\.2/);
  await operator.considers();
  operator.does('K');
  await operator.reads('Une raison');
  await operator.considers();
  operator.does('Enter');
  await operator.reads(/code 143/);

  const run = home.run();
  expect(run.started()).toEqual([]);
  expect(run.entries('job.started')).toMatchObject([
    { step: '1.2', adhoc: 'echo "étape $BASCULE_STEP"; sleep 60' },
  ]);
  expect(run.entries('job.exited')).toMatchObject([{ ok: false, code: 143 }]);
  expect(read(terminal, 'fr').step).toBe('1.2');
});

test('an interactive command is given the terminal and gives it back; its output is nowhere', async () => {
  const home = openHome();
  const quick =
    'printf \'Mot de passe : \'; read -rs secret </dev/tty; echo; test "$secret" = hunter';
  const plan = writeSmallPlan(home.folder, { quick, attributes: 'interactive' });
  const terminal = home.open(['run', plan, '--env', 'rehearsal', '--lang', 'fr']);
  const operator = operatorAt(terminal);
  await walk(terminal, 'fr', { until: ({ step, enter }) => step === '1.2' && enter });
  await operator.reads('interactive');
  operator.does('Enter');
  await operator.reads(/^Mot de passe : *$/m);
  operator.types('hunter\r');
  await operator.reads(() => read(terminal, 'fr').step === '1.3');

  const run = home.run();
  expect(run.entries('job.started')).toMatchObject([{ step: '1.2', interactive: true }]);
  expect(run.entries('job.exited')).toMatchObject([{ step: '1.2', ok: true, size: 0 }]);
  expect(run.output('1.2')).toBe('');
  await operator.considers();
  operator.does('l');
  await operator.reads(/sortie non enregistrée/);
});
