import { expect, test } from 'vitest';
import type { Terminal } from '../driver.ts';
import { openHome } from './support/program.ts';
import { read } from './support/reading.ts';
import { writeSmallPlan } from './support/small-plan.ts';
import { walk } from './support/walker.ts';

test('in 80×24 and in English, the keys on screen lead past the first checkpoint', async () => {
  const home = openHome();
  const terminal = home.rehearse(['--lang', 'en'], { cols: 80, rows: 24 });

  const walked = await walk(terminal, 'en', { until: ({ step }) => step === '4.4' });
  expect(walked.slice(-3)).toEqual(['4.1', '4.2', '4.3']);
  expect(home.run().entries('checkpoint.passed')).toMatchObject([{ step: '4.3' }]);
  expect(
    home
      .run()
      .entries('item.ticked')
      .map(({ item }) => item),
  ).toEqual(['C1.1', 'C1.4']);
  expect(home.run().checked().slice(-2)).toEqual([
    ['C1.2', true],
    ['C1.3', true],
  ]);
  expect(terminal.text()).toMatch(/UNDERWAY/);

  terminal.press('q');
  await terminal.waitForEnd();
  expect(terminal.text()).toContain('To come back: bascule resume');
}, 90_000);

test('a window that is too small says so, and all comes back with the room', async () => {
  const home = openHome();
  const terminal = home.open(['run', writeSmallPlan(home.folder), '--env', 'rehearsal'], {
    cols: 80,
    rows: 24,
  });
  await terminal.waitFor(() => read(terminal, 'fr').enter);

  terminal.resize(79, 24);
  await terminal.waitFor(/Fenêtre trop petite[\s\S]*80 × 24/);
  expect(terminal.text()).not.toContain('1.1');

  for (const columns of [70, 100, 90, 130, 81]) terminal.resize(columns, 40);
  terminal.resize(120, 36);
  await terminal.waitFor(isWhole, { message: 'a whole screen at 120×36' });
});

/** Every frame closes on its own row, and nothing of other sizes is left. */
function isWhole(terminal: Terminal): boolean {
  const rows = terminal.screen();
  const framed = rows.filter(row => /^[┌│└├]/.test(row));
  return (
    rows.filter(row => row.includes('1 Plan')).length === 1 &&
    framed.length === 32 &&
    framed.every(row => row.length === 120 && /[┐│┘┤]$/.test(row)) &&
    /q détacher/.test(rows.at(-1) ?? '')
  );
}
