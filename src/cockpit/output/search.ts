/** Looks for a line in an output, outwards from a place, without reading all of it. */
import { inert } from '../text/inert.ts';
import { type RawLine, textOf, windowOf } from './window.ts';

export type Direction = 'forward' | 'backward';

export interface Search {
  pattern: RegExp;
  direction: Direction;
  /** Offset of the line to start from; it is not looked at itself. */
  from: number;
  size: number;
  read(offset: number, bytes: number): Promise<Uint8Array>;
}

/** Bytes per read, and reads before giving up: 8 MB on a laptop in a train. */
const stride = 128 * 1024;
const patience = 64;

/** Offset of the nearest matching line in that direction; null when none is within reach. */
export async function findLine(search: Search): Promise<number | null> {
  let at = search.direction === 'forward' ? search.from : Math.min(search.from, search.size);
  for (let turn = 0; turn < patience; turn++) {
    const start = search.direction === 'forward' ? at : Math.max(0, at - stride);
    const end = search.direction === 'forward' ? at + stride : at;
    if (start >= search.size || end <= 0) return null;
    // One byte earlier, so that the first whole line is not taken for a cut one.
    const window = windowOf(
      await search.read(Math.max(0, start - 1), end - Math.max(0, start - 1)),
      Math.max(0, start - 1),
    );
    const found = matching(window.lines, search);
    if (found) return found.offset;
    const next = nextStart(window.lines, search.direction, start, end);
    if (next === null) return null;
    at = next;
  }
  return null;
}

function matching(
  lines: readonly RawLine[],
  { pattern, direction, from }: Search,
): RawLine | undefined {
  const hit = (line: RawLine) => pattern.test(shown(line));
  return direction === 'forward'
    ? lines.find(line => line.offset > from && hit(line))
    : lines.findLast(line => line.offset < from && hit(line));
}

/** A line as it is seen: a carriage return starts it anew, a colour is no letter of a word. */
function shown(line: RawLine): string {
  const text = textOf(line).replace(/\r+$/, '');
  return inert(text.slice(text.lastIndexOf('\r') + 1));
}

function nextStart(
  lines: readonly RawLine[],
  direction: Direction,
  start: number,
  end: number,
): number | null {
  if (direction === 'backward')
    return start === 0 ? null : Math.min(lines[0]?.offset ?? start, end - 1);
  const last = lines.at(-1)?.offset ?? end;
  return last > start ? last : end;
}
