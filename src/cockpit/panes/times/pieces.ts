/** The way back, piece by piece, each to its end: what a badge has no room for. */
import type { Look } from '../../look.tsx';
import { pieceKey } from '../../model/lists.ts';
import type { Situation } from '../../model/situation.ts';
import { wrap } from '../../text/fit.ts';
import { row, type Span } from '../../theme.ts';
import { readinessSpan } from '../readiness.ts';

export interface PieceRow {
  /** Of the piece, in the page's list. */
  key: string;
  row: string;
}

interface PieceRoom {
  width: number;
  selected: string | undefined;
  /** Keys that the page's filter keeps. */
  listed: ReadonlySet<string>;
}

/** How it stands and how long it takes, then its pieces in order; none where the plan has no way back. */
export function pieceRows(look: Look, { view }: Situation, room: PieceRoom): PieceRow[] {
  const { readiness } = view;
  if (!readiness) return [];
  const { theme } = look;
  const { width, selected, listed } = room;
  const time: Span = { text: readiness.duration, tone: 'muted' };
  const pieces = readiness.pieces.flatMap(({ badge, label, detail }, at) => {
    const key = pieceKey(at);
    if (!listed.has(key)) return [];
    const start = `${key === selected ? '>' : ' '} ${badge.glyph} `;
    const tone = badge.tone === 'good' ? 'normal' : badge.tone;
    const said = [label, badge.word === label ? '' : badge.word, detail].filter(Boolean);
    return wrap(said.join(' · '), width - 4).map((text, part) => ({
      key,
      row: row(theme, width, [
        { text: part === 0 ? start : '    ', tone: badge.tone, strong: true },
        { text, tone, inverse: key === selected },
      ]),
    }));
  });
  const title = row(theme, width, [{ ...readinessSpan(look, readiness), strong: true }], [time]);
  return pieces.length === 0 ? [] : [{ key: pieceKey(0), row: title }, ...pieces];
}
