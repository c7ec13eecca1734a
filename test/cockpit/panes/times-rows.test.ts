import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { initialUi } from '../../../src/cockpit/model/ui.ts';
import { timesRows } from '../../../src/cockpit/panes/times-rows.ts';
import type { TimeRow } from '../../../src/view/types.ts';
import { failedView, alerts as someAlerts } from './hard-views.ts';
import { times } from './hours.ts';
import { lookOf, situationOf } from './situation.ts';

const ui = { ...initialUi(false), page: 'times' as const };

function rowsOf(width: number, height = 60, shown: TimeRow[] = times, alerts = someAlerts) {
  const look = lookOf();
  const s = situationOf(failedView({ times: shown, alerts }), { look });
  return timesRows(look, ui, s, { width, height });
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
  expect(rows[2]).toContain('Prévu');
  expect(rows[3]).toContain('Fermeture');
  expect(rows.join('\n')).toMatch(/> +4\.28 Lot 28/);
});

test('alerts never push the rows out', () => {
  const many = Array.from({ length: 20 }, (_, at) => ({ text: `${at}`, tone: 'bad' as const }));
  const rows = rowsOf(76, 12, times, many);
  expect(rows).toHaveLength(12);
  expect(rows.join('\n')).toContain('3.3 Exécution');
});

test('without any hours the heading stands alone', () => {
  expect(rowsOf(76, 10, [], [])).toHaveLength(1);
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
