import { spawn } from '@lydell/node-pty';
import { expect, test } from 'vitest';
import { until } from '../../plans/ops-bail-mobilite/rehearsal.ts';
import { openTerminal } from '../driver.ts';
import { Home } from './support/program.ts';
import { writeSmallPlan } from './support/small-plan.ts';
import { walk } from './support/walker.ts';

/** Every byte that the program writes while the cockpit is opened, looked through and left. */
async function bytesOf(home: Home, args: string[], env: Record<string, string>): Promise<string> {
  const [file = '', ...rest] = home.commandLine(args);
  const { PATH = '', HOME = '/' } = process.env;
  const base = { PATH, HOME, TERM: 'xterm-256color', LANG: 'C.UTF-8' };
  const pty = spawn(file, rest, { cols: 100, rows: 30, env: { ...base, ...env } });
  let bytes = '';
  pty.onData(text => {
    bytes += text;
  });
  let ended = false;
  pty.onExit(() => {
    ended = true;
  });
  const writes = async (what: string): Promise<void> => {
    const before = bytes.length;
    await until(() => bytes.slice(before).includes(what), `the program writes ${what}`);
  };
  await writes('tacher');
  for (const [key, answer] of looks) {
    pty.write(key);
    await writes(answer);
  }
  pty.write('q');
  await until(() => ended, 'the end of the program');
  return bytes;
}

/** Keys, and a word of what each brings: the note's question, the help, the palette, and back each time. */
const looks = [
  ['m', 'Raison'],
  ['\x1b', 'tacher'],
  ['?', 'Toutes'],
  ['\x1b', 'tacher'],
  [':', 'choisir'],
  ['\x1b', 'tacher'],
] as const;

const sgr = /\x1b\[[\d;:]*m/;

test('NO_COLOR and --no-color: not one byte of colour, bold or inverse', async () => {
  await using home = new Home();
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
  await using home = new Home();
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
