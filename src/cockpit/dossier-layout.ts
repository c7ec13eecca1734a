/** Who gets which cells on a page about what surrounds the commands. */
import type { DossierRow, DossierView, Tone } from '../view/types.ts';
import type { Cells, Layout } from './layout.ts';
import { widthOf, wrap } from './text/fit.ts';

export interface DossierLayout {
  /** The detail stands at the right of the list; else below it, sharing a border. */
  beside: boolean;
  /** Borders included. */
  list: Cells;
  detail: Cells;
  /** Rows inside the list's frame. */
  rows: number;
}

/** Columns from which the detail has its place at the right. */
const wide = 140;
const leastList = 6;
/** Rows below the detail for the choices, whatever else there is to read. */
const leastChoices = 2;

/** The same whatever the cursor is on: below the list, what the longest detail leaves is the list's. */
export function dossierLayout({ columns, body }: Layout, dossier: DossierView): DossierLayout {
  if (columns >= wide) {
    const width = Math.floor(columns / 2);
    const list = { width, height: body };
    return { beside: true, list, detail: { ...list, width: columns - width }, rows: body - 2 };
  }
  const inner = body - 3;
  const needs = dossier.rows.map(row => needOf(row, columns - 4));
  const room = Math.max(leastList, Math.floor(inner / 2), inner - Math.max(0, ...needs));
  const rows = Math.min(room, Math.max(leastList, dossier.rows.length), inner - 1);
  return {
    beside: false,
    list: { width: columns, height: rows + 1 },
    detail: { width: columns, height: body - rows - 1 },
    rows,
  };
}

/** Rows of a detail with its choices below their heading. */
function needOf(row: DossierRow, width: number): number {
  const { choices } = row;
  return detailLines(row, width).length + (choices.length > 0 ? choices.length + 1 : 0);
}

export interface DetailLine {
  text: string;
  tone: Tone;
}

/** What is shown of the row under the cursor, in rows of at most `width` cells; its text too where the frame cuts it. */
export function detailLines(row: DossierRow, width: number): DetailLine[] {
  const title: DossierRow['detail'] = isCut(row, width + 4)
    ? [{ text: row.text, tone: 'normal' }]
    : [];
  return [...title, ...row.detail].flatMap(({ text, tone }) =>
    text.split('\n').flatMap(line => wrap(line, width).map(part => ({ text: part, tone }))),
  );
}

/** Beside a badge of 60 % at most, the top border has room for that much less. */
function isCut({ text, badge }: DossierRow, width: number): boolean {
  const note = badge ? widthOf(`${badge.glyph} ${badge.word}`) : -2;
  return widthOf(text) > width - 10 - Math.min(note, Math.floor(width * 0.6));
}

/** Rows for the choices in a frame of that height, their heading left out; 0 for none. */
export function choicesHeight(
  { readOnly }: { readOnly: boolean },
  { choices }: DossierRow,
  { height }: Cells,
): number {
  if (readOnly) return 0;
  const most = Math.max(leastChoices, Math.floor((height - 2) / 2) - 1);
  return Math.min(choices.length, most);
}

/** Rows left to the detail itself. */
export function detailHeight(s: { readOnly: boolean }, row: DossierRow, cells: Cells): number {
  const choices = choicesHeight(s, row, cells);
  return Math.max(1, cells.height - 2 - (choices > 0 ? choices + 1 : 0));
}
