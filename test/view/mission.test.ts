/** The mission's own plan, and the document it comes from, driven to their ends through the choices offered. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/plan/compile.ts';
import type { Plan } from '../../src/plan/types.ts';
import { Journey } from './journey.ts';

const read = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const documents: [string, string][] = [
  ["the mission's plan", read('plans/ops-bail-mobilite/plan.md')],
  ['the document', read('../shared/seed/plan-de-deploiement.md')],
];

describe.each(documents)('%s', (_, path) => {
  const open = (): Journey => {
    const { plan } = compile(readFileSync(path, 'utf8'), { path });
    return bound(new Journey({ ...plan, timezone: 'Europe/Paris' }, '2026-12-01T05:00:00.000Z'));
  };

  test.skipIf(!existsSync(path))(
    'goes from the first stage to the last in well-formed screens',
    () => {
      const journey = open();
      const rows = journey.view.tree;
      expect(rows.filter(row => row.kind === 'stage').map(row => row.number)).toEqual([
        'J-7',
        'J-1',
        'Jour J',
        'J+1',
        'J+7',
        'J+30',
      ]);
      expect(new Set(rows.map(row => row.key)).size).toBe(rows.length);
      expect(rows.filter(row => row.depth === 1 && row.kind === 'phase')).toHaveLength(8);
      for (let guard = 0; journey.view.ending === null && guard < 200; guard += 1) {
        journey.now += 60_000;
        journey.pass();
        expect(JSON.stringify(journey.view)).not.toMatch(/\\u00[01]|undefined|NaN|\[object/);
      }
      expect(journey.view.ending?.badge.word).toBe('TERMINÉ');
      expect(journey.view.header.ratio).toBe(1);
    },
  );

  test.skipIf(!existsSync(path))('knows its window and its last tenable rollback', () => {
    const journey = open().until('1.6').at('05:30');
    const figures = journey.view.header.figures.map(figure => figure.text);
    expect(figures).toContain('phase 1/8');
    expect(figures).toContain('coupure 06:30 → 10:30');
    // Nobody has looked at the files of the document's rollback yet.
    expect(figures.at(-1)).toMatch(/^retour (possible )?jusqu'à 10:00/);
  });

  test.skipIf(!existsSync(path))('comes back through its rollback', () => {
    const journey = open().until('4.7').choose('noGo', { reason: 'écart' });
    journey.choose('rollback', { reason: 'écart', option: 'Corruption de données détectée' });
    expect(journey.view.tree[0]?.title).toBe('Retour arrière');
    for (let guard = 0; journey.view.ending === null && guard < 40; guard += 1) journey.pass();
    expect(journey.view.header.status.word).toBe('REVENU EN ARRIÈRE');
  });
});

/** Every variable of the plan has a value, as at the end of a rehearsal. */
function bound(journey: Journey): Journey {
  for (const { name } of namesIn(journey.plan)) {
    journey.say({ type: 'variable.bound', name, value: 'v', source: 'asked' });
  }
  return journey;
}

function namesIn({ variables, stages, rollback }: Plan): { name: string }[] {
  const steps = stages.flatMap(stage => stage.phases.flatMap(phase => phase.steps));
  const used = [...steps, ...(rollback?.steps ?? [])].flatMap(step =>
    step.commands.flatMap(command => command.variables),
  );
  return [...new Set([...variables.map(one => one.name), ...used])].map(name => ({ name }));
}
