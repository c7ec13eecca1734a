import { expect, test } from 'vitest';
import type { Plan } from '../../../src/plan/types.ts';
import { type Home, missionPlan, openHome } from './support/program.ts';
import { walk } from './support/walker.ts';

/** Ids of every step of the stages, as `show --json` gives them. */
async function stepsOfPlan(home: Home): Promise<string[]> {
  const { stdout } = await home.cli(['show', missionPlan, '--json']);
  const { plan } = JSON.parse(stdout) as { plan: Plan };
  return plan.stages.flatMap(({ phases }) => phases.flatMap(({ steps }) => steps.map(s => s.id)));
}

test('the keys on screen carry a rehearsal from J-7 to the end, at 120×36, in French', async () => {
  const home = openHome();
  const terminal = home.rehearse(['--lang', 'fr'], { cols: 120, rows: 36 });

  const walked = await walk(terminal, 'fr');
  // After the last step, the final checklist closes the run.
  expect(walked).toEqual([...(await stepsOfPlan(home)), 'Liste']);
  expect(terminal.text()).toContain('Le plan est allé à son terme.');

  terminal.press('q');
  expect(await terminal.waitForEnd()).toEqual({ code: 0, signal: 0 });
  expect(terminal.text()).toContain('déploiement terminé');

  const run = home.run();
  const { target } = run;
  expect(target.query('SELECT count(*) FROM bail_mobilites')).toBe(220);
  expect(target.query('SELECT count(*) FROM missions WHERE bail_mobilite_id IS NOT NULL')).toBe(
    440,
  );
  expect(target.version()).toBe('v1.0.0');
  expect((await target.visit('/')).status).toBe(200);
  expect((await target.visit('/bail-mobilites')).status).toBe(200);
  expect(await target.visit('/health')).toMatchObject({ status: 200 });

  expect(new Set(run.started()).size).toBe(run.started().length);
  expect(await home.cli(['verify', run.id])).toMatchObject({ code: 0, stderr: '' });
}, 120_000);
