import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openTerminal, type Terminal } from './driver.ts';

function bash(script: string, options: { cols?: number; rows?: number } = {}): Terminal {
  return openTerminal({ file: 'bash', args: ['--norc', '-c', script], ...options });
}

describe('reading', () => {
  test('shows what a person would see, row by row', async () => {
    await using terminal = bash(`printf 'one\\r\\ntwo\\033[1;5Hafter'; sleep 9`, { rows: 3 });
    await terminal.waitFor('after');
    expect(terminal.screen()).toEqual(['one after', 'two', '']);
    expect(terminal.cursor()).toEqual({ row: 0, column: 9 });
  });

  test('draws accents, wide characters and boxes in their cells', async () => {
    await using terminal = bash(`printf '│é│漢│'; sleep 9`);
    await terminal.waitFor('│é│漢│');
    expect(terminal.cell(0, 1).text).toBe('é');
    expect(terminal.cell(0, 5).text).toBe('│');
  });

  test('knows the colour and weight of each cell', async () => {
    await using terminal = bash(
      `printf '\\033[1;31mR\\033[0;7mI\\033[0;38;2;1;2;255mT\\033[0m.'; sleep 9`,
    );
    await terminal.waitFor('RIT.');
    expect(terminal.cell(0, 0)).toMatchObject({ text: 'R', foreground: 1, bold: true });
    expect(terminal.cell(0, 1)).toMatchObject({ inverse: true, bold: false });
    expect(terminal.cell(0, 2)).toMatchObject({ foreground: '#0102ff' });
    expect(terminal.cell(0, 3)).toMatchObject({ foreground: null, background: null });
  });

  test('follows the alternate screen, the title, and what was there before', async () => {
    await using terminal = bash(
      `echo before; printf '\\033]0;a title\\007\\033[?1049h\\033[HFULL'; read -r; ` +
        `printf '\\033[?1049lafter\\n'`,
    );
    await terminal.waitFor('FULL');
    expect(terminal.altScreen()).toBe(true);
    expect(terminal.title()).toBe('a title');
    expect(terminal.text()).not.toContain('before');
    terminal.press('Enter');
    await terminal.waitForEnd();
    expect(terminal.altScreen()).toBe(false);
    expect(terminal.text()).toMatch(/before[\s\S]*after/);
  });

  test('keeps what scrolled away, and counts every byte', async () => {
    await using terminal = bash('for i in {1..50}; do echo "line $i"; done', { rows: 10 });
    expect(await terminal.waitForEnd()).toEqual({ code: 0, signal: 0 });
    expect(terminal.text()).not.toContain('line 12\n');
    expect(terminal.transcript()).toContain('line 1\nline 2\n');
    // The terminal turns each newline into two bytes.
    expect(terminal.bytes()).toBe(9 * 'line 1\r\n'.length + 41 * 'line 12\r\n'.length);
  });

  test('answers a program that asks where the cursor is', async () => {
    await using terminal = bash(
      `stty -echo -icanon; printf '\\033[6n'; read -rs -d R reply; echo "got \${reply#*[}"; sleep 9`,
    );
    await terminal.waitFor('got 1;1');
  });

  test('gives the program an environment of its own', async () => {
    await using terminal = openTerminal({ file: 'env', env: { COLOUR: 'blue' } });
    await terminal.waitForEnd();
    expect(terminal.text()).toContain('TERM=xterm-256color');
    expect(terminal.text()).toContain('COLOUR=blue');
    expect(terminal.text()).not.toMatch(/^(CI|NO_COLOR|FORCE_COLOR|VITEST)=/m);
  });
});

describe('waiting', () => {
  test('fails with the whole screen', async () => {
    await using terminal = bash('echo something else; sleep 9');
    const failure = terminal.waitFor(/never/, { timeout: 300, message: 'the end of it' });
    await expect(failure).rejects.toThrow(/the end of it: not seen in 300 ms[\s\S]*something else/);
  });

  test('fails at once when the program ends', async () => {
    await using terminal = bash('echo bye; exit 3');
    const failure = terminal.waitFor('never', { timeout: 9_000 });
    await expect(failure).rejects.toThrow(/ended first \(code 3, signal 0\)[\s\S]*bye/);
  });

  test('accepts anything that can be said of the terminal', async () => {
    await using terminal = bash('sleep 0.2; printf abc; sleep 9');
    await terminal.waitFor(({ cursor }) => cursor().column === 3);
  });

  test('tells a program that does not end', async () => {
    await using terminal = bash('echo here; sleep 9');
    await expect(terminal.waitForEnd({ timeout: 300 })).rejects.toThrow(/still running[\s\S]*here/);
  });
});

describe('acting', () => {
  const echoKeys = 'stty raw -echo; echo ready; dd bs=1 count=%d 2>/dev/null | od -An -c';

  test.each([
    [['Up'], '033 [ A'],
    [['^C'], '003'],
    [['Shift-Tab'], '033 [ Z'],
    [['G', 'O', 'Enter'], 'G O \\r'],
    [['Escape'], '033'],
  ])('sends %j', async (keys, dump) => {
    const count = dump.split(' ').length;
    await using terminal = bash(echoKeys.replace('%d', String(count)));
    await terminal.waitFor('ready');
    terminal.press(...keys);
    await terminal.waitForEnd();
    expect(terminal.text().replace(/ +/g, ' ')).toContain(dump);
  });

  test('honours application cursor keys', async () => {
    await using terminal = bash(`printf '\\033[?1h'; ${echoKeys.replace('%d', '3')}`);
    await terminal.waitFor('ready');
    terminal.press('Down');
    await terminal.waitForEnd();
    expect(terminal.text().replace(/ +/g, ' ')).toContain('033 O B');
  });

  test('tells the program its new size', async () => {
    await using terminal = bash(`trap 'stty size' WINCH; echo up; while :; do sleep 0.05; done`);
    await terminal.waitFor('up');
    terminal.resize(80, 24);
    await terminal.waitFor('24 80');
    expect(terminal.screen()).toHaveLength(24);
  });

  test('frees a frozen program once it is read again', async () => {
    await using terminal = bash(
      'echo start; read -r; head -c 300000 /dev/zero | tr "\\0" x; echo DONE',
    );
    await terminal.waitFor('start');
    terminal.freeze();
    terminal.press('Enter');
    await expect(terminal.waitForEnd({ timeout: 300 })).rejects.toThrow(/still running/);
    terminal.thaw();
    await terminal.waitFor('DONE');
  });
});

describe('losing', () => {
  test('a hang-up reaches the program as SIGHUP', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'bascule-hangup-'));
    const seen = path.join(folder, 'seen');
    await using terminal = bash(`trap 'echo hup > ${seen}; exit 7' HUP; echo up; sleep 9 & wait`);
    await terminal.waitFor('up');
    terminal.hangUp();
    expect(await terminal.waitForEnd()).toEqual({ code: 7, signal: 0 });
    expect(await readFile(seen, 'utf8')).toBe('hup\n');
    await rm(folder, { recursive: true });
  });

  test('a signal reaches the program alone', async () => {
    await using terminal = bash('echo up; sleep 9; echo never');
    await terminal.waitFor('up');
    terminal.kill('SIGKILL');
    expect(await terminal.waitForEnd()).toEqual({ code: 0, signal: 9 });
  });

  test('closing ends even a program that ignores the hang-up', async () => {
    const terminal = bash(`trap '' HUP TERM; echo up; while :; do sleep 0.1; done`);
    await terminal.waitFor('up');
    await terminal.close();
    expect(() => process.kill(terminal.pid, 0)).toThrow(/ESRCH/);
  });
});
