/** Where the server listens, and where it cannot. */
import { execFileSync, spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliWords } from '../../src/locale/cli.ts';
import { placeOf } from '../../src/serve/place.ts';
import { openServer } from '../../src/serve/server.ts';
import { rawServer } from '../channels/loopback.ts';
import { ask, serving, words } from './serving.ts';

const opening = (host: string | undefined, port: number) =>
  openServer({
    page: async () => ({ version: 'v1', html: '', json: () => '' }),
    subscribe: () => () => {},
    host,
    port,
    token: null,
    words,
  });

describe('a place', () => {
  it.each([
    [undefined, 'localhost', true],
    ['localhost', 'localhost', true],
    ['127.0.0.1', '127.0.0.1', true],
    ['127.8.9.10', '127.8.9.10', true],
    ['::1', '[::1]', true],
    ['::ffff:127.0.0.1', '[::ffff:127.0.0.1]', true],
    ['0.0.0.0', os.hostname(), false],
    ['::', os.hostname(), false],
    ['192.0.2.1', '192.0.2.1', false],
    ['2001:db8::1', '[2001:db8::1]', false],
  ])('%s is %s; only this machine can reach it: %s', async (host, name, loopback) => {
    expect(await placeOf(host, words)).toMatchObject({ name, loopback });
  });

  it.each(['not a name', ''])('«%s» is none', async host => {
    await expect(placeOf(host, words)).rejects.toMatchObject({
      message: words.badAddress(host),
      remedy: words.addressRemedy,
    });
  });
});

describe('it cannot listen', () => {
  it('at a port that somebody has, even at one address of two', async () => {
    const port = await rawServer(socket => socket.end());
    await expect(opening(undefined, port)).rejects.toMatchObject({
      message: words.portTaken(port),
      remedy: words.portRemedy,
    });
  });

  it('at an address of another machine', async () => {
    await expect(opening('192.0.2.1', 0)).rejects.toMatchObject({
      message: words.badAddress('192.0.2.1'),
    });
  });

  it('and says so in French as well', () => {
    const french = cliWords('fr').serve;
    expect(french.portTaken(80)).toBe('Le port 80 est déjà pris.');
    expect(french.portRefused(80)).toMatch(/droits/);
  });
});

it('closed, it leaves its port to the next', async () => {
  const first = await serving();
  await ask(first, '/');
  await first.close();
  const second = await opening(undefined, first.port);
  expect(second.port).toBe(first.port);
  await second.close();
});

const unshared = ['--user', '--map-root-user', '--net'];
const canIsolate =
  spawnSync('unshare', [...unshared, 'ip', 'link', 'set', 'lo', 'up']).status === 0;

// A network of its own, where an address beyond loopback is reached by nobody else.
describe.skipIf(!canIsolate)('in a network of its own', () => {
  const fixture = path.join(import.meta.dirname, 'fixtures', 'beyond-loopback.ts');
  const inside = (script: string): string =>
    execFileSync('unshare', [...unshared, 'bash', '-euc', script, fixture], {
      encoding: 'utf8',
      timeout: 20_000,
    });

  it('listens beyond this machine with a token, whatever name it is called by', () => {
    const up = 'ip link set lo up; ip addr add 192.0.2.1/24 dev lo';
    const told = JSON.parse(inside(`${up}; exec '${process.execPath}' "$0" 192.0.2.1`)) as object;
    expect(told).toEqual({
      url: expect.stringMatching(/^http:\/\/192\.0\.2\.1:\d+\/$/),
      loopback: false,
      tokenLength: 32,
      without: 401,
      withToken: 200,
      byAnotherName: 200,
    });
  });

  it('does without IPv6 where there is none', () => {
    const up = 'ip link set lo up; ip addr del ::1/128 dev lo';
    const told = JSON.parse(inside(`${up}; exec '${process.execPath}' "$0"`)) as object;
    expect(told).toMatchObject({ loopback: true, tokenLength: 0, without: 200 });
  });

  it('refuses a port that needs more rights', () => {
    const up = 'ip link set lo up; echo 1024 > /proc/sys/net/ipv4/ip_unprivileged_port_start';
    const asNobody = `exec setpriv --bounding-set -all --inh-caps -all --ambient-caps -all`;
    const run = `${up}; ${asNobody} '${process.execPath}' "$0" 127.0.0.1 80`;
    expect(JSON.parse(inside(run))).toEqual({ failed: words.portRefused(80) });
  });
});
