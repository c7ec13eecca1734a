import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { inside } from '../../../src/cockpit/layout.ts';
import { initialUi, type Ui } from '../../../src/cockpit/model/ui.ts';
import { stepAreas } from '../../../src/cockpit/panes/step-areas.ts';
import type { ScreenView, StepView } from '../../../src/view/types.ts';
import { badges, box, checkpointView, step, view } from '../sample.ts';
import { card, checkingView, failedStep, failedView, refusedView } from './hard-views.ts';
import { lookOf, situationOf } from './situation.ts';

const large = { columns: 120, rows: 50 };

function sheetOf(shown: ScreenView, screen = large, ui: Ui = initialUi(false)): string[] {
  const s = situationOf(shown, screen);
  const { width } = s.layout.panes.step!;
  const room = { width: width - 4, height: inside(s.layout, 'step'), focused: true };
  return stepAreas(lookOf(), ui, s, room).sheet;
}

const of = (current: StepView) => view({ current });

describe('boxes', () => {
  const sheet = sheetOf(checkingView());
  const at = (text: string) => sheet.findIndex(row => row.includes(text));

  test('the green ones are counted; the red ones stand apart', () => {
    expect(sheet[at('Critères')]).toMatch(/1\/4 · 1 ✗ *$/);
    const calm = sheetOf(checkpointView());
    expect(calm.find(row => row.includes('Critères'))).toMatch(/1\/4 *$/);
  });

  test('who ticked it stands beside it', () => {
    expect(sheet[at('Migration dry-run')]).toMatch(/vérifié \(ops 07:44\) *$/);
  });

  test('evidence that does not fit beside stands below, whole', () => {
    const below = sheet.slice(at('Statistiques') + 1, at('Statistiques') + 3).join(' ');
    expect(below.replace(/ +/g, ' ')).toContain(
      'attendu 64 000 missions, trouvé 18 412 : les lots 38 à 128 manquent · 07:44',
    );
  });

  test('a check that runs turns, and says so', () => {
    expect(sheet[at('Aucune corruption')]).toMatch(/[⠋⠙⠸⠴⠦⠇] Aucune .* la commande vérifie…/);
  });

  test('one that a command will look at says so', () => {
    expect(sheet[at("Temps d'exécution")]).toMatch(/par commande *$/);
  });

  test('a title longer than its row is read to its end', () => {
    const title = `${'très '.repeat(30)}long`;
    const rows = sheetOf(of(step({ kind: 'manual', job: null, boxes: [box('1/1', title)] })));
    expect(rows.join(' ')).toContain('long');
  });

  test('the one under the cursor stays in sight, with what is said of it', () => {
    const boxes = Array.from({ length: 40 }, (_, n) => ({
      ...box(`C1.${n}`, `Critère ${n}`, 'fail' as const),
      note: `preuve ${n} `.repeat(8).trim(),
    }));
    const ui = { ...initialUi(false), cursors: { boxes: 'C1.20' } };
    const rows = sheetOf(
      of(step({ kind: 'checkpoint', job: null, boxes })),
      { columns: 80, rows: 24 },
      ui,
    );
    expect(rows.join('\n')).toMatch(/> . Critère 20/);
    expect(rows.join('\n')).toContain('preuve 20');
    expect(rows[0]).toContain('au-dessus');
    expect(rows.at(-1)).toContain('au-dessous');
  });
});

describe('after a NO-GO', () => {
  test('the actions are a list with the only cursor, each with what Enter does', () => {
    const rows = sheetOf(refusedView());
    expect(rows.find(row => row.startsWith('> 1. Analyser'))).toMatch(
      /→ relire la sortie de 4\.1 *$/,
    );
    expect(rows.filter(row => row.startsWith('> '))).toHaveLength(1);
  });

  test('the cursor goes down the list', () => {
    const ui = { ...initialUi(false), cursors: { actions: '2' } };
    const rows = sheetOf(refusedView(), { columns: 80, rows: 24 }, ui);
    expect(rows.find(row => row.startsWith('> '))).toMatch(
      /> 3\. Relancer .*→ refaire depuis 4\.1/,
    );
  });

  test('they come before the criteria', () => {
    const text = sheetOf(refusedView()).join('\n');
    expect(text.indexOf('1. Analyser')).toBeLessThan(text.indexOf('Critères'));
  });
});

describe('commands', () => {
  const command = { index: 0, language: 'bash', script: 'mysql ops', status: badges.waiting };

  test('an amended one and an interactive one say so beside their status', () => {
    const rows = sheetOf(
      of(step({ job: null, commands: [{ ...command, amended: true, interactive: true }] })),
    );
    expect(rows.find(row => row.startsWith('$ mysql ops'))).toMatch(
      /modifiée \(M\) · interactive · · à venir *$/,
    );
  });
});

describe('a command beside the plan', () => {
  const aside = {
    job: '0009-adhoc',
    title: '! df -h',
    badge: { glyph: '●', word: 'en cours · 3 s', tone: 'active' as const },
    live: true,
  };

  test('is mentioned while it runs out of sight', () => {
    expect(sheetOf(view({ aside }))[0]).toMatch(/^! df -h .*en cours · 3 s *$/);
  });

  test('is not once it ended', () => {
    expect(sheetOf(view({ aside: { ...aside, live: false } }))[0]).not.toContain('df -h');
  });

  test('is not when a box in view turns for it', () => {
    expect(sheetOf(checkingView()).filter(row => row.includes('Aucune corruption'))).toHaveLength(
      1,
    );
  });
});

test('rows fill their width exactly, whatever the plan and the commands say', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 120 }),
    fc.constantFrom('本番環境で実行する '.repeat(9), '\x1b[31mrouge\x1b[0m', 'é→« »…'.repeat(20)),
  );
  const sized = fc.constantFrom({ columns: 80, rows: 24 }, { columns: 120, rows: 36 });
  fc.assert(
    fc.property(
      text,
      text,
      sized,
      fc.boolean(),
      fc.boolean(),
      (one, two, screen, ascii, failing) => {
        const current: StepView = {
          ...failedStep,
          failing,
          ...(failing
            ? {}
            : {
                card: { ...card, status: one, timing: two, lines: [{ text: two, kind: 'last' }] },
              }),
          boxes: [{ ...box('1', one, 'fail'), note: two }],
          actions: [{ text: two, label: one, move: null }],
        };
        if (failing) delete (current as Partial<StepView>).card;
        const look = lookOf(ascii);
        const s = situationOf(failedView({ current }), { ...screen, look });
        const width = s.layout.panes.step!.width - 4;
        const room = { width, height: inside(s.layout, 'step'), focused: true };
        const { sheet, choices } = stepAreas(look, initialUi(false), s, room);
        expect(sheet.length + choices.length).toBeLessThanOrEqual(room.height);
        for (const row of [...sheet, ...choices]) {
          expect(stringWidth(row)).toBe(width);
          if (ascii) expect(row).toMatch(/^[\x20-\x7e]*$/);
        }
      },
    ),
    { numRuns: 300 },
  );
});
