/** The wrapper is plain POSIX: it does the same under each shell that may be a host's /bin/sh. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { environment, workshops } from './workshop.ts';

const shop = workshops();
const has = (command: string) => spawnSync(command, ['-c', 'true']).error === undefined;

describe.each([
  ['dash', []],
  ['bash', ['--posix']],
  ['busybox', ['sh']],
  ['ksh', []],
])('%s', (shell, args) => {
  function wrapped(id: string) {
    const wrapper = path.join(shop.current.home, 'jobs/wrapper.sh');
    return spawnSync(shell, [...args, wrapper, shop.current.file(id, '')], { env: environment });
  }

  test.skipIf(!has(shell))('runs, refuses and records', async () => {
    const { current } = shop;
    const ran = await current.prepare('grep SigIgn /proc/self/status; exit 3', { timeout: 60 });
    expect(wrapped(ran)).toMatchObject({ status: 0 });
    expect(await current.jobs.probe(ran)).toMatchObject({ state: 'exited', code: 3, size: 25 });
    expect(current.output(ran)).toMatch(/^SigIgn:\t0+\n$/);
    expect(current.read(ran, 'wrapper.log').trim()).toBe('');
    expect(wrapped(ran)).toMatchObject({ status: 75 });
    const bad = await current.prepare('true', { directory: '/no/such/directory' });
    expect(wrapped(bad)).toMatchObject({ status: 66 });
    expect(await current.jobs.probe(bad)).toMatchObject({ state: 'not-started' });
  });
});
