import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { environment, until, Workshop, workshops } from './workshop.ts';

const shop = workshops();
const isRoot = process.geteuid?.() === 0;

describe('FAULTS 24: not started, and the reason is known', () => {
  test('no such directory', async () => {
    const id = await shop.current.launch('echo ran', { directory: '/no/such/directory' });
    const why = 'cannot enter the working directory /no/such/directory';
    expect(await shop.current.jobs.wait(id)).toEqual({ state: 'not-started', why });
  });

  test('a directory that is a file', async () => {
    const id = await shop.current.launch('echo ran', { directory: '/etc/passwd' });
    expect(await shop.current.jobs.wait(id)).toMatchObject({ state: 'not-started' });
  });

  test('no such interpreter', async () => {
    const id = await shop.current.launch('ran', { interpreter: 'no-such-interpreter' });
    const why = 'interpreter not found: no-such-interpreter';
    expect(await shop.current.jobs.wait(id)).toEqual({ state: 'not-started', why });
    expect(await shop.current.jobs.revoke(id, why)).toBe(true);
  });

  test('an interpreter is looked for in the command’s own PATH', async () => {
    const { current } = shop;
    const tool = path.join(current.home, 'mytool');
    fs.writeFileSync(tool, '#!/bin/sh\ncat "$1"\n', { mode: 0o755 });
    const id = await current.prepare('read by my tool', { interpreter: 'mytool' });
    current.jobs.launch(id, { PATH: `${current.home}:/usr/bin:/bin` });
    expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 0 });
    expect(current.output(id)).toBe('read by my tool');
  });

  test('the command’s PATH may shadow the wrapper’s tools, or lack them', async () => {
    const { current } = shop;
    for (const name of ['mv', 'sync', 'ln', 'stat', 'flock']) {
      fs.writeFileSync(path.join(current.home, name), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
    }
    const id = await current.prepare('echo ran', { interpreter: '/bin/sh', timeout: 9 });
    current.jobs.launch(id, { PATH: current.home });
    expect(await current.jobs.wait(id)).toMatchObject({ state: 'exited', code: 0 });
  });

  test('a wrapper that cannot even begin', async () => {
    const { current } = shop;
    const id = await current.prepare('echo ran');
    current.jobs.launch(id, { ...environment, BAD: 'hunter2\0' });
    const probe = await current.jobs.wait(id);
    expect(probe).toMatchObject({
      state: 'not-started',
      why: /ended early: ERR_INVALID_ARG_VALUE/,
    });
    expect(JSON.stringify(probe)).not.toContain('hunter2');
  });
});

describe('FAULTS 17: no process can be forked', () => {
  /** Runs the wrapper with a limit of processes, as a user to whom limits apply. */
  async function limited(id: string, processes: number): Promise<void> {
    const { current } = shop;
    const user = isRoot ? { uid: 65_534, gid: 65_534 } : {};
    if (isRoot) execFileSync('chown', ['-R', '65534', current.home]);
    const wrapper = path.join(current.home, 'jobs/wrapper.sh');
    const args = [`--nproc=${processes}`, '/bin/sh', wrapper, current.file(id, '')];
    const child = spawn('prlimit', args, { ...user, detached: true, stdio: 'ignore', cwd: '/' });
    await once(child, 'exit');
  }

  test.skipIf(spawnSync('prlimit', ['--version']).status !== 0)(
    'at launch: not started',
    async () => {
      const id = await shop.current.prepare('echo ran');
      await limited(id, 0);
      expect(await shop.current.jobs.probe(id)).toMatchObject({
        state: 'not-started',
        why: /fork/i,
      });
      expect(await shop.current.jobs.revoke(id, 'resume')).toBe(true);
    },
  );

  // Others' processes count against the limit of an ordinary user: no number fits.
  test.skipIf(!isRoot)('while the command runs: its code is known', async () => {
    const script = 'for n in 1 2 3 4 5 6 7 8 9; do sleep 1 & done; exit 6';
    const id = await shop.current.prepare(script, { interpreter: 'sh', directory: '/' });
    await limited(id, 8);
    const probe = await shop.current.jobs.wait(id);
    expect(shop.current.output(id)).toMatch(/fork/);
    expect(probe.state).toBe('exited');
    expect((probe as { code: number }).code).not.toBe(0);
  });
});

const mountable = isRoot && canMount();

describe.skipIf(!mountable)('on a full disk', () => {
  async function onSmallDisk(use: (small: Workshop, fill: () => void) => Promise<void>) {
    const mount = fs.mkdtempSync(path.join(shop.current.home, 'disk-'));
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mount]);
    const small = new Workshop(mount);
    try {
      await use(small, () => fill(path.join(mount, 'ballast')));
    } finally {
      fs.rmSync(path.join(mount, 'ballast'), { force: true });
      await small.close().finally(() => execFileSync('umount', ['-l', mount]));
    }
  }

  test('FAULTS 14: full while the command runs: its code is recorded', () =>
    onSmallDisk(async (small, fillDisk) => {
      const go = path.join(shop.current.home, 'go');
      const script = `until [ -e ${go} ]; do sleep 0.02; done; head -c 500000 /dev/zero || exit 41`;
      const { id } = await small.running(script);
      fillDisk();
      fs.writeFileSync(go, '');
      expect(await small.jobs.wait(id)).toMatchObject({ state: 'exited', code: 41 });
      await until(() => fs.existsSync(small.file(id, 'exit')), 'the record has its name');
    }));

  test('FAULTS 15: full at launch: not started, and the reason is known', () =>
    onSmallDisk(async (small, fillDisk) => {
      const id = await small.prepare('echo ran');
      fillDisk();
      small.jobs.launch(id, environment);
      const why = 'no space left for the outcome';
      expect(await small.jobs.wait(id)).toEqual({ state: 'not-started', why });
      expect(small.output(id)).toBe('');
    }));

  test('FAULTS 15: full before: preparing fails, and leaves nothing', () =>
    onSmallDisk(async (small, fillDisk) => {
      await small.prepare('first');
      fillDisk();
      await expect(small.prepare('echo ran')).rejects.toThrow('ENOSPC');
      expect(fs.readdirSync(path.join(small.home, 'jobs')).sort()).toEqual([
        '0001-p1s1-a1',
        'wrapper.sh',
      ]);
    }));
});

function canMount(): boolean {
  const probe = ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'];
  return spawnSync('unshare', probe).status === 0;
}

/** Writes until not one byte fits. */
function fill(file: string): void {
  const fd = fs.openSync(file, 'a');
  try {
    for (let size = 65_536; size >= 1; size /= 16) writeAll(fd, Buffer.alloc(size));
  } finally {
    fs.closeSync(fd);
  }
}

function writeAll(fd: number, block: Buffer): void {
  try {
    for (;;) fs.writeSync(fd, block);
  } catch {
    // Full, for blocks of this size.
  }
}
