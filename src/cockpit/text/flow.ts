/** Short things set one after the other, as many to a row as fit. */
import type { Span } from '../theme.ts';
import { cut, widthOf } from './fit.ts';

/** Cells between two things on the same row. */
const gap = 2;

export function widthOfSpans(spans: readonly Span[]): number {
  return spans.reduce((sum, { text }) => sum + widthOf(text), 0);
}

/** What ends the last row where things are left out. */
const counted = gap + 3;

/**
 * Rows of at most `width` cells, none of the things broken unless it is wider than a row.
 * @param height rows at most; where things are left out, `+3` ends the last row
 */
export function flow(things: readonly Span[][], width: number, height: number): Span[][] {
  const rows: Span[][] = [];
  let used = 0;
  for (const [at, thing] of things.entries()) {
    const size = widthOfSpans(thing);
    const roomOn = (number: number) =>
      number === height && at < things.length - 1 ? width - counted : width;
    if (rows.length > 0 && used + gap + size <= roomOn(rows.length)) {
      rows.at(-1)!.push({ text: ' '.repeat(gap) }, ...thing);
      used += gap + size;
    } else if (rows.length < height) {
      rows.push(fitted(thing, roomOn(rows.length + 1)));
      used = size;
    } else {
      rows.at(-1)?.push({ text: `  +${things.length - at}`, tone: 'muted' });
      break;
    }
  }
  return rows;
}

function fitted(thing: readonly Span[], width: number): Span[] {
  let room = width;
  return thing.map(span => {
    const text = cut(span.text, Math.max(0, room));
    room -= widthOf(text);
    return { ...span, text };
  });
}
