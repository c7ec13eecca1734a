import { describe, expect, test } from 'vitest';
import {
  choicesHeight,
  detailHeight,
  detailLines,
  dossierLayout,
} from '../../src/cockpit/dossier-layout.ts';
import { layoutOf } from '../../src/cockpit/layout.ts';
import { dossiers, line, messages } from './dossiers.ts';
import { choice } from './sample.ts';

const layout = (columns: number, rows: number) => layoutOf({ columns, rows }, null, false);
const lines = (count: number, detail: number) => ({
  ...messages,
  rows: Array.from({ length: count }, (_, at) =>
    line(`${at}`, `row ${at}`, {
      detail: Array.from({ length: detail }, () => ({ text: 'x', tone: 'normal' as const })),
    }),
  ),
});

describe.each(Object.values(dossiers))('the page $title', page => {
  test.each([
    [80, 24],
    [120, 36],
    [139, 24],
  ])('at %i×%i: at least six rows of list above the detail, and nothing left over', (...size) => {
    const { beside, list, detail, rows } = dossierLayout(layout(...size), page);
    expect(beside).toBe(false);
    expect(rows).toBeGreaterThanOrEqual(6);
    expect(list.height + detail.height).toBe(size[1] - 4);
    expect([list.width, detail.width]).toEqual([size[0], size[0]]);
  });

  test('from 140 columns the detail stands at the right', () => {
    const { beside, list, detail } = dossierLayout(layout(141, 40), page);
    expect(beside).toBe(true);
    expect(list.width + detail.width).toBe(141);
    expect([list.height, detail.height]).toEqual([36, 36]);
  });
});

test('what the longest detail leaves is the list’s, wherever the cursor is', () => {
  expect(dossierLayout(layout(80, 24), lines(40, 2)).rows).toBe(15);
  expect(dossierLayout(layout(80, 24), lines(40, 30)).rows).toBe(8);
  expect(dossierLayout(layout(80, 24), lines(7, 30)).rows).toBe(7);
});

test('choices keep half of the detail at most, and two rows at least; observers have none', () => {
  const row = line('a', 'A', { choices: Array.from({ length: 9 }, () => choice('note')) });
  const cells = { width: 80, height: 12 };
  expect(choicesHeight({ readOnly: false }, row, cells)).toBe(4);
  expect(choicesHeight({ readOnly: false }, row, { ...cells, height: 6 })).toBe(2);
  expect(detailHeight({ readOnly: false }, row, cells)).toBe(5);
  expect(detailHeight({ readOnly: true }, row, cells)).toBe(10);
});

test('a text that the border cuts is said in full below it, and only then', () => {
  const badge = { glyph: '›', word: 'à faire', tone: 'active' as const };
  const told = (length: number) => detailLines(line('a', 'x'.repeat(length), { badge }), 76).length;
  expect([told(61), told(62)]).toEqual([0, 1]);
  const long = `${'mot '.repeat(25)}fin`;
  expect(
    detailLines(line('a', long, { badge }), 76)
      .map(({ text }) => text)
      .join(' '),
  ).toBe(long);
});
