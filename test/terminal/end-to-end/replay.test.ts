import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { operatorAt } from '../operator.ts';
import { type Home, openHome } from './support/program.ts';
import type { RunFolder } from './support/run-folder.ts';
import { writeSmallPlan } from './support/small-plan.ts';

/** Three seconds of lines, then an error; the rollback that was asked for follows. */
const slow =
  'for i in $(seq 30); do echo "ligne $i"; sleep 0.1; done; echo "ERREUR: base absente"; exit 3';

/** A rehearsal that nobody watched: it failed, and was rolled back. */
async function rolledBack(home: Home): Promise<RunFolder> {
  const plan = writeSmallPlan(home.folder, { slow });
  const rehearse = ['run', plan, '--env', 'rehearsal', '--unattended', '--on-failure', 'rollback'];
  const { code, stderr } = await home.cli(rehearse);
  expect(code, stderr).toBe(4);
  return home.run();
}

const journalOf = ({ folder }: RunFolder) => readFileSync(join(folder, 'journal.jsonl'), 'utf8');

test('a finished run plays again: it is paused, searched for its failure, sought by time, and played to its end', async () => {
  const home = openHome();
  const run = await rolledBack(home);
  const journal = journalOf(run);
  const replay = ['replay', run.id, '--lang', 'fr', '--speed', '1'];
  const terminal = home.open(replay, { cols: 120, rows: 36 });
  const operator = operatorAt(terminal);

  await operator.reads('RELECTURE');
  await operator.reads(/Espace (pause|lire)/);
  expect(terminal.title()).toBe('RELECTURE - REHEARSAL - Petit plan');

  operator.does('x');
  await operator.reads(/▮▮ pause ×1 .* ✗ .*1\.3 Commande longue : échec \(code 3\)/);
  await operator.reads(/2 1\.3 Commande longue .*✗ échec/);
  await operator.reads(/││ ERREUR: base absente/);

  operator.types('t-1s\r');
  await operator.reads(/2 1\.3 Commande longue .*● en cours/);
  await operator.noLongerReads(/││ ERREUR/);
  await operator.reads(/ligne 1\d/);

  operator.types('tdemain\r');
  await operator.reads(/« demain » : ni une heure ni un écart/);
  await operator.reads('Aller à : demain');
  operator.does('^U');
  operator.types('0%\r');
  await operator.reads(/› à faire/);
  await operator.reads(/pause ×1/);

  operator.does('Space');
  await operator.reads('▶ lecture ×1');
  await operator.reads(/1\.3 Commande longue .*● en cours/);
  operator.does('Space');
  await operator.reads('▮▮ pause');

  operator.does('J');
  await operator.reads(/▶ Moments ─+ \d\/3 /);
  await operator.reads(/✗ échec .*1\.3 Commande longue/);
  await operator.reads(/décision .*RETOUR ARRIÈRE décidé/);
  operator.does('G', 'Enter');
  await operator.reads(/✓ .*retour arrière validé/);
  await operator.noLongerReads('▶ Moments');

  operator.types('t100%\r');
  await operator.reads(/■ fin/);
  await operator.reads(/RETOUR ARRIÈRE/);
  operator.does('q');
  expect(await terminal.waitForEnd()).toMatchObject({ code: 0 });
  // Whoever looks leaves no trace.
  expect(journalOf(run)).toBe(journal);
}, 90_000);

test('in 80×24 and in English, every key of the bar is one of a replay, and letters that act elsewhere change nothing', async () => {
  const home = openHome();
  const run = await rolledBack(home);
  const journal = journalOf(run);
  const replay = ['replay', run.id, '--lang', 'en', '--speed', '1'];
  const terminal = home.open(replay, { cols: 80, rows: 24 });
  const operator = operatorAt(terminal);

  await operator.reads(/Space (pause|play) .*\+ - speed .*J moments .*q quit/);
  operator.does('x');
  await operator.reads(/▮▮ paused ×1 /);
  await operator.reads(/✗ .* 1\.3 Commande longue: failed \(code 3\)/);
  // More at once would be taken for a paste.
  operator.does('Enter', 'L', 'R', '!', 'S', 'b', 'W');
  operator.does('?');
  await operator.reads(/Space +play, or pause +Replaying/);
  expect(terminal.text()).not.toContain('Acting');
  operator.does('Escape');
  await operator.reads('2 1.3 Commande longue');

  operator.does('^C');
  expect(await terminal.waitForEnd()).toMatchObject({ code: 0 });
  expect(journalOf(run)).toBe(journal);
}, 90_000);
