/** The terminal is lent to a command that talks to the person, and comes back as it was. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram } from './bundle-program.ts';
import { openTerminal, type Terminal } from './driver.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'bascule-lending-'));

beforeAll(() => bundleProgram(path.join(import.meta.dirname, 'lending-program.tsx'), folder));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ready = 'Entrée agir';

/** A cockpit whose Enter lends the terminal to a script. */
async function open(env: Record<string, string>, size: { cols?: number; rows?: number } = {}) {
  const terminal = openTerminal({
    file: process.execPath,
    args: [path.join(folder, 'lending-program.js')],
    env,
    ...size,
  });
  await terminal.waitFor(ready);
  return terminal;
}

/** As after any return: its frame drawn, its keys counting. */
async function isBack(terminal: Terminal, end: number | string): Promise<void> {
  await terminal.waitFor(`ended ${end}`);
  await terminal.waitFor(ready);
  expect(terminal.altScreen()).toBe(true);
}

describe('a command that has the terminal', () => {
  test('is given the ordinary screen, its line discipline, and every key', async () => {
    await using terminal = await open({
      LENT: 'stty -a | grep -q " icanon" && echo "two lines?"; read a; read b; echo "$a-$b"; read c',
    });
    terminal.press('Enter');
    await terminal.waitFor('two lines?');
    expect(terminal.altScreen()).toBe(false);
    terminal.type('one\rq!x\r');
    await terminal.waitFor('one-q!x');
    terminal.type('\r');
    await isBack(terminal, 0);
  });

  test('finds what was typed ahead for it, a password without echo included', async () => {
    await using terminal = await open({
      LENT: 'echo started; sleep 1; stty -echo; read a; read b; stty echo; echo "<$a><$b>"; read c',
    });
    terminal.press('Enter');
    await terminal.waitFor('started');
    terminal.type('first\rq!:Zsecond\r');
    await terminal.waitFor('<first><q!:Zsecond>');
    terminal.type('\r');
    await isBack(terminal, 0);
  });

  test.each([
    ['Ctrl-C', '\x03', 'INT'],
    ['Ctrl-\\', '\x1c', 'QUIT'],
  ])('is told of %s; the cockpit does not mind', async (_name, key, signal) => {
    await using terminal = await open({
      LENT: `trap "echo told; exit 7" ${signal}; echo waiting; while :; do sleep 0.1; done`,
    });
    terminal.press('Enter');
    await terminal.waitFor('waiting');
    terminal.type(key);
    await isBack(terminal, 7);
    terminal.press('?');
    await terminal.waitFor('Toutes les touches');
  });

  test('may end its input with Ctrl-D: the cockpit reads on', async () => {
    await using terminal = await open({ LENT: 'echo waiting; cat; exit 4' });
    terminal.press('Enter');
    await terminal.waitFor('waiting');
    terminal.type('\x04');
    await isBack(terminal, 4);
    await new Promise(go => setTimeout(go, 1_200));
    terminal.press('?');
    await terminal.waitFor('Toutes les touches');
  });

  test('is alone on the screen: no frame, no title, no bell of ours', async () => {
    await using terminal = await open({
      LENT: 'printf "\\033]2;theirs\\007"; echo mine; read a',
    });
    terminal.press('Enter');
    await terminal.waitFor('mine');
    await terminal.waitFor(({ title }) => title() === 'theirs');
    const before = terminal.bytes();
    await new Promise(go => setTimeout(go, 2_500));
    expect(terminal.bytes()).toBe(before);
    terminal.type('\r');
    await isBack(terminal, 0);
    await terminal.waitFor(({ title }) => title().startsWith('REHEARSAL'));
  });
});

