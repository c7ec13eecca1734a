/** The prerequisites of the mission that a command looks at, looked at before anything is built. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compile } from '../../src/plan/compile.ts';
import { readEnvironment } from '../../src/plan/environment.ts';
import { substitute } from '../../src/plan/variables.ts';

const folder = join(import.meta.dirname, '..', '..', 'plans', 'ops-bail-mobilite');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

function planIn(name: string) {
  const text = read(`environments/${name}.yaml`);
  const { environment } = readEnvironment(text, { path: `${name}.yaml`, language: 'fr' });
  return compile(read('plan.md'), { path: 'plan.md', environment: environment! });
}

let run = '';
beforeEach(() => {
  run = mkdtempSync(join(tmpdir(), 'bascule-prerequisites-'));
});
afterEach(() => rmSync(run, { recursive: true, force: true }));

/** Runs the check of a box in the run's folder, as the plan asks. */
function look(box: string, given: Record<string, string> = {}, docs = folder) {
  const { plan } = planIn('rehearsal');
  const item = plan.prerequisites.flatMap(group => group.items).find(({ id }) => id === box)!;
  expect(item.check!.attributes).toMatchObject({ dir: '{{run}}', timeout: 30 });
  const known = plan.variables.flatMap(({ name, value }) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const text = substitute(
    item.check!.script,
    { ...Object.fromEntries(known), ...given },
    plan.variables,
  );
  if (!('script' in text)) throw new Error(JSON.stringify(text));
  const { status, stdout } = spawnSync('bash', ['-c', text.script], {
    cwd: run,
    encoding: 'utf8',
    env: { ...process.env, BASCULE_PLAN_DIR: docs },
  });
  return { ok: status === 0, evidence: stdout.trim().split('\n').at(-1) };
}

describe('the disk', () => {
  it('is measured, and has room for a rehearsal on a laptop', () => {
    const { ok, evidence } = look('P3.3');
    expect(evidence).toMatch(/^\d+ Go libres, 1 demandés \(\.\)$/);
    expect(ok).toBe(true);
  });

  it('is too small for what nobody has', () => {
    const { ok, evidence } = look('P3.3', { 'espace-minimum-go': '99999' });
    expect(evidence).toMatch(/^\d+ Go libres, 99999 demandés/);
    expect(ok).toBe(false);
  });

  it('is not taken for measured when its folder is missing', () => {
    expect(look('P3.3', { 'espace-dossier': './absent' })).toEqual({
      ok: false,
      evidence: 'Espace libre illisible : ./absent',
    });
  });

  it.each([
    ['rehearsal', '.', '1'],
    ['staging', '/srv/ops', '20'],
    ['production', '/backups', '20'],
  ])('of %s is that of %s, with %s GB at least', (name, where, least) => {
    const { plan } = planIn(name);
    const value = (wanted: string) => plan.variables.find(one => one.name === wanted)?.value;
    expect([value('espace-dossier'), value('espace-minimum-go')]).toEqual([where, least]);
  });
});

describe('the documentation', () => {
  it('speaks of what is delivered', () => {
    expect(look('P2.3')).toEqual({
      ok: true,
      evidence: 'le guide API et le guide utilisateurs décrivent les bail mobilités de la 1.0.0',
    });
  });

  it('or is found wanting', () => {
    cpSync(join(folder, 'docs'), join(run, 'docs'), { recursive: true });
    writeFileSync(join(run, 'docs', 'guides', 'README.md'), '# Guide utilisateurs\n');
    expect(look('P2.3', {}, run)).toEqual({
      ok: false,
      evidence: 'Guide utilisateurs : rien sur les bail mobilités',
    });
  });
});

describe('check --env', () => {
  it.each(['rehearsal', 'staging', 'production'])('%s still warns of one thing only', name => {
    const { diagnostics } = planIn(name);
    expect(
      diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
    ).toEqual(['late-rollback']);
  });
});
