import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { readHelm, takeHelm, takeOver } from '../../src/store/helm.ts';
import { bootId, identity, isAlive } from '../../src/store/identity.ts';
import type { HelmAttempt, HelmRecord } from '../../src/store/types.ts';
import { end, holder, kept, stateOf } from './cockpits.ts';
import { temporaryFolder } from './temporary.ts';

const folder = temporaryFolder();
const newHelm = () => path.join(folder(), 'helm');
const me = { ...identity(), operator: 'bob' };

function refused(attempt: HelmAttempt): HelmRecord {
  if (attempt.taken) throw new Error('the helm was taken');
  return attempt.holder;
}

function taken(attempt: HelmAttempt) {
  if (!attempt.taken) throw new Error(`${attempt.holder.operator} has the helm`);
  return attempt;
}

describe('FAULTS 37: one driver at a time', () => {
  it('refuses a second cockpit at once: who, where, since when', async () => {
    const file = newHelm();
    const { child } = await holder(file);
    const begun = performance.now();
    const found = refused(takeHelm(file, me));
    expect(performance.now() - begun).toBeLessThan(500);
    expect(found).toMatchObject({
      operator: 'alice',
      host: me.host,
      pid: child.pid,
      boot: bootId(),
    });
    expect(Date.now() - Date.parse(found.since)).toBeLessThan(30_000);
    expect(readHelm(file)).toEqual({ held: true, record: found });
  });

  it('refuses a second taking in the same process as well', () => {
    const file = newHelm();
    const first = taken(takeHelm(file, me));
    expect(refused(takeHelm(file, me)).pid).toBe(process.pid);
    first.release();
  });

  it('is free again once released; the record stays and says so', () => {
    const file = newHelm();
    const inode = () => fs.statSync(file).ino;
    const first = taken(takeHelm(file, me, () => new Date('2026-12-01T06:30:00Z')));
    expect(first.previous).toBeUndefined();
    const before = inode();
    first.release();
    first.release();
    const { held, record } = readHelm(file);
    expect(held).toBe(false);
    expect(record).toMatchObject({ operator: 'bob', since: '2026-12-01T06:30:00.000Z' });
    expect(record?.released).toBeDefined();
    const second = taken(takeHelm(file, me));
    expect(second.previous).toEqual(record);
    second.release();
    expect(inode()).toBe(before);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  it('dies with its holder, and no command of the holder keeps it', async () => {
    const file = newHelm();
    const { child, command } = await holder(file);
    await end(child, 'SIGKILL');
    process.kill(command, 0);
    const { previous, release } = taken(takeHelm(file, me));
    expect(previous).toMatchObject({ operator: 'alice', pid: child.pid });
    expect(previous?.released).toBeUndefined();
    release();
  });

  it('is taken over: the holder is asked, lets go, and is not killed', async () => {
    const file = newHelm();
    const { child, said } = await holder(file);
    const exit = once(child, 'exit');
    const { previous, release } = taken(await takeOver(file, me, refused(takeHelm(file, me))));
    expect(await said()).toBe('asked');
    expect(await exit).toEqual([0, null]);
    expect(previous?.released).toBeDefined();
    expect(readHelm(file)).toMatchObject({
      held: true,
      record: { operator: 'bob', pid: process.pid },
    });
    release();
  });

  it('is not refused because observers look in at that moment', async () => {
    const file = newHelm();
    taken(takeHelm(file, me)).release();
    const look = `(flock -s -n 9 && sleep 0.002) 9<'${file}'; sleep 0.005`;
    const looking = `echo looking; while [ -e '${file}' ]; do ${look}; done`;
    const observer = kept(spawn('sh', ['-c', looking], { stdio: ['ignore', 'pipe', 'ignore'] }));
    await once(observer.stdout, 'data');
    for (let n = 0; n < 40; n++) taken(takeHelm(file, me)).release();
    await end(observer, 'SIGKILL');
  });

  it('has nobody before the first', () => {
    expect(readHelm(newHelm())).toEqual({ held: false, record: null });
  });
});

describe('FAULTS 38: a frozen holder', () => {
  it('keeps the helm', async () => {
    const file = newHelm();
    const { child } = await holder(file);
    child.kill('SIGSTOP');
    await vi.waitFor(() => expect(stateOf(child.pid!)).toBe('T'));
    expect(refused(takeHelm(file, me)).pid).toBe(child.pid);
  });

  it('is woken, and lets go by itself', async () => {
    const file = newHelm();
    const { child } = await holder(file);
    const exit = once(child, 'exit');
    child.kill('SIGSTOP');
    await vi.waitFor(() => expect(stateOf(child.pid!)).toBe('T'));
    taken(await takeOver(file, me, refused(takeHelm(file, me)))).release();
    expect(await exit).toEqual([0, null]);
  });

  it('is killed when it does not let go within five seconds, and nobody else is', async () => {
    const file = newHelm();
    const { child, command, said } = await holder(file, 'deaf');
    const exit = once(child, 'exit');
    const begun = performance.now();
    taken(await takeOver(file, me, refused(takeHelm(file, me)))).release();
    expect(performance.now() - begun).toBeGreaterThan(4500);
    expect(await said()).toBe('asked');
    expect(await exit).toEqual([null, 'SIGKILL']);
    process.kill(command, 0);
  });
});

describe('FAULTS 38: only the right process is signalled', () => {
  /** A process that has nothing to do with the helm. */
  const stranger = () => kept(spawn('sleep', ['60'], { stdio: 'ignore' }));

  it.each([
    ['the number was reused', { start: '1' }],
    ['the host rebooted since, or is another', { boot: 'c0ffee' }],
  ])('not one that bears its number: %s', async (_, changes) => {
    const file = newHelm();
    const { child } = await holder(file);
    const innocent = stranger();
    const found = { ...refused(takeHelm(file, me)), pid: innocent.pid!, ...changes };
    fs.writeFileSync(file, `${JSON.stringify(found)}\n`);
    expect(refused(await takeOver(file, me, found))).toEqual(found);
    expect([innocent, child].map(({ pid }) => stateOf(pid!))).toEqual(['S', 'S']);
  });

  it('not a new holder, when the one that was shown is gone', async () => {
    const file = newHelm();
    const first = await holder(file);
    const shown = refused(takeHelm(file, me));
    await end(first.child, 'SIGKILL');
    const second = await holder(file);
    expect(refused(await takeOver(file, me, shown)).pid).toBe(second.child.pid);
    expect(stateOf(second.child.pid!)).toBe('S');
  });

  it('nobody when the helm is free already', async () => {
    const file = newHelm();
    const { child } = await holder(file);
    const shown = refused(takeHelm(file, me));
    await end(child, 'SIGKILL');
    taken(await takeOver(file, me, shown)).release();
    expect(isAlive(shown)).toBe(false);
  });

  it('nobody when the record cannot be read', async () => {
    const file = newHelm();
    const { child } = await holder(file);
    fs.writeFileSync(file, 'garbage');
    const unknown = refused(takeHelm(file, me));
    expect(unknown).toMatchObject({ operator: '?', pid: 0 });
    expect(refused(await takeOver(file, me, unknown))).toEqual(unknown);
    expect(stateOf(child.pid!)).toBe('S');
  });
});

describe('FAULTS 45: a helm that cannot be trusted', () => {
  it('is refused when it is a planted link', () => {
    const file = newHelm();
    const victim = path.join(path.dirname(file), 'victim');
    fs.writeFileSync(victim, 'precious');
    fs.symlinkSync(victim, file);
    expect(() => takeHelm(file, me)).toThrow(/symbolic link/);
    expect(() => readHelm(file)).toThrow(/symbolic link/);
    expect(fs.readFileSync(victim, 'utf8')).toBe('precious');
  });

  it('says which program is missing', () => {
    const file = newHelm();
    vi.stubEnv('PATH', '/nowhere');
    expect(() => takeHelm(file, me)).toThrow(/Install flock/);
    vi.unstubAllEnvs();
    taken(takeHelm(file, me)).release();
  });
});
