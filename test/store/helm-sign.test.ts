import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { takeHelm } from '../../src/store/helm.ts';
import { helmSign } from '../../src/store/helm-sign.ts';
import { identity } from '../../src/store/identity.ts';
import type { HelmRecord } from '../../src/store/types.ts';
import { end, holder, kept, stateOf } from './cockpits.ts';
import { isRoot, temporaryFolder } from './temporary.ts';

const folder = temporaryFolder();
const newHelm = () => path.join(folder(), 'helm');

/** The helm of a cockpit in a process of its own. */
async function taken() {
  const file = newHelm();
  const { child } = await holder(file);
  const record = helmSign(file).record!;
  const claim = (changes: Partial<HelmRecord>) => {
    const other = path.join(folder(), 'helm');
    fs.writeFileSync(other, `${JSON.stringify({ ...record, ...changes })}\n`);
    return helmSign(other).helm;
  };
  return { file, child, record, claim };
}

describe('who has the helm, seen from outside', () => {
  it('has nobody before the first, nor while the first writes who they are', () => {
    const file = newHelm();
    expect(helmSign(file)).toEqual({ helm: 'none', record: null });
    fs.writeFileSync(file, '');
    expect(helmSign(file)).toEqual({ helm: 'none', record: null });
  });

  it('is held while that very process lives', async () => {
    const { file, child, claim } = await taken();
    expect(helmSign(file)).toMatchObject({
      helm: 'held',
      record: { operator: 'alice', pid: child.pid },
    });
    // The number may have passed to a stranger.
    expect(claim({ start: '1' })).toBe('lost');
  });

  it('FAULTS 38: is silent while its cockpit is stopped, and held again once it goes on', async () => {
    const { file, child } = await taken();
    child.kill('SIGSTOP');
    await vi.waitFor(() => expect(stateOf(child.pid!)).toBe('T'));
    expect(helmSign(file).helm).toBe('silent');
    child.kill('SIGCONT');
    await vi.waitFor(() => expect(helmSign(file).helm).toBe('held'));
  });

  it('is free once it was let go, lost once its cockpit was killed', async () => {
    const polite = await taken();
    await end(polite.child, 'SIGTERM');
    const free = helmSign(polite.file);
    expect(free.helm).toBe('free');
    expect(free.record?.released).toBeDefined();
    const killed = await taken();
    await end(killed.child, 'SIGKILL');
    expect(helmSign(killed.file)).toMatchObject({ helm: 'lost', record: { operator: 'alice' } });
  });

  it('is lost when this host rebooted since', async () => {
    const { claim } = await taken();
    expect(claim({ boot: 'c0ffee' })).toBe('lost');
  });

  it('cannot be told of another host, nor of another container of this one', async () => {
    const { claim } = await taken();
    expect(claim({ boot: 'c0ffee', host: 'elsewhere' })).toBe('elsewhere');
    expect(claim({ pid: 2 ** 22 + 1, host: 'container' })).toBe('elsewhere');
    // The very process is here, whatever this host was called when it began.
    expect(claim({ host: 'renamed' })).toBe('held');
  });

  it('cannot be told from a record that cannot be read, or a planted link', () => {
    const file = newHelm();
    fs.writeFileSync(file, 'garbage');
    expect(helmSign(file)).toEqual({ helm: 'elsewhere', record: null });
    fs.rmSync(file);
    fs.symlinkSync('/etc/hostname', file);
    expect(helmSign(file)).toEqual({ helm: 'elsewhere', record: null });
  });

  it('FAULTS 37: is looked at by many without keeping anybody from taking it', async () => {
    const file = newHelm();
    const attempt = takeHelm(file, identity());
    if (attempt.taken) attempt.release();
    const looking = `
      const { helmSign } = await import(${JSON.stringify(path.resolve('src/store/helm-sign.ts'))});
      console.log('looking');
      for (;;) helmSign(${JSON.stringify(file)});`;
    const observers = [1, 2].map(() =>
      kept(spawn(process.execPath, ['-e', looking], { stdio: ['ignore', 'pipe', 'inherit'] })),
    );
    await Promise.all(observers.map(({ stdout }) => new Promise(go => stdout.once('data', go))));
    // Nobody ever holds its lock but the one who takes it: the first try has it.
    for (let time = 0; time < 100; time++)
      expect(spawnSync('flock', ['-n', '-x', file, 'true']).status).toBe(0);
    await Promise.all(observers.map(child => end(child, 'SIGKILL')));
  });
});

const hiding = 'mount -t proc -o hidepid=2 proc /proc';
const mayHide = isRoot && spawnSync('unshare', ['-m', 'sh', '-c', hiding]).status === 0;

describe.runIf(mayHide)('where /proc hides other users’ processes (needs root)', () => {
  it('cannot be told: a process that may not be seen is not called gone', async () => {
    const { file, child } = await taken();
    fs.chmodSync(path.dirname(file), 0o755);
    fs.chmodSync(file, 0o644);
    const look = `
      const { helmSign } = await import(${JSON.stringify(path.resolve('src/store/helm-sign.ts'))});
      process.setgid(65534); process.setuid(65534);
      console.log(helmSign(${JSON.stringify(file)}).helm);`;
    const seen = (script: string) =>
      spawnSync('unshare', ['-m', 'sh', '-c', script], {
        env: { ...process.env, NODE: process.execPath, LOOK: look },
        encoding: 'utf8',
      });
    expect(seen('exec "$NODE" -e "$LOOK"').stdout.trim()).toBe('held');
    expect(seen(`${hiding} && exec "$NODE" -e "$LOOK"`).stdout.trim()).toBe('elsewhere');
    await end(child, 'SIGKILL');
  });
});
