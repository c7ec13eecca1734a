import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { preflightHost } from '../../src/jobs/preflight.ts';

let root: string;
beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'bascule-host-'));
});
afterEach(() => fs.rmSync(root, { recursive: true }));

const put = (file: string, content = '') => {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), content, { mode: 0o755 });
};
const names = ['flock', 'ln', 'mv', 'setsid', 'sleep', 'stat', 'sync', 'timeout'];

test('this host can run jobs', async () => {
  expect((await preflightHost()).filter(warning => warning.fatal)).toEqual([]);
});

test('another system than Linux cannot', async () => {
  const warnings = [{ code: 'not-linux', detail: 'darwin', fatal: true }];
  expect(await preflightHost({ platform: 'darwin' })).toEqual(warnings);
});

test('each missing tool is named', async () => {
  for (const name of names) put(`bin/${name}`);
  const host = { root, path: `/nonexistent:${root}/bin` };
  expect(await preflightHost(host)).toEqual([]);
  fs.rmSync(path.join(root, 'bin/flock'));
  fs.chmodSync(path.join(root, 'bin/sync'), 0o644);
  expect(await preflightHost(host)).toEqual([
    { code: 'missing-tool', detail: 'flock', fatal: true },
    { code: 'missing-tool', detail: 'sync', fatal: true },
  ]);
});

describe('FAULTS 25: logind that kills the processes of a session is warned about', () => {
  const check = (user = 'ops') => preflightHost({ root, user });
  const warned = (linger: string) => [
    { code: 'kill-user-processes', detail: `user=ops linger=${linger}`, fatal: false },
  ];
  beforeEach(() => put('run/systemd/seats/seat0'));

  test.each([
    ['nothing set', {}, false],
    [
      'set in the main file',
      { 'etc/systemd/logind.conf': '[Login]\nKillUserProcesses=yes\n' },
      true,
    ],
    ['a comment', { 'etc/systemd/logind.conf': '# set KillUserProcesses=yes to kill\n' }, false],
    [
      'built in, shown as a comment',
      { 'etc/systemd/logind.conf': '#KillUserProcesses=yes\n' },
      true,
    ],
    [
      'set in a drop-in',
      { 'usr/lib/systemd/logind.conf.d/50-kill.conf': 'KillUserProcesses = true\n' },
      true,
    ],
    [
      'a drop-in undoes the main file',
      {
        'etc/systemd/logind.conf': 'KillUserProcesses=yes\n',
        'run/systemd/logind.conf.d/90-no.conf': 'KillUserProcesses=no\n',
      },
      false,
    ],
    [
      'the later drop-in wins, by name',
      {
        'etc/systemd/logind.conf.d/10.conf': 'KillUserProcesses=no\n',
        'usr/lib/systemd/logind.conf.d/20.conf': 'KillUserProcesses=yes\n',
      },
      true,
    ],
    [
      'etc hides a drop-in of the same name',
      {
        'etc/systemd/logind.conf.d/20.conf': '',
        'usr/lib/systemd/logind.conf.d/20.conf': 'KillUserProcesses=yes\n',
      },
      false,
    ],
    [
      'others only',
      { 'etc/systemd/logind.conf': 'KillUserProcesses=yes\nKillOnlyUsers=bob\n' },
      false,
    ],
    [
      'spared',
      { 'etc/systemd/logind.conf': 'KillUserProcesses=yes\nKillExcludeUsers=bob ops\n' },
      false,
    ],
  ])('%s', async (_, files, kills) => {
    for (const [file, content] of Object.entries(files)) put(file, content);
    expect(await check()).toEqual(kills ? warned('no') : []);
  });

  test('root is spared unless said otherwise; lingering is told', async () => {
    put('etc/systemd/logind.conf', 'KillUserProcesses=yes\n');
    put('var/lib/systemd/linger/ops');
    expect(await check('root')).toEqual([]);
    expect(await check()).toEqual(warned('yes'));
  });

  test('without logind there is nothing to fear', async () => {
    fs.rmSync(path.join(root, 'run'), { recursive: true });
    put('etc/systemd/logind.conf', 'KillUserProcesses=yes\n');
    expect(await check()).toEqual([]);
  });
});
