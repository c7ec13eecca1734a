/** Can the deployment still be rolled back: in full under the plan, or in a few words. */
import type { PieceView, ReadinessView, Tone } from '../../view/types.ts';
import type { Look } from '../look.tsx';
import { widthOf } from '../text/fit.ts';
import { flow } from '../text/flow.ts';
import { row, type Span } from '../theme.ts';

/** `Retour arrière ✗ il manque : sauvegarde`. */
export function readinessSpan({ words }: Look, { badge }: ReadinessView): Span {
  const text = `${words.cockpit.panes.rollback} ${badge.glyph} ${badge.word}`;
  return { text, tone: badge.tone, strong: badge.tone === 'bad' };
}

/** What is wrong is read first. */
const order: Partial<Record<Tone, number>> = { bad: 0, warning: 1 };

/** Its pieces, as many to a row as fit: missing ones first and in full, the others in full where there is room. */
export function readinessRows(
  { theme }: Look,
  { pieces, duration }: ReadinessView,
  width: number,
  height: number,
): string[] {
  const rank = ({ badge }: PieceView) => order[badge.tone] ?? 2;
  const sorted = pieces.toSorted((a, b) => rank(a) - rank(b));
  const time: Span[][] = duration === '' ? [] : [[{ text: duration, tone: 'muted' }]];
  const things = (full: boolean) => [
    ...sorted.map(piece => pieceSpans(piece, full || rank(piece) === 0)),
    ...time,
  ];
  const whole = flow(things(true), width, height + 1);
  const rows = whole.length <= height ? whole : flow(things(false), width, height);
  return rows.map(spans => row(theme, width, spans));
}

function pieceSpans({ badge, label, detail }: PieceView, full: boolean): Span[] {
  const bad = badge.tone === 'bad';
  const more = full && widthOf(detail) > 0 ? ` ${detail}` : '';
  return [
    { text: `${badge.glyph} `, tone: badge.tone, strong: true },
    { text: label, tone: bad ? 'bad' : 'normal', strong: bad },
    { text: more, tone: 'muted' },
  ];
}
