import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from './temporary.ts';

const folder = temporaryFolder();

/** Names are remembered: each test begins without memory. */
async function people() {
  vi.resetModules();
  return import('../../src/store/people.ts');
}

afterEach(() => vi.unstubAllEnvs());

describe('the names behind the numbers', () => {
  it('are those of the system', async () => {
    const { nameOfGid, nameOfUid } = await people();
    expect([nameOfUid(0), nameOfGid(0)]).toEqual(['root', 'root']);
    expect(nameOfUid(process.geteuid!())).toBe(os.userInfo().username);
  });

  it('are the numbers where the system knows none', async () => {
    const { nameOfGid, nameOfUid, settledNameOfUid } = await people();
    expect([nameOfUid(54322), nameOfGid(54322)]).toEqual(['uid54322', 'gid54322']);
    expect(settledNameOfUid(54322)).toBe('uid54322');
  });

  it('are read from the files where there is no getent', async () => {
    vi.stubEnv('PATH', '/nowhere');
    const { nameOfGid, nameOfUid } = await people();
    expect([nameOfUid(0), nameOfUid(65534), nameOfGid(0)]).toEqual(['root', 'nobody', 'root']);
    expect(nameOfUid(54322)).toBe('uid54322');
  });

  it('come from a directory server as well, which is asked once', async () => {
    const asked = path.join(folder(), 'asked');
    directory(`echo "$@" >>'${asked}'; echo 'dora:x:54322:54321::/:/bin/sh'`);
    const { nameOfUid } = await people();
    expect([nameOfUid(54322), nameOfUid(54322)]).toEqual(['dora', 'dora']);
    expect(fs.readFileSync(asked, 'utf8')).toBe('passwd 54322\n');
  });

  it('are asked for again after a server that did not answer', async () => {
    directory('exit 3');
    const { nameOfUid, settledNameOfUid } = await people();
    expect([nameOfUid(54322), settledNameOfUid(54322)]).toEqual(['uid54322', null]);
    directory("echo 'dora:x:54322:54321::/:/bin/sh'");
    expect(nameOfUid(54322)).toBe('dora');
  });

  it('are not waited for again and again while the server is silent', async () => {
    const asked = path.join(folder(), 'asked');
    directory(`echo "$@" >>'${asked}'; exec sleep 60`);
    const { nameOfUid } = await people();
    const began = performance.now();
    const names = Array.from({ length: 5 }, () => nameOfUid(54322));
    expect(new Set(names)).toEqual(new Set(['uid54322']));
    expect(performance.now() - began).toBeLessThan(4000);
    expect(fs.readFileSync(asked, 'utf8')).toBe('passwd 54322\n');
  }, 20_000);

  /** A getent that answers as one with a directory server behind it would. */
  function directory(script: string): void {
    const tools = folder();
    fs.writeFileSync(path.join(tools, 'getent'), `#!/bin/sh\n${script}\n`, { mode: 0o700 });
    vi.stubEnv('PATH', `${tools}:/usr/bin:/bin`);
  }
});
