/** How many lines an output has, counted in small bites while it grows; a guess meanwhile. */
import { countLines, type OutputWindow } from './window.ts';

export interface LineCount {
  /** Bytes counted so far. */
  upTo: number;
  /** Line ends among them. */
  ends: number;
}

export const nothingCounted: LineCount = { upTo: 0, ends: 0 };

/** Bytes read at once to catch up. */
export const bite = 256 * 1024;

export function counted(count: LineCount, bytes: Uint8Array): LineCount {
  return { upTo: count.upTo + bytes.length, ends: count.ends + countLines(bytes) };
}

/** Lines of an output of `size` bytes; `exact` is false while part of them is guessed from what is in view. */
export function linesSoFar(
  count: LineCount,
  size: number,
  window: OutputWindow,
): { lines: number; exact: boolean } {
  const rest = size - count.upTo;
  if (rest <= 0) return { lines: count.ends, exact: true };
  const bytes = window.end - window.start;
  const density = bytes > 0 ? window.lines.length / bytes : 0;
  return { lines: Math.round(count.ends + rest * density), exact: false };
}
