import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/plan/compile.ts';
import { readEnvironment } from '../../src/plan/environment.ts';

const folder = join(import.meta.dirname, '..', '..', 'plans', 'web-shop');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

describe('the English example', () => {
  const { plan, diagnostics } = compile(read('plan.md'), {
    path: 'plan.md',
    exists: relative => existsSync(join(folder, relative)),
  });

  it('has nothing to be said against', () => {
    expect(diagnostics).toEqual([]);
    expect(plan.language).toBe('en');
  });

  it('is read in every section', () => {
    expect(
      plan.stages.map(({ id, phases }) => [id, phases.map(phase => phase.steps.length)]),
    ).toEqual([
      ['D-7', [3]],
      ['D-1', [3]],
      ['D-day', [5, 5, 3, 3]],
      ['D+1', [2]],
      ['D+7', [1]],
    ]);
    expect(plan.general).toMatchObject({ version: '2.4.0', window: '1 hour' });
    expect(plan.roles.map(({ title, person }) => [title, person])).toContainEqual([
      'DBA',
      'D. Base',
    ]);
    expect(plan.availability).toHaveLength(2);
    expect(plan.prerequisites.map(({ items }) => items.length)).toEqual([3, 2]);
    expect(plan.checkpoints).toMatchObject([{ id: 'C1', step: '2.4', title: 'Release Deployed' }]);
    expect(plan.checkpoints[0]?.actions).toHaveLength(3);
    expect(plan.rollback).toMatchObject({ minutes: 20, title: 'Emergency Procedure' });
    expect(plan.rollback?.triggers).toHaveLength(3);
    expect(plan.rollback?.validation).toHaveLength(3);
    expect(plan.messages.map(({ id, channels }) => [id, channels])).toEqual([
      ['before', 'email, banner in the shop'],
      ['during', 'chat'],
      ['after', 'email'],
    ]);
    expect(
      plan.metrics.flatMap(({ items }) => items.map(({ threshold }) => threshold?.operator)),
    ).toEqual(['>', '<', '<', '>=', '<']);
    expect(plan.messages.map(({ each, toManagement }) => [each, toManagement])).toEqual([
      [undefined, undefined],
      ['checkpoint', true],
      [undefined, undefined],
    ]);
    expect(
      plan.surveillance.map(one => [one.id, one.everyMinutes, one.fromDays, one.toDays]),
    ).toEqual([
      ['W.1', 60, 0, 7],
      ['W.2', 1440, 0, 7],
    ]);
    expect(
      plan.stages.flatMap(({ id, phases }) => (phases.some(one => one.anyOrder) ? [id] : [])),
    ).toEqual(['D+1', 'D+7']);
    expect(plan.contacts.map(({ title, items }) => [title, items.length])).toEqual([
      ['Technical Team', 2],
      ['Escalation', 1],
    ]);
    expect(plan.checklist).toHaveLength(3);
  });

  it('has commands look at what they can', () => {
    const owed = plan.prerequisites.flatMap(({ items }) => items);
    expect(owed.flatMap(({ id, check }) => (check ? [[id, check.variables]] : []))).toEqual([
      ['P1.3', ['disk-minimum-gb']],
    ]);
    const boxes = [...plan.checkpoints[0]!.criteria, ...plan.rollback!.validation];
    expect(boxes.flatMap(({ id, check }) => (check ? [id] : []))).toEqual(['C1.3', 'V.1']);
    expect(plan.rollback!.proofs).toMatchObject([
      { id: 'R.2/p1', title: 'the backup of 1.3 is there', check: { variables: ['backup'] } },
    ]);
    expect(plan.checkpoints[0]!.actions.map(({ move, step }) => [move, step])).toEqual([
      ['read', '2.3'],
      ['redo', '2.2'],
      ['rollback', undefined],
    ]);
  });

  it('is proved by a rehearsal of its rollback', () => {
    const owed = plan.prerequisites.flatMap(({ items }) => items);
    expect(owed.flatMap(({ id, evidence }) => (evidence ? [[id, evidence]] : []))).toEqual([
      ['P1.2', { kind: 'rollback' }],
    ]);
  });

  it('opens and closes its window', () => {
    const steps = plan.stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps));
    const marked = steps.flatMap(({ id, kind, window }) => (window ? [[id, kind, window]] : []));
    expect(marked).toEqual([
      ['1.5', 'milestone', 'opens'],
      ['3.3', 'milestone', 'closes'],
    ]);
  });

  it.each(['rehearsal', 'production'])('has a valid environment: %s', name => {
    const { environment, diagnostics: faults } = readEnvironment(
      read(`environments/${name}.yaml`),
      {
        path: `${name}.yaml`,
        language: 'en',
      },
    );
    expect(faults).toEqual([]);
    expect(environment).toMatchObject({ name, protected: name === 'production' });
    const again = compile(read('plan.md'), { path: 'plan.md', environment: environment! });
    expect(again.diagnostics).toEqual([]);
  });
});
