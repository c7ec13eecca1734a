/** The cockpit in a real pseudo-terminal that goes away in every way a terminal can. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type IPty, spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram } from '../terminal/bundle-program.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'bascule-cockpit-'));
const program = path.join(folder, 'demo.js');
const ended = path.join(folder, 'ended');
const running: IPty[] = [];

beforeAll(() => bundleProgram(path.join(import.meta.dirname, 'demo.tsx'), folder));

afterEach(() => {
  for (const pty of running.splice(0)) {
    try {
      pty.kill('SIGKILL');
    } catch {
      // Already gone.
    }
  }
  rmSync(ended, { force: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function until<T>(
  what: string,
  look: () => T | undefined | false,
  limit = 15_000,
): Promise<T> {
  const deadline = Date.now() + limit;
  for (;;) {
    const seen = look();
    if (seen) return seen;
    if (Date.now() > deadline) throw new Error(`Waited ${limit} ms in vain for ${what}.`);
    await new Promise(go => setTimeout(go, 25));
  }
}

/** Runs the demo under a shell that leads the session and outlives it; its end is written to a file. */
async function open(args = '', columns = 120, rows = 36, early = '') {
  const script = `trap '' HUP; "${process.execPath}" "${program}" ${args} 2>"${ended}.part"; mv "${ended}.part" "${ended}"; sleep 30`;
  const pty = spawn('sh', ['-c', script], { cols: columns, rows, name: 'xterm-256color' });
  running.push(pty);
  if (early !== '') pty.write(early);
  const emulator = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  let bytes = '';
  pty.onData(data => {
    bytes += data;
    emulator.write(data);
  });
  const screen = () =>
    Array.from({ length: rows }, (_, at) =>
      emulator.buffer.active
        .getLine(emulator.buffer.active.viewportY + at)!
        .translateToString(true),
    );
  await until('the first frame', () => screen().some(line => line.includes('q détacher')));
  const pid = Number(childOf(pty.pid));
  const resize = (width: number) => {
    pty.resize(width, rows);
    emulator.resize(width, rows);
  };
  return { pty, pid, resize, screen, bytes: () => bytes };
}

function childOf(pid: number): string {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')[0]!;
}

async function why(limit?: number): Promise<string> {
  await until('the end', () => existsSync(ended), limit);
  return /end: (\S+)/.exec(readFileSync(ended, 'utf8'))?.[1] ?? readFileSync(ended, 'utf8');
}

describe('losing the terminal', () => {
  test('fault 2: SIGHUP ends the cockpit, quietly', async () => {
    const { pid } = await open();
    process.kill(pid, 'SIGHUP');
    expect(await why(3_000)).toBe('terminal-lost');
  });

  test('faults 3 and 4: a terminal that vanishes without SIGHUP (EIO) ends it within two seconds', async () => {
    const { pty, pid } = await open();
    const before = Date.now();
    (pty as unknown as { destroy(): void }).destroy();
    expect(await why(3_000)).toBe('terminal-lost');
    expect(Date.now() - before).toBeLessThan(2_000);
    expect(existsSync(`/proc/${pid}/stat`)).toBe(false);
  });

  test('fault 4: the same while nothing is written', async () => {
    const { pty } = await open('quiet');
    (pty as unknown as { destroy(): void }).destroy();
    expect(await why(3_000)).toBe('terminal-lost');
  });

  test('SIGTERM detaches, and gives the screen back', async () => {
    const { pid, bytes } = await open();
    process.kill(pid, 'SIGTERM');
    expect(await why(3_000)).toBe('terminated');
    await until('the ordinary screen', () => bytes().includes('\x1b[?1049l'));
    expect(bytes()).toMatch(/\x1b\[22;2t.*\x1b\[23;2t/s);
    expect(bytes()).toContain('\x1b[?2004l');
  });

  test('q detaches', async () => {
    const { pty } = await open();
    pty.write('q');
    expect(await why(3_000)).toBe('detached');
  });
});

describe('fault 5: a terminal that does not drain', () => {
  test('never holds the cockpit up', async () => {
    const { pty, pid } = await open('flood');
    pty.pause();
    await new Promise(go => setTimeout(go, 6_000));
    process.kill(pid, 'SIGTERM');
    expect(await why(3_000)).toBe('terminated');
  });

  test('gets one fresh frame when it wakes', async () => {
    const { pty, screen } = await open('flood');
    pty.pause();
    await new Promise(go => setTimeout(go, 6_000));
    pty.resume();
    const shown = () =>
      Math.max(0, ...screen().map(line => Number(/2026_11_01_(\d+)_add/.exec(line)?.[1] ?? 0)));
    await until('output of after the wake', () => shown() > 60 + 6 * 20 * 40);
    await until('a whole screen', () => {
      const lines = screen();
      return (
        lines[0]!.includes('REHEARSAL') && lines.filter(line => /^[│┌├└]/.test(line)).length === 32
      );
    });
  });
});

test('keys typed before the first frame neither act nor leave a trace', async () => {
  const { screen } = await open('checkpoint quiet', 120, 36, 'zzz\r+\r');
  await new Promise(go => setTimeout(go, 700));
  expect(screen()[0]).toMatch(/^ REHEARSAL .*\d\d:\d\d:\d\d$/);
  expect(screen().join('\n')).not.toContain('Échap pour renoncer');
  expect(screen().join('\n')).toContain('Entrée agir');
});

test('a storm of resizes leaves no ghost', async () => {
  const { resize, screen } = await open('quiet');
  for (const columns of [100, 81, 140, 80, 200, 120]) resize(columns);
  const whole = (line: string) => line.length === 120 && /[│┐┤┘]$/.test(line);
  await until('the last size', () => screen().filter(whole).length === 32);
  expect(screen().filter(line => line.includes('1 Plan'))).toHaveLength(1);
});

test('no colour at all when colours are off', async () => {
  const { bytes, screen } = await open('plain');
  expect(screen()[0]).toContain('REHEARSAL');
  expect(bytes()).not.toMatch(/\x1b\[[\d;]*m/);
});

test('a silent command costs the line less than 0.3 kB a second', async () => {
  const { bytes } = await open('quiet');
  await new Promise(go => setTimeout(go, 2_000));
  const before = bytes().length;
  await new Promise(go => setTimeout(go, 5_000));
  expect((bytes().length - before) / 5).toBeLessThan(300);
});
