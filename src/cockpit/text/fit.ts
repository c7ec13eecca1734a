/** Text that takes an exact number of cells. */
import stringWidth from 'string-width';
import { inert } from './inert.ts';

/** Letters of the West, quotes, dashes, arrows, frames: one cell each, and nearly all there is. */
const narrow =
  /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25fc\u2713\u2717]*$/;

/** Cells taken by a line of text. */
export function widthOf(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
}

/** The longest beginning of `text` that fits in `width` cells. */
function startOf(text: string, width: number): string {
  if (narrow.test(text)) return text.slice(0, width);
  let taken = '';
  let used = 0;
  for (const char of text) {
    used += stringWidth(char);
    if (used > width) break;
    taken += char;
  }
  return taken;
}

/** `text` made inert and cut with an ellipsis where it is longer than `width` cells. */
export function cut(text: string, width: number, ellipsis = '…'): string {
  const line = inert(text);
  if (widthOf(line) <= width) return line;
  if (width <= ellipsis.length) return startOf(line, Math.max(0, width));
  return startOf(line, width - widthOf(ellipsis)) + ellipsis;
}

/** Lines of at most `width` cells, broken at spaces where there are some; the first keeps its indentation. */
export function wrap(text: string, width: number): string[] {
  if (width < 1) return [];
  const rows: string[] = [];
  const line = inert(text);
  let row = /^ */.exec(line)![0].slice(0, Math.floor(width / 2));
  let empty = true;
  for (const word of line.trimStart().split(' ')) {
    const longer = empty ? row + word : `${row} ${word}`;
    if (widthOf(longer) <= width) row = longer;
    else {
      if (!empty) rows.push(row);
      row = breakWord(word, width, rows);
    }
    empty = false;
  }
  return [...rows, row];
}

/** Pushes the full rows of a word longer than a line, and returns what is left of it. */
function breakWord(word: string, width: number, rows: string[]): string {
  let rest = word;
  while (widthOf(rest) > width) {
    const start = startOf(rest, width) || rest.slice(0, 1);
    rows.push(start);
    rest = rest.slice(start.length);
  }
  return rest;
}
