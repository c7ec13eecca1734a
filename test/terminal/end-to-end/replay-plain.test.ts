import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { type Home, openHome } from './support/program.ts';
import { slowly, writeSmallPlan } from './support/small-plan.ts';

/** Runs a small plan to where it ends by itself, and gives the lines that were told while it went on. */
async function ran(home: Home, plan: Parameters<typeof writeSmallPlan>[1]): Promise<string[]> {
  const path = writeSmallPlan(home.folder, plan);
  const { stdout } = await home.cli([
    'run',
    path,
    '--env',
    'rehearsal',
    '--unattended',
    '--lang',
    'fr',
  ]);
  return lines(stdout);
}

const lines = (text: string): string[] => text.trimEnd().split('\n');

test('without a terminal a run is told again line for line, as it was told when it was lived', async () => {
  const home = openHome();
  const told = await ran(home, { slow: slowly(1) });
  const { id } = home.run();
  const { code, stdout, stderr } = await home.cli(['replay', id, '--lang', 'fr']);
  expect([code, stderr]).toEqual([0, '']);
  // But for the first entry, which was there before anybody had the helm.
  expect(lines(stdout)[0]).toMatch(/^\d\d:\d\d:\d\d \S+ +exécution créée : Petit plan/);
  expect(lines(stdout).slice(1)).toEqual(told);

  const english = await home.cli(['replay', id, '--lang', 'en']);
  expect(lines(english.stdout)[0]).toMatch(/run created: Petit plan/);
  expect(lines(english.stdout)).toHaveLength(lines(stdout).length);

  const fast = await home.cli(['replay', id, '--lang', 'fr', '--speed', '600']);
  expect(fast).toEqual({ code: 0, stdout, stderr: '' });
}, 60_000);

test('with a speed each line comes when its time comes', async () => {
  const home = openHome();
  await ran(home, { slow: slowly(1.5) });
  const cameAt = new Map<string, number>();
  const { out } = replayed(home, '1');
  for await (const line of out) cameAt.set(line.slice(9), performance.now());
  const timeOf = (text: string) => [...cameAt].find(([line]) => line.includes(text))![1];
  // It slept for a second and a half in all.
  const took = timeOf('Commande longue : réussie') - timeOf('Commande longue : lancée');
  expect(took).toBeGreaterThan(1000);
}, 60_000);

test('it can be interrupted', async () => {
  const home = openHome();
  await ran(home, { slow: slowly(1.5) });
  const { child, out } = replayed(home, '1');
  const ended = once(child, 'exit');
  for await (const line of out)
    if (line.includes('Commande longue : lancée')) child.kill('SIGTERM');
  expect(await ended).toEqual([130, null]);
}, 60_000);

/** The only run, played at a speed by a process of its own. */
function replayed(home: Home, speed: string) {
  const args = ['replay', home.run().id, '--lang', 'fr', '--speed', speed];
  const [file = '', ...rest] = home.commandLine(args);
  const child = spawn(file, rest, { stdio: ['ignore', 'pipe', 'inherit'] });
  return { child, out: createInterface({ input: child.stdout }) };
}

test('a run that is not over is told as far as it went, and that is said', async () => {
  const home = openHome();
  const told = await ran(home, { quick: 'exit 3' });
  const { code, stdout, stderr } = await home.cli(['replay', '--lang', 'fr']);
  expect(code).toBe(0);
  expect(stderr).toBe(`${home.run().id} n'est pas terminée : on rejoue ce qu'il y en a.\n`);
  expect(lines(stdout).slice(1)).toEqual(told);
  expect(lines(stdout).some(line => line.endsWith('1.2 Commande brève : échec (code 3)'))).toBe(
    true,
  );
}, 60_000);

test('a damaged journal is told up to its damage, which is said, with exit code 1', async () => {
  const home = openHome();
  await ran(home, { slow: 'true' });
  const { id, folder } = home.run();
  const journal = join(folder, 'journal.jsonl');
  const written = lines(readFileSync(journal, 'utf8'));
  written[4] = written[4]!.replace('"by":"', '"by":"un-autre-');
  writeFileSync(journal, `${written.join('\n')}\n`);
  const french = await home.cli(['replay', id, '--lang', 'fr']);
  expect(french.code).toBe(1);
  expect(french.stderr).toMatch(
    /^Journal endommagé, ligne 5 \(.+\) : on rejoue ce qui la précède\.\n$/,
  );
  expect(lines(french.stdout)).toHaveLength(4);
  const english = await home.cli(['replay', id, '--lang', 'en']);
  expect(english.stderr).toMatch(
    /^The journal is damaged at line 5 \(.+\): what comes before is played/,
  );
}, 60_000);

test('what is no run, and no speed, is refused', async () => {
  const home = openHome();
  await ran(home, { slow: 'true' });
  const unknown = await home.cli(['replay', 'ailleurs', '--lang', 'fr']);
  expect(unknown).toMatchObject({ code: 2, stdout: '' });
  expect(unknown.stderr).toContain('Aucune exécution ne correspond à « ailleurs ».');
  const speed = await home.cli(['replay', home.run().id, '--speed', '1000']);
  expect(speed).toMatchObject({ code: 2, stdout: '' });
  expect(speed.stderr).toContain('1 - 600');
}, 60_000);
