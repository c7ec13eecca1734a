import { describe, expect, test } from 'vitest';
import { inside } from '../../../src/cockpit/layout.ts';
import { initialUi } from '../../../src/cockpit/model/ui.ts';
import { type StepAreas, stepAreas } from '../../../src/cockpit/panes/step-areas.ts';
import type { ScreenView } from '../../../src/view/types.ts';
import { alerts, card, failedStep, failedView } from './hard-views.ts';
import { lookOf, type Screen, situationOf } from './situation.ts';

const job = failedStep.job!;
const printed = { job, text: Array.from({ length: 99 }, (_, at) => `ligne ${at}\n`).join('') };

function areas(screen: Screen, view: ScreenView = failedView(), scrolled = false): StepAreas {
  const s = situationOf(view, screen);
  if (scrolled) s.output = { ...s.output, anchor: { offset: 0, row: 0 } };
  const { width } = s.layout.panes.step!;
  const room = { width: width - 4, height: inside(s.layout, 'step'), focused: true };
  return stepAreas(lookOf(), initialUi(false), s, room);
}

describe('at 80×24 what matters most comes first', () => {
  const { sheet, choices } = areas({ output: printed });

  test('how it ended and the time left to go back, on the first row', () => {
    expect(sheet[0]).toMatch(/^✗ code 137 : tuée \(KILL\) .*retour tenable encore 2 h 51/);
  });

  test('then the first error, then the end of the output, behind a bar', () => {
    const bars = sheet.filter(row => row.startsWith('│ '));
    expect(bars[0]).toContain('SQLSTATE[42S02]');
    expect(bars.at(-1)).toContain('Killed');
    expect(bars).toHaveLength(6);
  });

  test('then whom to call, in one line, and how many more there are', () => {
    expect(sheet.find(row => row.startsWith('Appeler DBA'))).toMatch(/00 00 00 00 01 +\+2 *$/);
  });

  test('the rest is said to be there', () => {
    expect(sheet.at(-1)).toMatch(/↓ \d+ au-dessous · z agrandit/);
  });

  test('every way out: the first ones with what follows, the others in one row', () => {
    expect(choices[0]).toMatch(/^Entrée Relancer 3\.3 .*effets/);
    expect(choices.at(-1)).toMatch(/Passer 3\.3 .*Retour arrière .*Abandonner/);
    expect(choices).toHaveLength(4);
  });
});

test('at 120×36 all of it is there', () => {
  const { sheet, choices } = areas({ columns: 120, rows: 36, output: printed });
  const text = [...sheet, ...choices].join('\n');
  for (const said of [
    card.timing,
    'Exécution des migrations de base · objectif',
    '$ php artisan migrate --force',
    'Direction 00 00 00 00 03',
    '3. Si problème majeur : déclencher rollback',
    '→ relire la sortie de 3.3',
    "Tout s'arrête en l'état",
  ]) {
    expect(text).toContain(said);
  }
  expect(text).not.toContain('au-dessous');
});

describe('the same lines are never shown twice', () => {
  test('the output waits behind the card', () => {
    expect(areas({ output: printed })).toMatchObject({ hidden: true });
    expect(areas({ columns: 120, rows: 36, output: printed })).toMatchObject({ hidden: true });
  });

  test('scrolling opens it, under how it ended and the time left', () => {
    const { sheet, hidden, output } = areas({ output: printed }, failedView(), true);
    expect(hidden).toBe(false);
    expect(output).toBe(7);
    expect(sheet).toHaveLength(1);
    expect(sheet[0]).toContain('code 137');
  });

  test('where it has room for more than the card says, it takes the place of the last lines', () => {
    const { sheet, hidden, output } = areas({ columns: 120, rows: 60, output: printed });
    expect({ hidden, enough: output >= 8 }).toEqual({ hidden: false, enough: true });
    expect(sheet.join('\n')).toContain('SQLSTATE[42S02]');
    expect(sheet.join('\n')).not.toContain('Killed');
  });
});

test('a command beside the plan shows its output in front of the card', () => {
  const aside = {
    job: '0009-adhoc',
    title: '! df -h',
    badge: { glyph: '✓', word: 'code 0 · 0,2 s', tone: 'good' as const },
    live: false,
  };
  const { sheet, hidden, output } = areas(
    { output: { job: '0009-adhoc', text: 'disque plein' } },
    failedView({ aside }),
  );
  expect(sheet).toHaveLength(1);
  expect({ hidden, output }).toEqual({ hidden: false, output: 7 });
});

test('a last line that is alone is read to its end', () => {
  const text = `68%/runs/${'a'.repeat(90)}/script: line 1: 12563 Killed`;
  const current = { ...failedStep, card: { ...card, lines: [{ text, kind: 'last' as const }] } };
  const { sheet } = areas({}, failedView({ current }));
  expect(sheet.filter(row => row.startsWith('│ ')).at(-1)).toContain('Killed');
});

test('without people, timing or lines nothing stands in their place', () => {
  const bare = { ...card, lines: [], people: [], timing: '', purpose: '' };
  const current = {
    ...failedStep,
    card: { ...bare, returnLeft: { text: '', tone: 'normal' as const } },
  };
  const { sheet } = areas({}, failedView({ current, alerts }));
  expect(sheet[0]).toMatch(/^✗ code 137 : tuée \(KILL\) +$/);
  expect(sheet[1]).toMatch(/^\$ php artisan/);
});
