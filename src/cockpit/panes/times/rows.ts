/** The page of hours: planned, actual and forecast, in columns that hold at every width. */
import type { TimeRow } from '../../../view/types.ts';
import { windowStart } from '../../components/window.ts';
import type { Look } from '../../look.tsx';
import { cursorOf, rowsOfList } from '../../model/lists.ts';
import type { Situation } from '../../model/situation.ts';
import type { Ui } from '../../model/ui.ts';
import { cell, widthOf, wrap } from '../../text/fit.ts';
import { row, type Span, type Theme } from '../../theme.ts';
import { deadlineRows } from './deadlines.ts';
import { pieceRows } from './pieces.ts';

const fields = ['planned', 'actual', 'forecast', 'drift'] as const;
type Field = (typeof fields)[number];
type Columns = Record<Field | 'title', number>;

/** Cells between two columns. */
const gap = 2;
/** Before a title: the cursor, or the sign of what is under way. */
const signs = 2;
const leastTitle = 24;
/** Cells that are enough for a time with a word, or with its bad case. */
const enough = 13;

/** Rows of the table that pieces of the way back never push out. */
const leastTable = 4;

interface Room {
  width: number;
  height: number;
}

interface Table {
  theme: Theme;
  columns: Columns;
  width: number;
  /** Key of the row under the cursor. */
  selected: string | undefined;
}

/**
 * Alerts, deadlines and the pieces of the way back stay at the top, whatever is scrolled below them; pieces
 * that are too many scroll with the rest. `height` rows at most.
 */
export function timesRows(look: Look, ui: Ui, s: Situation, room: Room): string[] {
  const { theme } = look;
  const { width, height } = room;
  const listed = rowsOfList('times', ui, s);
  const selected = listed[cursorOf('times', listed, ui, s)]?.key;
  const table: Table = { theme, columns: columnsOf(look, s.view.times, width), width, selected };
  const byKey = new Map(s.view.times.map(line => [line.key, line]));
  const shown = listed.flatMap(({ key }) => byKey.get(key) ?? []);
  const deadlines = shown.filter(({ kind }) => kind === 'deadline');
  const top = [
    ...alertRows(look, s, room),
    ...deadlineRows(theme, deadlines, selected, width).slice(0, Math.floor(height / 3)),
  ];
  const pieces = pieceRows(look, s, { width, selected, listed: new Set(listed.map(r => r.key)) });
  const pinned = pieces.length <= height - top.length - 1 - leastTable;
  const lines = [
    ...(pinned ? [] : pieces),
    ...shown
      .filter(({ kind }) => kind !== 'deadline')
      .map(line => ({ key: line.key, row: timeRow(table, line) })),
  ];
  const head = [...top, ...(pinned ? pieces.map(piece => piece.row) : []), headingRow(look, table)];
  const left = height - head.length;
  const cursor = lines.findIndex(({ key }) => key === selected);
  const start = windowStart(lines.length, left, Math.max(0, cursor));
  return [...head, ...lines.slice(start, start + left).map(line => line.row)];
}

/** Whole: what an alert has to say is at its end. */
function alertRows({ theme }: Look, { view }: Situation, { width, height }: Room): string[] {
  return view.alerts
    .flatMap(({ text, tone }) => wrap(`! ${text}`, width).map(part => ({ text: part, tone })))
    .slice(0, Math.floor(height / 4))
    .map(({ text, tone }) => row(theme, width, [{ text, tone, strong: true }]));
}

/** As wide as what is in them; where the title would be short of room, they are only as wide as enough. */
function columnsOf({ words }: Look, times: readonly TimeRow[], width: number): Columns {
  const headings = words.cockpit.panes.columns;
  const widest = (field: Field) =>
    times.reduce((most, line) => Math.max(most, widthOf(line[field])), widthOf(headings[field]));
  const wide = {
    planned: widest('planned'),
    actual: widest('actual'),
    forecast: widest('forecast'),
    drift: widest('drift'),
  };
  const titleBeside = (taken: Record<Field, number>) =>
    width - signs - fields.reduce((sum, field) => sum + taken[field] + gap, 0);
  if (titleBeside(wide) >= leastTitle) return { ...wide, title: titleBeside(wide) };
  const narrow = {
    planned: Math.min(wide.planned, enough),
    actual: Math.min(wide.actual, enough),
    forecast: Math.min(wide.forecast, enough),
    drift: Math.min(wide.drift, enough),
  };
  return { ...narrow, title: titleBeside(narrow) };
}

function headingRow({ words }: Look, { theme, columns, width }: Table): string {
  const headings = words.cockpit.panes.columns;
  const { ascii } = theme;
  const texts = fields.map(field =>
    cell(headings[field], columns[field], { ascii, right: field === 'drift' }),
  );
  const text = [cell(headings.step, columns.title, { ascii }), ...texts].join(' '.repeat(gap));
  return row(theme, width, [{ text: ' '.repeat(signs) }, { text, strong: true }]);
}

function timeRow({ theme, columns, width, selected }: Table, line: TimeRow): string {
  const { ascii } = theme;
  const strong = line.current || line.kind !== 'step';
  const own: Span['tone'] = line.current ? 'active' : 'normal';
  const here = line.key === selected;
  const at = (field: Field, tone: Span['tone']): Span[] => {
    const text = shortened(line[field], columns[field]);
    const right = field === 'drift';
    return [
      { text: ' '.repeat(gap) },
      { text: cell(text, columns[field], { ascii, right }), tone, strong },
    ];
  };
  return row(theme, width, [
    { text: signOf(theme, line, here), tone: 'active', strong: true },
    { text: cell(titleOf(line), columns.title, { ascii }), tone: own, strong, inverse: here },
    ...at('planned', 'muted'),
    ...at('actual', own),
    ...at('forecast', own),
    ...at('drift', line.tone),
  ]);
}

/** A time too long for its column first loses its words, from the left, then its bad case. */
function shortened(text: string, width: number): string {
  let kept = text;
  while (widthOf(kept) > width && /^[^\d\s]+\s/.test(kept)) kept = kept.replace(/^\S+\s+/, '');
  return widthOf(kept) > width ? kept.replace(/\s*\([^)]*\)$/, '') : kept;
}

function signOf({ ascii }: Theme, { current, kind }: TimeRow, selected: boolean): string {
  if (selected) return '> ';
  return current && kind === 'step' ? (ascii ? '} ' : '» ') : '  ';
}

const indents: Record<TimeRow['kind'], string> = {
  stage: '',
  phase: ' ',
  step: '  ',
  deadline: '',
};

function titleOf({ kind, number, title }: TimeRow): string {
  return indents[kind] + [number, title].filter(Boolean).join(' ');
}
