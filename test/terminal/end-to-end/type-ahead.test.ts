import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { until } from '../../plans/ops-bail-mobilite/rehearsal.ts';
import type { Terminal } from '../driver.ts';
import { operatorAt } from '../operator.ts';
import { type Home, openHome } from './support/program.ts';
import { writeSmallPlan } from './support/small-plan.ts';
import { walk } from './support/walker.ts';

/** Comes back to a run whose next command waits, with a key typed before anything is on the screen. */
async function resumeTyping(home: Home, key: string): Promise<Terminal> {
  const plan = writeSmallPlan(home.folder, { slow: 'true' });
  const first = home.open(['run', plan, '--env', 'rehearsal', '--lang', 'fr']);
  await walk(first, 'fr', { until: ({ step, enter }) => step === '1.2' && enter });
  first.press('q');
  await first.waitForEnd();
  const terminal = home.open(['resume', '--lang', 'fr']);
  const helms = () => home.run().entries('helm.taken').length;
  await until(() => helms() === 2, 'the helm is taken: the screen comes next');
  terminal.press(key);
  const operator = operatorAt(terminal);
  await operator.reads('q détacher');
  await operator.considers();
  // Once the help is there, whatever was typed before it has had its effect.
  operator.does('?');
  await operator.reads('Toutes les touches');
  return terminal;
}

test('Enter typed before the first screen starts no command', async () => {
  const home = openHome();
  await resumeTyping(home, 'Enter');
  expect(home.run().started()).toEqual([]);
});

test('a letter typed before the first screen leaves no trace on it', async () => {
  const home = openHome();
  const terminal = await resumeTyping(home, 'z');
  expect(terminal.screen()[0]).toMatch(/^ REHEARSAL .* \d\d:\d\d:\d\d\W?$/);
});

test('an Enter too many after a GO does not answer for a step that nobody has seen', async () => {
  const home = openHome();
  const plan = writeSmallPlan(home.folder, { slow: 'true' });
  const terminal = home.open(['run', plan, '--env', 'rehearsal', '--lang', 'fr']);
  await walk(terminal, 'fr', { until: ({ asked }) => asked?.what === 'word' });
  terminal.press('GO');
  await delay(150);
  terminal.press('Enter');
  await delay(40);
  terminal.press('Enter');
  await operatorAt(terminal).considers();
  expect(home.run().entries('gate.passed')).toHaveLength(1);
  expect(
    home
      .run()
      .entries('step.confirmed')
      .map(({ step }) => step),
  ).toEqual(['1.1']);
});

test('Enter held down does one thing', async () => {
  const home = openHome();
  const terminal = home.rehearse(['--lang', 'fr']);
  await walk(terminal, 'fr', { until: ({ step, enter }) => step === 'J-7.1' && enter });
  await operatorAt(terminal).considers();
  // As keyboards repeat: half a second, then thirty times a second.
  terminal.press('Enter');
  await delay(450);
  for (let count = 0; count < 15; count += 1) {
    terminal.press('Enter');
    await delay(33);
  }
  await operatorAt(terminal).considers();
  expect(home.run().entries('step.confirmed')).toHaveLength(1);
});
