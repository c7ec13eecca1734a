import { existsSync, readdirSync, readFileSync, rmSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Rehearsal, rehearse, until } from './rehearsal.ts';

let rehearsal: Rehearsal;

beforeEach(() => {
  rehearsal = rehearse();
});
afterEach(() => rehearsal.dispose());

interface Known {
  name: string;
  pid: number;
}

function processes(): Known[] {
  const folder = join(rehearsal.target, 'processes');
  return readdirSync(folder).map(file => JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

/** Exists and is no zombie that waits for its parent. */
function runs({ pid }: Known): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

describe('the site and the workers', { timeout: 120_000 }, () => {
  test('stop.mjs ends those of its own run only', () => {
    const other = rehearse();
    const [mine, theirs] = [
      processes(),
      JSON.parse(readFileSync(join(other.target, 'processes/site.json'), 'utf8')),
    ];
    rehearsal.stop();
    expect(mine.filter(runs)).toEqual([]);
    expect(runs(theirs)).toBe(true);
    other.dispose();
  });

  test('end by themselves when the folder of the run is removed', async () => {
    const known = processes();
    expect(known.filter(runs)).toHaveLength(3);
    rmSync(rehearsal.run, { recursive: true });
    await until(() => known.filter(runs).length === 0, 'the end of all processes');
  });

  test('hold no output open: a command that starts them ends at once', () => {
    rehearsal.shell('supervisorctl stop laravel-worker:*');
    expect(rehearsal.shell('supervisorctl start laravel-worker:* | cat').output).toBe(
      'laravel-worker:laravel-worker_00: started\nlaravel-worker:laravel-worker_01: started\n',
    );
  });

  test('supervisorctl says what is already so, and refuses what it does not know', () => {
    expect(rehearsal.shell('supervisorctl start laravel-worker:*').output).toContain(
      'ERROR (already started)',
    );
    expect(rehearsal.shell('supervisorctl stop laravel-worker:laravel-worker_00').code).toBe(0);
    expect(rehearsal.shell('supervisorctl stop all').output).toContain(
      'laravel-worker_00: ERROR (not running)',
    );
    expect(rehearsal.shell('supervisorctl stop nginx').code).toBe(2);
  });

  test('stopped workers take no job; started again, they take it', async () => {
    rehearsal.shell('supervisorctl stop laravel-worker:*');
    expect(processes().map(({ name }) => name)).toEqual(['site']);
    rehearsal.shell(
      'mysql',
      `INSERT INTO jobs VALUES (999, 'default', '{"notifications":[1]}', '');`,
    );
    expect(rehearsal.query('SELECT count(*) FROM jobs WHERE id = 999')).toBe(1);
    rehearsal.shell('supervisorctl start laravel-worker:*');
    await until(() => rehearsal.query('SELECT count(*) FROM jobs') === 0, 'an empty queue');
  });
});

describe('prepare', { timeout: 120_000 }, () => {
  test('leaves a target that is already built as it is', () => {
    const before = processes();
    rehearsal.shell('php artisan down');
    expect(rehearsal.prepare().output).toContain('déjà construite');
    expect(processes()).toEqual(before);
    expect(existsSync(join(rehearsal.app, 'storage/framework/down'))).toBe(true);
  });

  test('starts again what a reboot ended, not what supervisorctl stopped', async () => {
    rehearsal.shell('supervisorctl stop laravel-worker:laravel-worker_01');
    for (const { pid } of processes()) process.kill(pid, 'SIGKILL');
    await until(() => processes().filter(runs).length === 0, 'the end of all processes');
    rehearsal.prepare();
    expect(rehearsal.shell('supervisorctl status').output).toMatch(
      /_00 +RUNNING.*\n.*_01 +STOPPED/,
    );
    expect((await rehearsal.visit('/')).status).toBe(200);
  });

  test('builds anew what was left half built', async () => {
    const before = processes();
    unlinkSync(join(rehearsal.target, 'ready'));
    expect(rehearsal.prepare().code).toBe(0);
    expect(before.filter(runs)).toEqual([]);
    expect((await rehearsal.visit('/')).status).toBe(200);
  });
});
