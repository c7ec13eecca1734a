/** A text of several lines being edited. */
import type { Press } from '../keys/press.ts';
import { steady } from '../text/inert.ts';

export interface Buffer {
  /** At least one. */
  lines: readonly string[];
  row: number;
  /** In characters (code points), from 0. */
  column: number;
}

/** The cursor stands at its beginning. */
export function bufferOf(text: string): Buffer {
  return { lines: text.split('\n'), row: 0, column: 0 };
}

export function textOf({ lines }: Buffer): string {
  return lines.join('\n');
}

/** Puts text at the cursor, its lines kept; controls other than tabs go. */
export function inserted(buffer: Buffer, text: string): Buffer {
  const added = clean(text).split('\n');
  const [before, after] = split(buffer);
  const lines = added.map(
    (line, at) => (at === 0 ? before : '') + line + (at === added.length - 1 ? after : ''),
  );
  const last = [...(added.at(-1) ?? '')].length;
  return {
    lines: buffer.lines.toSpliced(buffer.row, 1, ...lines),
    row: buffer.row + added.length - 1,
    column: added.length === 1 ? buffer.column + last : last,
  };
}

function clean(text: string): string {
  return steady(
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, ''),
  );
}

type Edit = (buffer: Buffer, page: number) => Buffer;

const edits: Record<string, Edit> = {
  left: buffer => stepped(buffer, -1),
  right: buffer => stepped(buffer, 1),
  up: buffer => movedTo(buffer, buffer.row - 1),
  down: buffer => movedTo(buffer, buffer.row + 1),
  pageUp: (buffer, page) => movedTo(buffer, buffer.row - page),
  pageDown: (buffer, page) => movedTo(buffer, buffer.row + page),
  home: buffer => ({ ...buffer, column: 0 }),
  end: buffer => ({ ...buffer, column: lengthOf(buffer, buffer.row) }),
  'ctrl+a': buffer => ({ ...buffer, column: 0 }),
  'ctrl+e': buffer => ({ ...buffer, column: lengthOf(buffer, buffer.row) }),
  'ctrl+k': buffer => withLine(buffer, split(buffer)[0], buffer.column),
  'ctrl+u': buffer => withLine(buffer, split(buffer)[1], 0),
  enter: buffer => inserted(buffer, '\n'),
  tab: buffer => inserted(buffer, '\t'),
  backspace: buffer => erased(buffer),
  delete: buffer => {
    const next = stepped(buffer, 1);
    return next === buffer ? buffer : erased(next);
  },
};

/** The buffer after one key; `page` is how many rows are in sight. */
export function edited(buffer: Buffer, press: Press, page: number): Buffer {
  const edit = edits[press.name];
  if (edit) return edit(buffer, page);
  return press.text === '' ? buffer : inserted(buffer, press.text);
}

function lengthOf({ lines }: Buffer, row: number): number {
  return [...(lines[row] ?? '')].length;
}

/** The line of the cursor, before it and after it. */
function split({ lines, row, column }: Buffer): [string, string] {
  const chars = [...(lines[row] ?? '')];
  return [chars.slice(0, column).join(''), chars.slice(column).join('')];
}

function withLine(buffer: Buffer, line: string, column: number): Buffer {
  return { ...buffer, lines: buffer.lines.with(buffer.row, line), column };
}

/** One character further, over the ends of lines; the same buffer at the ends of the text. */
function stepped(buffer: Buffer, by: 1 | -1): Buffer {
  const { row, column, lines } = buffer;
  const to = column + by;
  if (to >= 0 && to <= lengthOf(buffer, row)) return { ...buffer, column: to };
  if (row + by < 0 || row + by >= lines.length) return buffer;
  return { ...buffer, row: row + by, column: by > 0 ? 0 : lengthOf(buffer, row - 1) };
}

function movedTo(buffer: Buffer, to: number): Buffer {
  const row = Math.max(0, Math.min(buffer.lines.length - 1, to));
  return { ...buffer, row, column: Math.min(buffer.column, lengthOf(buffer, row)) };
}

/** Without the character before the cursor; at the start of a line, joined to the one above. */
function erased(buffer: Buffer): Buffer {
  const { lines, row, column } = buffer;
  const [before, after] = split(buffer);
  if (column > 0) return withLine(buffer, [...before].slice(0, -1).join('') + after, column - 1);
  if (row === 0) return buffer;
  const above = lines[row - 1]!;
  return {
    lines: lines.toSpliced(row - 1, 2, above + after),
    row: row - 1,
    column: [...above].length,
  };
}
