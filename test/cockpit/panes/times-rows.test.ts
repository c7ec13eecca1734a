import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { initialUi, type Ui } from '../../../src/cockpit/model/ui.ts';
import { timesRows } from '../../../src/cockpit/panes/times/rows.ts';
import type { ReadinessView, TimeRow } from '../../../src/view/types.ts';
import { failedView, alerts as someAlerts, unready } from './hard-views.ts';
import { times } from './hours.ts';
import { lookOf, situationOf } from './situation.ts';

const ui = { ...initialUi(false), page: 'times' as const };

function rowsOf(
  width: number,
  height = 60,
  shown: TimeRow[] = times,
  alerts = someAlerts,
  readiness: ReadinessView | null = null,
  more: Partial<Ui> = {},
) {
  const look = lookOf();
  const s = situationOf(failedView({ times: shown, alerts, readiness }), { look });
  return timesRows(look, { ...ui, ...more }, s, { width, height });
}

/** Cells before a text. */
const cellOf = (row: string, text: string) => stringWidth(row.slice(0, row.indexOf(text)));

describe.each([76, 96, 116, 176])('%i cells wide', width => {
  const rows = rowsOf(width);
  const find = (text: string) => rows.find(row => row.includes(text))!;

  test('columns are aligned, wide glyphs or not', () => {
    const heading = find('Prévu');
    expect(cellOf(find('3.2'), '06:50')).toBe(cellOf(heading, 'Prévu'));
    expect(cellOf(find('3.2'), '06:53')).toBe(cellOf(heading, 'Réel'));
    expect(cellOf(find('4.1 '), '08:03')).toBe(cellOf(heading, 'Estimé'));
    expect(find('3.3')).toMatch(/depuis 07:02 +(?:fin )?07:12 \(07:19\) +\+12 min$/);
  });

  test('what is under way and what must hold stand out without any colour', () => {
    expect(find('3.3 Exécution')).toMatch(/^> /);
    expect(find('Dernier retour tenable')).toMatch(
      /^◆ Dernier retour tenable +09:58 +encore 2 h 51/,
    );
  });

  test('every alert stands at the top', () => {
    expect(rows[0]).toContain('! Fin estimée 10:41');
    expect(rows[1]).toContain('! Le retour arrière ne tiendrait plus');
  });
});

test('in a narrow column a time loses its words, then its bad case', () => {
  const rows = rowsOf(76);
  expect(rows.find(row => row.includes('3.3'))).toMatch(/ {2}depuis 07:02 {3}07:12 \(07:19\)/);
  expect(rows.find(row => row.includes('4.1 '))).toMatch(/ {2}08:03–09:00 +\+3 min$/);
});

test('the rows around what is under way are in sight; the heading and the deadlines stay', () => {
  const late = times.map(line => ({ ...line, current: line.key === 'step:4.28' }));
  const rows = rowsOf(76, 14, late);
  expect(rows).toHaveLength(14);
  expect(rows[2]).toContain('Fermeture');
  expect(rows[5]).toContain('Prévu');
  expect(rows.join('\n')).toMatch(/> +4\.28 Lot 28/);
});

test('at 80 columns deadlines keep their whole names, and a margin stands in no column of hours', () => {
  const text = rowsOf(76, 18).join('\n');
  expect(text).toMatch(
    /◆ Marge avant le dernier retour tenable 5\.4 {2}28 min → -6 min \(-13 min\)/,
  );
  expect(text).toMatch(/◆ Fermeture de la fenêtre .*10:30 → 10:41 \(10:55\) {2}\+11 min/);
});

test('a long alert is read to its end', () => {
  const text = `Défaut du plan : ${'décision '.repeat(9)}à 09:25.`;
  expect(rowsOf(76, 18, times, [{ text, tone: 'bad' }])[1]).toContain('09:25.');
});

describe('the pieces of the way back', () => {
  const note = `ls : /backups/${'très-'.repeat(20)}long.sql.gz introuvable`;
  const pieces = unready.pieces.map(piece => ({ ...piece, detail: piece.detail && note }));

  test('are all there, whole, at 80×24', () => {
    const rows = rowsOf(76, 18, times, [], unready);
    const at = rows.findIndex(row => row.startsWith('Retour arrière ✗ il manque : sauvegarde'));
    expect(rows[at]).toMatch(/~30 min$/);
    expect(rows.slice(at + 1, at + 5).map(row => row.trim())).toEqual([
      '✓ version · là · v0.9.0',
      '✗ sauvegarde · en échec · ls : /backups/ops.sql.gz introuvable',
      '· commit · à venir · capturée en 3.1',
      '! jamais répété',
    ]);
    expect(rows[at + 5]).toContain('Prévu');
  });

  test('scroll with the hours where they are too many, each to its end', () => {
    const seen = pieces.map((_, at) =>
      rowsOf(76, 18, times, [], { ...unready, pieces }, { cursors: { times: `piece:${at}` } }),
    );
    expect(seen[1]!.join(' ').replaceAll(/ +/g, '')).toContain(note.replaceAll(' ', ''));
    expect(seen[3]!.join('\n')).toContain('> ! jamais répété');
    for (const rows of seen) expect(rows).toHaveLength(18);
  });
});

test('alerts never push the rows out', () => {
  const many = Array.from({ length: 20 }, (_, at) => ({ text: `${at}`, tone: 'bad' as const }));
  const rows = rowsOf(76, 12, times, many);
  expect(rows).toHaveLength(12);
  expect(rows.join('\n')).toContain('3.3 Exécution');
});

test('without any hours the heading stands alone', () => {
  expect(rowsOf(76, 10, [], [], null)).toHaveLength(1);
});

test('every row fills the width exactly, whatever is in it', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constant('本番'.repeat(30)),
  );
  const time = fc.record({
    key: fc.uuid(),
    kind: fc.constantFrom<TimeRow['kind']>('stage', 'phase', 'step', 'deadline'),
    number: fc.string({ maxLength: 6 }),
    title: text,
    planned: fc.constantFrom('', '06:30', '06:30–06:45'),
    actual: fc.constantFrom('', '06:30'),
    forecast: fc.constantFrom('', '07:12', '07:12 (07:19)', 'demain 00:12 (00:40)'),
    drift: fc.constantFrom('', '+3 min', '+1 h 02'),
    tone: fc.constantFrom<TimeRow['tone']>('muted', 'bad'),
    current: fc.boolean(),
  });
  fc.assert(
    fc.property(
      fc.array(time, { maxLength: 8 }),
      fc.integer({ min: 76, max: 180 }),
      (some, width) => {
        for (const row of rowsOf(width, 30, some)) expect(stringWidth(row)).toBe(width);
      },
    ),
  );
});
