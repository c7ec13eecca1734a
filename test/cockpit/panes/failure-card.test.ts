import { describe, expect, test } from 'vitest';
import { inside } from '../../../src/cockpit/layout.ts';
import { initialUi, type Ui } from '../../../src/cockpit/model/ui.ts';
import { cardTop } from '../../../src/cockpit/panes/card-top.ts';
import { type StepAreas, stepAreas } from '../../../src/cockpit/panes/step-areas.ts';
import { cardMoved } from '../../../src/cockpit/panes/step-scroll.ts';
import type { ScreenView } from '../../../src/view/types.ts';
import { alerts, card, failedStep, failedView } from './hard-views.ts';
import { lookOf, type Screen, situationOf } from './situation.ts';

const job = failedStep.job!;
const printed = { job, text: Array.from({ length: 99 }, (_, at) => `ligne ${at}\n`).join('') };

function areas(
  screen: Screen,
  view: ScreenView = failedView(),
  scrolled = false,
  ui = initialUi(false),
): StepAreas {
  const s = situationOf(view, screen);
  if (scrolled) s.output = { ...s.output, anchor: { offset: 0, row: 0 } };
  const { width } = s.layout.panes.step!;
  const room = { width: width - 4, height: inside(s.layout, 'step'), focused: true };
  return stepAreas(lookOf(), ui, s, room);
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
    expect(sheet.at(-1)).toMatch(/↓ \d+ au-dessous · Pg suiv · z agrandit/);
  });

  test('every way out: the first ones with what follows, the others in one row', () => {
    expect(choices[0]).toMatch(/^Entrée Relancer 3\.3 .*effets/);
    expect(choices.at(-1)).toMatch(/Passer 3\.3 .*Retour arrière .*Abandonner/);
    expect(choices).toHaveLength(4);
  });
});

describe.each([null, 'step'] as const)('scrolled at 80×24, enlarged: %s', zoomed => {
  const screen = { output: printed, zoomed };
  const look = lookOf();
  const press = (ui: Ui, rows: number) =>
    cardMoved(look, ui, situationOf(failedView(), screen), { type: 'scroll', rows });
  const drawn = (ui: Ui) => areas(screen, failedView(), false, { ...ui, zoomed: zoomed !== null });

  test('by pages or line by line, everything that it says comes by', () => {
    for (const by of [1, 99]) {
      let ui = { ...initialUi(false), zoomed: zoomed !== null };
      const seen = [...drawn(ui).sheet];
      for (let at = 0; at < 40; at++) {
        ui = press(ui, by)!;
        seen.push(...drawn(ui).sheet);
      }
      const text = seen.join('\n');
      for (const said of [card.timing, 'Direction 00 00 00 00 03', '3. Si problème majeur'])
        expect(text).toContain(said);
      expect(drawn(ui).sheet.at(-1)).toContain('3. Si problème majeur');
      expect(drawn(ui).sheet[0]).toContain('au-dessus');
    }
  });

  test('the ways out stay below, with what follows', () => {
    const { choices } = drawn(press(initialUi(false), 99)!);
    expect(choices.find(row => row.startsWith('M'))).toContain('La commande de cette exécution');
  });

  test('above its top comes the output; another attempt starts at the top', () => {
    expect(press(initialUi(false), -1)).toBeNull();
    const down = press(initialUi(false), 99)!;
    expect(press(press(down, -99)!, -99)?.card?.top ?? 0).toBe(0);
    expect(cardTop(down, failedStep)).toBeGreaterThan(0);
    expect(cardTop(down, { ...failedStep, job: '0008-p3s3-a2' })).toBe(0);
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
