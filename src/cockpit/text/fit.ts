/** Text that takes an exact number of cells. */
import cliTruncate from 'cli-truncate';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { toAscii } from '../../locale/ascii.ts';
import { inert } from './inert.ts';

/** Letters of the West, quotes, dashes, arrows, frames: one cell each, and nearly all there is. */
const narrow =
  /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u25fc\u2713\u2717]*$/;

/** Cells taken by a line of text. */
export function widthOf(text: string): number {
  return narrow.test(text) ? text.length : stringWidth(text);
}

/** `text` made inert and cut with an ellipsis where it is longer than `width` cells. */
export function cut(text: string, width: number, ellipsis = '…'): string {
  const line = inert(text);
  if (widthOf(line) <= width) return line;
  return width < 1 ? '' : cliTruncate(line, width, { truncationCharacter: ellipsis });
}

/** As `cut`, with what is too much taken out of the middle. */
export function cutMiddle(text: string, width: number, ellipsis = '…'): string {
  const line = inert(text);
  if (widthOf(line) <= width) return line;
  return cliTruncate(line, width, { position: 'middle', truncationCharacter: ellipsis });
}

/** Lines of at most `width` cells, broken at spaces where there are some; the first keeps its indentation. */
export function wrap(text: string, width: number): string[] {
  if (width < 1) return [];
  const line = inert(text);
  if (widthOf(line) <= width) return [line];
  const indent = /^ */.exec(line)![0].slice(0, Math.floor(width / 2));
  const [first = '', ...others] = wrapAnsi(indent + line.trimStart(), width, {
    hard: true,
    trim: false,
  }).split('\n');
  return [first, ...others.map(row => row.trimStart())].map(row => row.trimEnd());
}

/** As `wrap`, in at most `height` rows: what is left is cut at the end of the last one. */
export function wrapTo(text: string, width: number, height: number, ellipsis = '…'): string[] {
  const rows = wrap(text, width);
  if (rows.length <= height) return rows;
  const whole = rows.slice(0, Math.max(0, height - 1));
  const rest = rows.slice(whole.length).join(' ');
  return height < 1 ? [] : [...whole, cut(rest, width, ellipsis)];
}

/** `text` in exactly `width` cells. Folded to ASCII first where asked, since that changes its width. */
export function cell(
  text: string,
  width: number,
  { ascii = false, right = false }: { ascii?: boolean; right?: boolean } = {},
): string {
  const kept = cut(ascii ? toAscii(inert(text)) : text, width, ascii ? '~' : '…');
  const blank = ' '.repeat(Math.max(0, width - widthOf(kept)));
  return right ? blank + kept : kept + blank;
}

/** As many parts as fit, and at least the first: half of one would mislead. */
export function wholeParts(parts: readonly string[], width: number, between: string): string {
  return fittingParts(parts, width, between) || parts[0]!;
}

/** As many of the first parts as fit, joined; '' for none. */
export function fittingParts(parts: readonly string[], width: number, between: string): string {
  const kept = [...parts];
  while (kept.length > 0 && widthOf(kept.join(between)) > width) kept.pop();
  return kept.join(between);
}
