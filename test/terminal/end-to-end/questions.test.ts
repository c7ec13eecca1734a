import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Terminal } from '../driver.ts';
import { operatorAt } from '../operator.ts';
import { type Home, openHome } from './support/program.ts';
import { read } from './support/reading.ts';
import { type SmallPlan, slowly, writeSmallPlan } from './support/small-plan.ts';
import { walk } from './support/walker.ts';

/** A small plan in a terminal, at the moment where this step asks for something or runs. */
async function at(step: string, home: Home, plan: SmallPlan = {}): Promise<Terminal> {
  const args = ['run', writeSmallPlan(home.folder, plan), '--env', 'rehearsal', '--lang', 'fr'];
  const terminal = home.open(args);
  await walk(terminal, 'fr', { until: reading => reading.step === step && reading.enter });
  return terminal;
}

test('a GO is typed in full: neither Enter alone nor another word nor a paste will do', async () => {
  const home = openHome();
  const terminal = await at('1.4', home, { slow: 'true' });
  const operator = operatorAt(terminal);
  const passed = () => home.run().entries('gate.passed').length;

  operator.does('Enter');
  // Typed ahead of the question: thrown away.
  operator.types('GO\r');
  await operator.reads('Tapez GO puis Entrée');
  expect(passed()).toBe(0);
  operator.does('Enter');
  await operator.reads('Entrée seule ne suffit pas');
  operator.types('go\r');
  await operator.reads("« go » n'est pas GO. Rien n'a été fait.");
  operator.types('\x1b[200~GO\r\x1b[201~');
  await operator.reads('Texte collé : ignoré');
  expect(passed()).toBe(0);

  operator.does('Escape');
  await operator.noLongerReads('Tapez GO');
  operator.does('Enter');
  await operator.reads('Tapez GO');
  // Word and Enter in one read, as a fast typist or a slow line sends them.
  operator.types('GO\r');
  await operator.reads(() => read(terminal, 'fr').step === '1.5');
  expect(passed()).toBe(1);
});

test('q detaches while a command runs, and says how to come back; the command goes on', async () => {
  const home = openHome();
  const terminal = await at('1.3', home, { slow: slowly(4) });
  const operator = operatorAt(terminal);
  operator.does('Enter');
  await operator.reads('ligne 3');
  operator.does('q');
  expect(await terminal.waitForEnd()).toEqual({ code: 0, signal: 0 });

  const run = home.run();
  const said = /bascule resume (\S+) --home (\S+)/.exec(terminal.text().replaceAll('\n', ''));
  expect(said?.slice(1)).toEqual([run.id, home.folder]);
  expect(terminal.altScreen()).toBe(false);
  expect(run.entries('helm.released')).toMatchObject([{ why: 'detached' }]);

  const again = home.open(['resume', run.id, '--lang', 'fr']);
  const back = operatorAt(again);
  await back.reads('1.3 Commande longue tourne toujours.');
  await back.considers();
  back.does('Enter');
  await walk(again, 'fr', { until: ({ step }) => step === '1.4' });
  expect(run.output('1.3')).toMatch(/^ligne 1\n[\s\S]*ligne 40\n$/);
  expect(run.started().filter(step => step === '1.3')).toHaveLength(1);
});

test('Ctrl-C asks, and Enter stays; stopping is chosen, and the failure then shows its choices', async () => {
  const home = openHome();
  const terminal = await at('1.3', home, { slow: slowly(20) });
  const operator = operatorAt(terminal);
  operator.does('Enter');
  await operator.reads('ligne 2');
  operator.does('^C');
  await operator.reads("Ctrl-C n'arrête rien tout seul");
  await operator.reads(/arrêter la commande[\s\S]*détacher[\s\S]*rester/);
  await delay(300);
  operator.does('Enter');
  await operator.noLongerReads("Ctrl-C n'arrête rien");
  expect(home.run().entries('job.cancelled')).toEqual([]);

  operator.does('^C');
  await operator.reads('arrêter la commande');
  operator.does('1', 'Enter');
  const question = await Promise.race([
    operator.reads(/code 143 : [^│]*, arrêt demandé/).then(() => ''),
    operator.reads('Une raison, si vous voulez').then(() => 'reason'),
  ]);
  if (question) operator.does('Enter');
  await operator.reads(() => read(terminal, 'fr').enter);
  await operator.reads(/Relancer 1\.3/);
  expect(home.run().entries('job.cancelled')).toHaveLength(1);
  expect(home.run().entries('job.exited').at(-1)).toMatchObject({ step: '1.3', ok: false });
});

test('a command that fails shows its last lines and its choices, and may be run again', async () => {
  const home = openHome();
  const quick =
    'test -e "$BASCULE_RUN_DIR/ok" || { echo "Erreur : fichier absent" >&2; touch "$BASCULE_RUN_DIR/ok"; exit 3; }';
  const terminal = home.open(
    ['run', writeSmallPlan(home.folder, { quick }), '--env', 'rehearsal', '--lang', 'fr'],
    { cols: 80, rows: 24 },
  );
  const operator = operatorAt(terminal);
  await walk(terminal, 'fr', { until: ({ step, enter }) => step === '1.2' && enter });
  operator.does('Enter');
  await operator.reads(/code 3 : /);
  await operator.reads('Erreur : fichier absent');
  await operator.reads("L'essai précédent a pu avoir des effets");
  await operator.reads(/ÉCHEC/);
  await operator.reads('Entrée agir');
  operator.does('Enter');
  await operator.reads('Une raison');
  operator.does('Enter');
  await operator.reads('Tapez RELANCER');
  operator.types('RELANCER\r');
  await operator.reads(() => read(terminal, 'fr').step === '1.3');
});
