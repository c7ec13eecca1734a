import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { operatorAt } from '../operator.ts';
import { openHome } from './support/program.ts';
import { slowly, writeSmallPlan } from './support/small-plan.ts';
import { walk } from './support/walker.ts';

test('row 37: a second cockpit is told who has the helm, where and since when; it may take it', async () => {
  const home = openHome();
  const plan = writeSmallPlan(home.folder, { slow: slowly(12) });
  const first = home.open(['run', plan, '--env', 'rehearsal', '--lang', 'fr']);
  await walk(first, 'fr', { until: ({ step, running }) => step === '1.3' && running });
  await first.waitFor('ligne 2');
  const run = home.run();

  const refused = home.open(['resume', '--lang', 'fr']);
  expect(await refused.waitForEnd()).toMatchObject({ code: 5 });
  const { operator: who, host, terminal } = run.entries('helm.taken')[0]!.helm;
  expect(terminal).toMatch(/^\/dev\//);
  const said = refused.text().replaceAll('\n', ' ').replaceAll(/ +/g, ' ');
  expect(said).toContain(`La barre est tenue par ${who} sur ${host} (${terminal}) depuis 20`);
  expect(said).toContain('--take-over');

  // Without a terminal there is nobody to confirm a take-over; who asks for it by flag has said so.
  expect(await home.cli(['resume', '--unattended'])).toMatchObject({ code: 5 });

  const timid = home.open(['resume', '--take-over', '--lang', 'fr']);
  await operatorAt(timid).reads('Tapez PRENDRE');
  timid.type('oui\r');
  expect(await timid.waitForEnd()).toMatchObject({ code: 5 });
  expect(timid.text()).toContain('La barre n’a pas été prise.');
  expect(run.entries('helm.released')).toEqual([]);
  await operatorAt(first).reads('X arrêter');

  const second = home.open(['resume', '--take-over', '--lang', 'fr']);
  await operatorAt(second).reads('Tapez PRENDRE');
  second.type('PRENDRE\r');
  await operatorAt(second).reads('1.3 Commande longue');
  expect(await first.waitForEnd()).toMatchObject({ code: 0 });
  expect(first.altScreen()).toBe(false);
  expect(run.entries('helm.taken').at(-1)?.from).toMatchObject({ terminal });

  await walk(second, 'fr', { until: ({ step }) => step === '1.4' });
  expect(readFileSync(join(run.folder, 'fini'), 'utf8')).toBe('fini\n');
  expect(run.started().filter(step => step === '1.3')).toHaveLength(1);
}, 60_000);