describe('coming back', () => {
  test('the first key works, and nothing typed for the command acts here', async () => {
    await using terminal = await open({ LENT: 'echo waiting; sleep 1; echo over' });
    terminal.press('Enter');
    await terminal.waitFor('waiting');
    // Half a line that nobody read: `q` would leave, Enter would start it again.
    terminal.type('q\r?');
    await isBack(terminal, 0);
    expect(terminal.text().match(/ended 0/g)).toHaveLength(1);
    terminal.press('?');
    await terminal.waitFor('Toutes les touches');
  });

  test('the screen is whole in the size it has now, over whatever was left there', async () => {
    await using terminal = await open({
      LENT: 'printf "\\033[?1049h\\033[5;10r\\033[?1h\\033[?1000htheirs\\033(0\\033[31mqqqq"; read a; kill -9 $$',
    });
    terminal.press('Enter');
    await terminal.waitFor('theirs');
    terminal.resize(100, 30);
    terminal.type('\r');
    await terminal.waitFor(ready);
    await terminal.waitFor(({ screen }) => {
      const rows = screen();
      return (
        rows.length === 30 &&
        rows[0]!.includes('REHEARSAL') &&
        rows.filter(row => row.length === 100 && /[│┐┤┘]$/.test(row)).length === 26
      );
    });
    expect(terminal.cell(0, 0).foreground).not.toBe(1);
    terminal.press('k');
    terminal.press('?');
    await terminal.waitFor('Toutes les touches');
  });

  test('it can be lent again, and leaves the screen as it found it', async () => {
    await using terminal = await open({ LENT: 'echo "process $$"; read a' });
    const seen = new Set<string>();
    for (let time = 0; time < 3; time++) {
      terminal.press('Enter');
      // Only what the command says proves that it is there to read.
      let now = '';
      await terminal.waitFor(({ altScreen, text }) => {
        now =
          text()
            .match(/process \d+/g)
            ?.at(-1) ?? '';
        return !altScreen() && now !== '' && !seen.has(now);
      });
      seen.add(now);
      terminal.type('\r');
      await terminal.waitFor(({ altScreen }) => altScreen());
      await terminal.waitFor(ready);
      await new Promise(go => setTimeout(go, 200));
    }
    terminal.press('q');
    expect(await terminal.waitForEnd()).toEqual({ code: 0, signal: 0 });
    expect(terminal.altScreen()).toBe(false);
  });

  test('a connection lost meanwhile ends the cockpit as ever', async () => {
    await using terminal = await open({ LENT: 'trap "" HUP; echo waiting; read a' });
    terminal.press('Enter');
    await terminal.waitFor('waiting');
    terminal.hangUp();
    await terminal.waitForEnd();
  });
});

describe('the operator’s editor', () => {
  const editing = 'M';

  test('gets the command, and what it leaves goes on with the question', async () => {
    await using terminal = await open({
      EDITOR_SCRIPT: 'echo "editing $(cat $1)"; read a; echo "$a" >> $1',
    });
    terminal.press(editing);
    await terminal.waitFor('vim');
    await new Promise(go => setTimeout(go, 600));
    terminal.press('Enter');
    await terminal.waitFor('editing php artisan migrate');
    terminal.type('php artisan queue:restart\r');
    await terminal.waitFor('+ php artisan queue:restart');
    await terminal.waitFor('Donnez une raison');
  });

  test.skipIf(!existsSync('/usr/bin/vi'))('may take the whole screen, as vi does', async () => {
    await using terminal = await open({ EDITOR_SCRIPT: 'vi "$1"' });
    terminal.press(editing);
    await terminal.waitFor('vim');
    await new Promise(go => setTimeout(go, 600));
    terminal.press('Enter');
    await terminal.waitFor(({ screen }) => screen()[0] === 'php artisan migrate');
    terminal.type('A --force');
    await terminal.waitFor('php artisan migrate --force');
    terminal.type('\x1b');
    await new Promise(go => setTimeout(go, 1_200));
    terminal.type(':wq\r');
    await terminal.waitFor('- php artisan migrate');
    await terminal.waitFor('+ php artisan migrate --force');
    await terminal.waitFor('Donnez une raison');
    expect(terminal.text()).toMatch(/> +│/);
  });

  test.each([
    ['left without saving', 'exit 1', 'sans enregistrer'],
    ['left as it was', 'true', "n'a pas été modifiée"],
  ])('%s: nothing happens, and the screen says so', async (_how, script, words) => {
    await using terminal = await open({ EDITOR_SCRIPT: script });
    terminal.press(editing);
    await terminal.waitFor('vim');
    await new Promise(go => setTimeout(go, 600));
    terminal.press('Enter');
    await terminal.waitFor(words);
  });
});
