import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { advance, type Captured, rollBack, step } from './commands.ts';
import { type Rehearsal, rehearse } from './rehearsal.ts';

let rehearsal: Rehearsal;
let captured: Captured;
let before: string;

// One target for all: each test ends rolled back, and the next deploys again.
beforeAll(() => {
  rehearsal = rehearse();
});
afterAll(() => rehearsal.dispose());

beforeEach(() => {
  captured = {};
  advance(rehearsal, captured, '2.5');
  before = rehearsal.dump();
});

/** From after the backup up to a step. */
function deploy(last: string): void {
  const steps = [
    '3.1',
    '3.2',
    '3.3',
    '3.4',
    '4.1',
    '4.2',
    '4.4',
    '5.1',
    '5.2',
    '5.3',
    '6.1',
    '7.1',
    '7.3',
  ];
  for (const id of steps.slice(0, steps.indexOf(last) + 1)) step(rehearsal, id, captured);
}

describe('a rollback', { timeout: 120_000 }, () => {
  test.each(['3.1', '4.4', '7.3'])(
    'after %s gives v0.9.0 back, data equal to before',
    async last => {
      deploy(last);
      for (const id of ['R.1', 'R.2']) step(rehearsal, id, captured);
      expect(rehearsal.dump()).toBe(before);
      for (const id of ['R.3', 'R.4']) step(rehearsal, id, captured);
      expect(rehearsal.version()).toBe('v0.9.0');
      expect(rehearsal.shell('supervisorctl status').code).toBe(0);
      expect((await rehearsal.visit('/')).body).toContain('<h1>500 missions</h1>');
      expect(await rehearsal.visit('/health')).toMatchObject({
        status: 200,
        body: expect.stringContaining('"0.9.0"'),
      });
    },
  );

  test('can be done twice', () => {
    deploy('5.1');
    rollBack(rehearsal, captured);
    rollBack(rehearsal, captured);
    expect(rehearsal.version()).toBe('v0.9.0');
  });

  test('refuses a backup that was altered, and leaves the data alone', () => {
    deploy('4.4');
    rehearsal.shell(
      `echo 'DELETE FROM missions;' >> ${captured['pre-migration-backup']}/database.sql`,
    );
    expect(() => step(rehearsal, 'R.2', captured)).toThrow(/Sauvegarde altérée/);
    expect(rehearsal.query('SELECT count(*) FROM bail_mobilites')).toBe(220);
    rehearsal.shell(`sed -i.bak '$d' ${captured['pre-migration-backup']}/database.sql`);
    rollBack(rehearsal, captured);
  });
});

describe('the rollback of the original document', { timeout: 120_000 }, () => {
  const original = () => `
    php artisan down --message="Problème technique - Restauration en cours"
    supervisorctl stop laravel-worker:*
    ./docs/deployment/backup-restore/restore-script.sh ${captured['pre-migration-backup']} database-only
    git checkout ${captured['previous-stable-version']}
    composer install --no-dev --optimize-autoloader
    php artisan config:cache
    supervisorctl start laravel-worker:*
    php artisan up`;

  test('exits 0 at every command, and the site answers 500', async () => {
    deploy('5.1');
    expect(rehearsal.shell(original()).code).toBe(0);
    expect((await rehearsal.visit('/')).status).toBe(500);
    expect((await rehearsal.visit('/health')).status).toBe(500);
    rollBack(rehearsal, captured);
    expect((await rehearsal.visit('/health')).status).toBe(200);
  });

  test('needs all three corrections: routes, views and front end', async () => {
    deploy('5.1');
    rehearsal.shell(original());
    expect((await rehearsal.visit('/')).body).toContain('DashboardController] does not exist');
    rehearsal.shell('php artisan route:clear');
    expect((await rehearsal.visit('/')).body).toContain('Undefined variable: attached');
    rehearsal.shell('php artisan view:clear');
    expect((await rehearsal.visit('/')).body).toContain('Unable to locate file in Vite manifest');
    rehearsal.shell('npm ci && npm run build');
    expect((await rehearsal.visit('/')).status).toBe(200);
  });
});
