import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { revealedProbe } from '../../../src/engine/around/reveal.ts';
import { meets } from '../../../src/plan/quantities/verdict.ts';
import { createProbes } from '../../../src/probes/probes.ts';
import type { Measured } from '../../../src/probes/types.ts';
import { advance, compiled, environment, rollBack, step } from './commands.ts';
import { planFolder, type Rehearsal, rehearse } from './rehearsal.ts';

let rehearsal: Rehearsal;

beforeAll(() => {
  rehearsal = rehearse();
});
afterAll(() => rehearsal.dispose());
beforeEach(() => {
  rehearsal.fault = '';
  trainer('');
});

const where = environment('rehearsal');
const metrics = compiled(where).plan.metrics.flatMap(group => group.items);

/** What somebody writes while the day goes on. */
function trainer(faults: string): void {
  writeFileSync(join(rehearsal.target, 'faults'), `${faults}\n`);
}

/** What the environment's probe of a metric finds. */
function measure(id: string): Promise<Measured> {
  const places = { run: rehearsal.run, plan: planFolder };
  const probe = revealedProbe(where.probes[id]!, { secrets: {}, places });
  return createProbes().measure(probe, new AbortController().signal);
}

/** Is the metric's own threshold met? */
async function isMet(id: string): Promise<boolean | null> {
  const found = await measure(id);
  const { threshold } = metrics.find(metric => metric.id === id)!;
  return found.ok ? meets(threshold!, found.value, found.unit) : null;
}

describe('the metrics of the plan are measured on the target', { timeout: 120_000 }, () => {
  test('each probe measures a metric that has a threshold', () => {
    const measured = metrics.filter(({ id }) => where.probes[id]);
    expect(Object.keys(where.probes)).toEqual(['M1.1', 'M1.2', 'M1.3', 'M1.4']);
    expect(measured.map(({ id, title }) => [id, title])).toEqual([
      ['M1.1', 'Disponibilité'],
      ['M1.2', 'Performance'],
      ['M1.3', 'Erreurs'],
      ['M1.4', 'Migration'],
    ]);
    expect(measured.every(({ threshold }) => threshold)).toBe(true);
  });

  test('the address is that of the port, and of the application', () => {
    const [url, port] = ['site.url', 'site.port'].map(name =>
      readFileSync(join(rehearsal.target, name), 'utf8').trim(),
    );
    expect(url).toBe(`http://127.0.0.1:${port}`);
    expect(readFileSync(join(rehearsal.app, '.env'), 'utf8')).toContain(`APP_URL=${url}\n`);
  });

  test('a healthy target meets all but the migration, which is still to come', async () => {
    expect(await measure('M1.1')).toMatchObject({ ok: true, value: 100, samples: 20 });
    expect(await measure('M1.3')).toMatchObject({ ok: true, value: 0 });
    expect(await isMet('M1.2')).toBe(true);
    expect(await measure('M1.4')).toMatchObject({ ok: true, value: 0, unit: '%' });
  });

  test('site-slow, switched on while it runs: every answer waits', async () => {
    trainer('site-slow:300');
    const slow = await measure('M1.2');
    expect(slow).toMatchObject({ ok: true, unit: 'ms' });
    expect(slow).toHaveProperty(
      'value',
      expect.toSatisfy((ms: number) => ms >= 300 && ms < 2000),
    );
    expect(await isMet('M1.1')).toBe(true);
    trainer('site-slow');
    expect(await isMet('M1.2')).toBe(false);
  });

  test('site-errors: always the same share of errors', async () => {
    trainer('site-errors');
    const errors = { value: 20, samples: 20, detail: '20 requests, 4 errors (500)' };
    expect(await measure('M1.3')).toMatchObject(errors);
    expect(await measure('M1.3')).toMatchObject(errors);
    expect(await measure('M1.1')).toMatchObject({ value: 80 });
    trainer('site-errors:100');
    expect(await measure('M1.1')).toMatchObject({ value: 0 });
    expect(await measure('M1.2')).toMatchObject({ ok: false, why: 'refused' });
  });

  test('both at once; and a slip of the pen does not end the site', async () => {
    trainer('site-errors:50,site-slow:100');
    expect((await rehearsal.visit('/')).status + (await rehearsal.visit('/')).status).toBe(700);
    trainer('site-slwo');
    expect((await rehearsal.visit('/')).status).toBe(200);
    expect(readFileSync(join(rehearsal.target, 'log/site.log'), 'utf8')).toContain(
      'unknown fault "site-slwo"',
    );
  });

  test('a site that says it is down is down', async () => {
    rehearsal.shell('php artisan down');
    trainer('site-errors:100');
    expect(await measure('M1.1')).toMatchObject({
      value: 0,
      detail: '20 requests, 20 errors (503)',
    });
    rehearsal.shell('php artisan up');
  });

  test('the migration is measured in the data: 0 % before it, 100 % after, 0 % after the rollback', async () => {
    const captured = {};
    advance(rehearsal, captured, '3.4');
    expect(await measure('M1.4')).toMatchObject({ ok: true, value: 0 });
    step(rehearsal, '4.1', captured);
    expect(await measure('M1.4')).toMatchObject({ ok: true, value: 0 });
    rehearsal.fault = 'migration-crash:2';
    expect(() => step(rehearsal, '4.4', captured)).toThrow('4.4 failed (137)');
    const half = await measure('M1.4');
    expect(half).toHaveProperty(
      'value',
      expect.toSatisfy((is: number) => is > 0 && is < 100),
    );
    step(rehearsal, '4.4', captured);
    expect(await measure('M1.4')).toMatchObject({ value: 100, unit: '%' });
    expect(await isMet('M1.4')).toBe(true);
    rollBack(rehearsal, captured);
    expect(await measure('M1.4')).toMatchObject({ value: 0 });
  });

  test('a target that is stopped cannot be reached, and has no figure', async () => {
    rehearsal.stop();
    expect(await measure('M1.1')).toMatchObject({ ok: true, value: 0 });
    expect(await measure('M1.2')).toMatchObject({ ok: false, why: 'unreachable' });
    rehearsal.prepare();
    expect(await measure('M1.1')).toMatchObject({ value: 100 });
  });

  test('faults that it was started with can be edited away', async () => {
    rehearsal.stop();
    rehearsal.fault = 'site-errors:100';
    rehearsal.prepare();
    expect(await measure('M1.1')).toMatchObject({ value: 0 });
    trainer('');
    expect(await measure('M1.1')).toMatchObject({ value: 100 });
  });
});
