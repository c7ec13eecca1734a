import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { bootId, identity, isAlive, processStart } from '../../src/store/identity.ts';

describe('identity', () => {
  it('says who drives, from where', () => {
    const who = identity();
    expect(who).toMatchObject({ host: os.hostname(), pid: process.pid });
    expect(who.operator).not.toBe('');
  });

  it.runIf(process.geteuid?.() === 0)('names the person behind root', () => {
    vi.stubEnv('SUDO_USER', 'alice');
    expect(identity().operator).toBe('alice(root)');
    vi.unstubAllEnvs();
  });
});

describe('isAlive', () => {
  const here = () => ({ pid: process.pid, start: processStart(process.pid)!, boot: bootId() });

  it('knows this process', () => {
    expect(isAlive(here())).toBe(true);
  });

  it.each([
    ['another start time: the number was reused', { start: '1' }],
    ['another boot', { boot: 'c0ffee' }],
    ['a number that nobody has', { pid: 2 ** 22 + 1 }],
  ])('is not fooled by %s', (_, changes) => {
    expect(isAlive({ ...here(), ...changes })).toBe(false);
  });

  it('reads the start time behind a name that looks like fields', async () => {
    const rename = `printf '%s' ') Z 1 2 (3' > /proc/$$/comm; echo renamed; read line`;
    const child = spawn('sh', ['-c', rename]);
    await once(child.stdout, 'data');
    expect(Number(processStart(child.pid!))).toBeGreaterThanOrEqual(
      Number(processStart(process.pid)),
    );
    child.kill();
  });

  it('counts a zombie as dead', async () => {
    // The shell's child ends, and `exec` leaves it a parent that never waits for it.
    const parent = spawn('sh', ['-c', 'sleep 0.01 & echo $!; exec sleep 60']);
    const [line] = await once(parent.stdout, 'data');
    await vi.waitFor(() => expect(processStart(Number(line))).toBeNull(), { timeout: 5000 });
    parent.kill('SIGKILL');
  });
});
