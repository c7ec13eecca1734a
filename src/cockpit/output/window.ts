/** A stretch of a command's output, cut into lines by place in the file. */

/** One line, without its end; `offset` in bytes from the start of the output. */
export interface RawLine {
  offset: number;
  bytes: Uint8Array;
}

/** Bytes `start` to `end` of the output. */
export interface OutputWindow {
  start: number;
  end: number;
  lines: readonly RawLine[];
}

export const noOutput: OutputWindow = { start: 0, end: 0, lines: [] };

const newline = 0x0a;

/** Lines of `bytes`, read at `start`. A first line cut by the window is left out, unless it is all there is. */
export function windowOf(bytes: Uint8Array, start: number): OutputWindow {
  const lines: RawLine[] = [];
  let from = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, from)) {
    lines.push({ offset: start + from, bytes: bytes.subarray(from, at) });
    from = at + 1;
  }
  if (from < bytes.length) lines.push({ offset: start + from, bytes: bytes.subarray(from) });
  const whole = start > 0 && lines.length > 1 ? lines.slice(1) : lines;
  return { start, end: start + bytes.length, lines: whole };
}

/** Line ends in `bytes`. */
export function countLines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at >= 0; at = bytes.indexOf(newline, at + 1)) count++;
  return count;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The line's text; what is not UTF-8 becomes U+FFFD. */
export function textOf(line: RawLine): string {
  return decoder.decode(line.bytes);
}

/** The last line that starts at or before `offset`; 0 when none does. */
export function lineAt(window: OutputWindow, offset: number): number {
  const after = window.lines.findIndex(line => line.offset > offset);
  return after < 0 ? Math.max(0, window.lines.length - 1) : Math.max(0, after - 1);
}
