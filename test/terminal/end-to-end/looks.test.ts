import { spawn } from '@lydell/node-pty';
import { expect, test } from 'vitest';
import { until } from '../../plans/ops-bail-mobilite/rehearsal.ts';
import { openTerminal } from '../driver.ts';
import { createEmulator } from '../emulator.ts';
import { type Home, openHome } from './support/program.ts';
import { writeSmallPlan } from './support/small-plan.ts';
import { walk } from './support/walker.ts';

/** Every byte that the program writes while the cockpit is opened, looked through and left. */
async function bytesOf(home: Home, args: string[], env: Record<string, string>): Promise<string> {
  const [file = '', ...rest] = home.commandLine(args);
  const { PATH = '', HOME = '/' } = process.env;
  const base = { PATH, HOME, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
  const pty = spawn(file, rest, { cols: 100, rows: 30, env: { ...base, ...env } });
  const emulator = createEmulator(100, 30, answer => pty.write(answer));
  let bytes = '';
  let ended = false;
  pty.onData(text => {
    bytes += text;
    emulator.write(Buffer.from(text));
  });
  pty.onExit(() => {
    ended = true;
  });
  for (const [key, sight] of looks) {
    pty.write(key);
    await until(() => emulator.screen().some(row => row.includes(sight)), `${sight} on screen`);
  }
  pty.write('q');
  await until(() => ended, 'the end of the program');
  return bytes;
}

/** Keys, and what each brings to the screen: a note's question, the help, the palette. */
const looks = [
  ['', 'q détacher'],
  ['m', 'Échap annuler'],
  ['\x1b', 'q détacher'],
  ['?', 'Toutes les touches'],
  ['\x1b', 'q détacher'],
  [':', 'Entrée choisir'],
  ['\x1b', 'q détacher'],
] as const;

const sgr = /\x1b\[[\d;:]*m/;

test('NO_COLOR and --no-color: not one byte of colour, bold or inverse', async () => {
  const home = openHome();
  const run = ['run', writeSmallPlan(home.folder), '--env', 'rehearsal', '--lang', 'fr'];
  expect(await bytesOf(home, run, {})).toMatch(sgr);
  expect(await bytesOf(home, run, { NO_COLOR: '1' })).not.toMatch(sgr);
  expect(await bytesOf(home, [...run, '--no-color'], {})).not.toMatch(sgr);
});

test.each([
  ['--ascii', ['--ascii'], []],
  ['LANG=C', [], ['LANG=C']],
  ['TERM=linux', [], ['TERM=linux']],
])('%s: nothing but ASCII on the screen, questions included', async (_what, args, env) => {
  const home = openHome();
  const plan = writeSmallPlan(home.folder, { slow: 'echo "déjà ✓ 漢"' });
  const command = ['run', plan, '--env', 'rehearsal', '--lang', 'fr', ...args];
  await using terminal = openTerminal({
    file: 'env',
    args: [...env, ...home.commandLine(command)],
  });
  await walk(terminal, 'fr', { until: ({ step, enter }) => step === '1.4' && enter });
  expect(terminal.text()).toMatch(/^[\n\x20-\x7e]*$/);
  terminal.press('Enter');
  await terminal.waitFor('Tapez GO');
  expect(terminal.text()).toMatch(/^[\n\x20-\x7e]*$/);
});
