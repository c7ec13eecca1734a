import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { advance, type Captured, step } from './commands.ts';
import { type Rehearsal, rehearse, until } from './rehearsal.ts';

describe('a deployment, from the first command to the last', { timeout: 120_000 }, () => {
  let rehearsal: Rehearsal;
  const captured: Captured = {};
  beforeAll(() => {
    rehearsal = rehearse();
  });
  afterAll(() => rehearsal.dispose());

  test('starts from v0.9.0 in service', async () => {
    expect(rehearsal.version()).toBe('v0.9.0');
    expect((await rehearsal.visit('/')).body).toContain('<h1>500 missions</h1>');
    expect(rehearsal.shell('supervisorctl status').code).toBe(0);
  });

  test('does not know v1.0.0, nor its commands, before git fetch', () => {
    expect(rehearsal.shell('git checkout v1.0.0').code).not.toBe(0);
    expect(rehearsal.shell('php artisan permission:sync').output).toContain('is not defined');
  });

  test('takes the site down and stops the workers', async () => {
    advance(rehearsal, captured, '2.5');
    const home = await rehearsal.visit('/');
    expect([home.status, home.retryAfter]).toEqual([503, '60']);
    expect(home.body).toContain('Mise à jour système en cours');
    expect(await rehearsal.visit('/health')).toMatchObject({
      status: 503,
      body: expect.stringContaining('maintenance'),
    });
    expect(rehearsal.shell('supervisorctl status').code).toBe(3);
    expect(captured).toEqual({
      'previous-stable-version': 'v0.9.0',
      'pre-migration-backup': expect.stringMatching(
        /\/backups\/pre-migration-production-\d{8}T\d{6}Z$/,
      ),
    });
  });

  test('the dry run changes nothing and announces what the migration then does', () => {
    for (const id of ['3.1', '3.2', '3.3', '3.4', '4.1']) step(rehearsal, id, captured);
    const before = rehearsal.dump();
    const dry = rehearsal.shell('php artisan migrate:missions-to-bm --dry-run').output;
    expect(rehearsal.dump()).toBe(before);
    const real = rehearsal.shell('php artisan migrate:missions-to-bm --batch-size=50').output;
    const figures = (output: string) => output.match(/^ *[\p{L} /]+: \d+$/gmu)?.slice(0, 8);
    expect(figures(real)).toHaveLength(8);
    expect(figures(dry)).toEqual(figures(real));
  });

  test('migrates 220 pairs in five batches, behind a progress bar', () => {
    expect(rehearsal.query('SELECT count(*) FROM bail_mobilites')).toBe(220);
    expect(
      rehearsal.query('SELECT count(*) FROM missions WHERE bail_mobilite_id IS NOT NULL'),
    ).toBe(440);
    expect(rehearsal.migrated()).toEqual(['1-50', '51-100', '101-150', '151-200', '201-220']);
    const again = rehearsal.shell('php artisan migrate:missions-to-bm --batch-size=50').output;
    expect(again).toContain('220 bail mobilités déjà migrés');
    expect(rehearsal.query('SELECT count(*) FROM bail_mobilites')).toBe(220);
  });

  test('puts the site back into service, in v1.0.0', async () => {
    for (const id of ['4.5', '4.6', '5.1', '5.2', '5.3', '6.1', '7.1', '7.3', '7.4'])
      step(rehearsal, id, captured);
    expect(await rehearsal.visit('/health')).toMatchObject({
      status: 200,
      body: expect.stringContaining('"1.0.0"'),
    });
    expect((await rehearsal.visit('/')).body).toContain('<h1>220 bail mobilités</h1>');
    expect((await rehearsal.visit('/bail-mobilites')).status).toBe(200);
    expect(readFileSync(join(rehearsal.app, 'public/storage/LISEZMOI.txt'), 'utf8')).toContain(
      'documents',
    );
  });

  test('the workers send what had waited', async () => {
    await until(() => rehearsal.query('SELECT count(*) FROM jobs') === 0, 'an empty queue');
    expect(rehearsal.query('SELECT count(*) FROM notifications WHERE sent_at IS NULL')).toBe(0);
  });
});
