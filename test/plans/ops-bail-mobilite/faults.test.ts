import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { advance, type Captured, rollBack, step } from './commands.ts';
import { type Rehearsal, rehearse, until } from './rehearsal.ts';

let rehearsal: Rehearsal;
let captured: Captured;

beforeAll(() => {
  rehearsal = rehearse();
  captured = {};
});
afterAll(() => rehearsal.dispose());
beforeEach(() => {
  rehearsal.fault = '';
});

const BATCHES = ['1-50', '51-100', '101-150', '151-200', '201-220'];

describe('a day on which everything that can fails, on one target', { timeout: 120_000 }, () => {
  test('backup-fails: no backup is left under its final name', () => {
    rehearsal.fault = 'backup-fails';
    expect(() => advance(rehearsal, captured, '2.4')).toThrow(
      /^2\.4 failed .*No space left on device/s,
    );
    expect(rehearsal.shell('ls ../backups').output).toMatch(/\.partial\n$/);
    expect(captured).not.toHaveProperty('pre-migration-backup');
  });

  test('a rollback without a backup leaves the data alone, and the site answers', async () => {
    rollBack(rehearsal, captured);
    expect((await rehearsal.visit('/health')).status).toBe(200);
    expect(rehearsal.query('SELECT count(*) FROM missions')).toBe(500);
    advance(rehearsal, captured, '2.4');
  });

  test('dry-run-fails', () => {
    for (const id of ['3.1', '3.2', '3.3', '3.4', '4.1']) step(rehearsal, id, captured);
    rehearsal.fault = 'dry-run-fails';
    expect(() => step(rehearsal, '4.2', captured)).toThrow(/^4\.2 failed \(1\)/);
  });

  test('migration-crash: dies once in the middle of a batch, and a retry goes on', () => {
    rehearsal.fault = 'migration-crash:2';
    expect(() => step(rehearsal, '4.4', captured)).toThrow(/^4\.4 failed \(137\)/);
    expect(rehearsal.query('SELECT count(*) FROM bail_mobilites')).toBe(50);
    step(rehearsal, '4.4', captured);
    expect(rehearsal.migrated()).toEqual(BATCHES);
    for (const id of ['4.5', '4.6', '6.1']) step(rehearsal, id, captured);
  });

  test('a migrated base without a backup is not called restored', () => {
    const nothing = { 'previous-stable-version': 'v0.9.0' };
    expect(() => step(rehearsal, 'R.2', nothing)).toThrow(/R\.2 failed \(66\)/);
  });

  test('validation-fails', () => {
    rehearsal.fault = 'validation-fails';
    expect(() => step(rehearsal, '6.1', captured)).toThrow(/^6\.1 failed \(1\).*1 en échec/s);
  });

  test('the file `faults` switches one on during a run', () => {
    const validate = 'unset BASCULE_FAULT; php artisan test:migration';
    expect(rehearsal.shell(`echo validation-fails > ../faults; ${validate}`).code).toBe(1);
    expect(rehearsal.shell(`rm ../faults; ${validate}`).code).toBe(0);
  });

  test('restore-fails: once, and leaves the database as it was', () => {
    rehearsal.fault = 'restore-fails';
    const before = rehearsal.dump();
    expect(() => step(rehearsal, 'R.2', captured)).toThrow(/Lost connection/);
    expect(rehearsal.dump()).toBe(before);
    step(rehearsal, 'R.2', captured);
    expect(rehearsal.dump()).not.toContain('bail_mobilites');
  });

  test('data-corrupted: the migration ends well, the checks do not; the rollback repairs', () => {
    rehearsal.fault = 'data-corrupted';
    for (const id of ['3.3', '3.4', '4.1', '4.4']) step(rehearsal, id, captured);
    expect(() => step(rehearsal, '4.5', captured)).toThrow(/^4\.5 failed \(0\).*KO/s);
    expect(() => step(rehearsal, '4.6', captured)).toThrow(/KO/);
    expect(() => step(rehearsal, '6.1', captured)).toThrow(
      /✗ aucune mission perdue.*✗ aucune mission orpheline/s,
    );
    rollBack(rehearsal, captured);
    expect(rehearsal.query('SELECT count(*) FROM missions')).toBe(500);
  });

  test('migration-slow: the bar moves on, batch after batch', async () => {
    advance(rehearsal, {}, '4.2');
    rehearsal.fault = 'migration-slow:3';
    const started = Date.now();
    const job = rehearsal.start('php artisan migrate:missions-to-bm --batch-size=50 > ../slow.txt');
    await until(
      () => Number(rehearsal.query('SELECT count(*) FROM bail_mobilites')) >= 100,
      'a second batch',
    );
    expect(rehearsal.shell('cat ../slow.txt').output).toMatch(/\r +\d+\/220 \[=*>-+\] +\d+%$/);
    await until(() => job.exitCode !== null, 'the end of the migration');
    expect(job.exitCode).toBe(0);
    expect(Date.now() - started).toBeGreaterThan(2500);
  });

  test('an unknown one is refused before anything is built', () => {
    rehearsal.fault = 'migration-crsh';
    const { code, output } = rehearsal.prepare();
    expect(code).toBe(1);
    expect(output).toContain('unknown fault "migration-crsh". Known faults: backup-fails,');
  });
});
