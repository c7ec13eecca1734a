import { expect, test } from 'vitest';
import { read } from './reading.ts';
import { Home } from './program.ts';
import { walk } from './walker.ts';

test('from J-7 to "déploiement terminé" with only the keys on screen, 120×36, in French', async () => {
  await using home = new Home();
  const terminal = home.rehearse(['--lang', 'fr']);
  const steps = await walk(terminal, 'fr');
  console.log(steps.length, steps.join(' '));
  console.log(terminal.text());
  expect(read(terminal, 'fr').ended).toBe(true);
  terminal.press('q');
  expect(await terminal.waitForEnd()).toEqual({ code: 0, signal: 0 });
  console.log(terminal.transcript());
}, 120_000);
