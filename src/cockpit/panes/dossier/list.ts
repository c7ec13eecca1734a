/** The list of a page about what surrounds the commands: headings, rows, and the cursor among them. */
import type { DossierRow, DossierView } from '../../../view/types.ts';
import { windowStart } from '../../components/window.ts';
import type { Look } from '../../look.tsx';
import { rowsOfList, rowUnderCursor } from '../../model/lists.ts';
import type { Situation } from '../../model/situation.ts';
import type { Ui } from '../../model/ui.ts';
import { widthOf } from '../../text/fit.ts';
import { widthOfSpans } from '../../text/flow.ts';
import { spinnerAt } from '../../text/spinner.ts';
import { row, type Span } from '../../theme.ts';

interface Room {
  width: number;
  height: number;
}

/** At most `height` rows around the cursor. */
export function dossierList(
  look: Look,
  ui: Ui,
  s: Situation,
  dossier: DossierView,
  { width, height }: Room,
): string[] {
  const { notices } = look.words.cockpit;
  const kept = keptRows(ui, s, dossier);
  if (kept.length === 0)
    return [row(look.theme, width, [{ text: notices.nothingHere, tone: 'muted' }])];
  const key = rowUnderCursor(ui, s)?.key;
  const cursor = kept.findIndex(line => line.key === key);
  const start = windowStart(kept.length, height, Math.max(0, cursor));
  return kept
    .slice(start, start + height)
    .map((line, at) =>
      line.kind === 'heading'
        ? headingRow(look, line, width)
        : oneRow(look, line, { width, selected: start + at === cursor, now: s.now }),
    );
}

/** Rows that the filter keeps, and the headings that still have some below them. */
function keptRows(ui: Ui, s: Situation, { rows }: DossierView): DossierRow[] {
  if (ui.page === 'main') return [];
  const listed = new Set(rowsOfList(ui.page, ui, s).map(({ key }) => key));
  const isKept = ({ kind, key }: DossierRow): boolean => kind === 'row' && listed.has(key);
  const unfiltered = (ui.filters[ui.page] ?? '') === '';
  return rows.filter((line, at) => {
    if (line.kind === 'row') return isKept(line);
    const next = rows.findIndex((below, index) => index > at && below.kind === 'heading');
    return unfiltered || rows.slice(at, next < 0 ? rows.length : next).some(isKept);
  });
}

function headingRow({ theme }: Look, { text, right, tone }: DossierRow, width: number): string {
  return row(theme, width, [{ text, tone, strong: true }], [{ text: right, tone: 'muted' }]);
}

interface RowState {
  width: number;
  selected: boolean;
  /** Milliseconds, for what turns while something runs. */
  now: number;
}

function oneRow({ theme }: Look, line: DossierRow, { width, selected, now }: RowState): string {
  const { badge, text, tone } = line;
  const glyph = badge?.busy ? spinnerAt(theme, now) : (badge?.glyph ?? '');
  const left: Span[] = [
    { text: selected ? '> ' : '  ', tone: 'active', strong: true },
    { text: glyph === '' ? '' : `${glyph} `, tone: badge?.tone, strong: true },
    { text, tone, inverse: selected },
  ];
  const right = rightOf(line, width - widthOfSpans(left) - 1);
  return row(theme, width, left, [{ text: right, tone: badge?.tone ?? 'muted' }]);
}

/** A status is never a sign alone: its word stands at the right, unless the row says it or has no room. */
function rightOf({ badge, right }: DossierRow, room: number): string {
  if (!badge || right.toLowerCase().includes(badge.word.toLowerCase())) return right;
  const both = [badge.word, right].filter(Boolean).join('  ');
  return right === '' || widthOf(both) <= room ? both : right;
}
