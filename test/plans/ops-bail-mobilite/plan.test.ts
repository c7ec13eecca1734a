import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withEnvironment } from '../../../src/plan/environment.ts';
import type { Diagnostic } from '../../../src/plan/types.ts';
import { compiled, environment } from './commands.ts';
import { planFolder } from './rehearsal.ts';

const seed = join(import.meta.dirname, '../../../../shared/seed/plan-de-deploiement.md');
const { plan } = compiled(environment('rehearsal'));
const sizes = (groups: { items: unknown[] }[]) => groups.map(group => group.items.length);
const errors = (diagnostics: Diagnostic[]) =>
  diagnostics.filter(({ severity }) => severity === 'error');

describe('the plan of the mission', () => {
  test('keeps every stage, phase and step', () => {
    const stages = plan.stages.map(({ id, phases }) => [
      id,
      ...phases.map(phase => phase.steps.length),
    ]);
    expect(stages).toEqual([
      ['J-7', 5],
      ['J-1', 6],
      ['Jour J', 6, 5, 7, 8, 7, 5, 6, 7],
      ['J+1', 4],
      ['J+7', 4],
      ['J+30', 4],
    ]);
  });

  test('keeps what surrounds the timeline', () => {
    expect(sizes(plan.prerequisites)).toEqual([6, 5, 5]);
    expect(
      plan.checkpoints.map(one => [one.step, one.criteria.length, one.actions.length]),
    ).toEqual([
      ['4.3', 4, 4],
      ['4.7', 5, 3],
      ['6.5', 4, 4],
    ]);
    expect(plan.messages).toHaveLength(3);
    expect(sizes(plan.metrics)).toEqual([4, 4, 4]);
    expect(sizes(plan.contacts)).toEqual([4, 2, 2]);
    expect(plan.links).toHaveLength(6);
    expect(plan.checklist).toHaveLength(5);
  });

  test('keeps the rollback', () => {
    const { minutes, steps = [], triggers, validation } = plan.rollback ?? {};
    expect(minutes).toBe(30);
    expect(steps.map(step => step.minutes)).toEqual([5, 15, 5, 5]);
    expect(triggers).toHaveLength(5);
    expect(validation).toHaveLength(4);
  });

  test('leaves no fence without a language or outside a step', () => {
    expect(plan.fences.filter(fence => fence.language === '' || fence.fate === 'left-out')).toEqual(
      [],
    );
  });

  test('undoes every step that changes something', () => {
    const undone = plan.rollback!.steps.flatMap(step => step.attributes.undoes ?? []);
    const named = plan.stages.flatMap(stage =>
      stage.phases.flatMap(phase => phase.steps.map(step => step.name)),
    );
    expect(undone.sort()).toEqual(named.filter(name => name !== undefined).sort());
  });

  test('says beforehand that a NO-GO at 10:15 overruns the window', () => {
    const { diagnostics } = compiled(environment('rehearsal'));
    expect(
      diagnostics.filter(({ severity }) => severity === 'warning').map(({ code }) => code),
    ).toEqual(['late-rollback']);
  });

  test.each(['rehearsal', 'staging', 'production'])('compiles without error for %s', name => {
    expect(errors(compiled(environment(name)).diagnostics)).toEqual([]);
  });

  test('compiles without error for no environment', () => {
    expect(errors(compiled().diagnostics)).toEqual([]);
  });

  test('only production is protected', () => {
    const names = ['rehearsal', 'staging', 'production'];
    expect(names.filter(name => environment(name).protected)).toEqual(['production']);
  });

  test('builds and checks its target before anything else', () => {
    const [first] = withEnvironment(plan, environment('rehearsal')).stages;
    expect(first?.phases[0]?.steps).toHaveLength(2);
  });
});

describe.skipIf(!existsSync(seed))('beside the document it comes from', () => {
  const text = readFileSync(join(planFolder, 'plan.md'), 'utf8');
  const fill = (line: string) =>
    line
      .replace('/backups/pre-migration-production-[timestamp]', '{{pre-migration-backup}}')
      .replace('[previous-stable-version]', '{{previous-stable-version}}');

  test('every command runs unchanged', () => {
    const original = existsSync(seed) ? readFileSync(seed, 'utf8') : '';
    const commands = [...original.matchAll(/^ +```(?:bash|sql)\n([\s\S]*?)^ +```$/gm)].map(
      match => match[1]!,
    );
    expect(commands).toHaveLength(19);
    for (const command of commands) expect(text).toContain(fill(command));
  });

  test('no box was dropped', () => {
    const boxes = readFileSync(seed, 'utf8').match(/^ *- \[ \] .*$/gm) ?? [];
    for (const box of boxes) expect(text).toContain(box);
  });
});
