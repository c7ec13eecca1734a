/** What fits in the output pane: from a place in the file to rows, and from row to row. */
import { rowsOf, type SanitiseOptions } from '../sanitise.ts';
import { lineAt, type OutputWindow, textOf } from './window.ts';

/** The row at the top of the pane: which line, by its offset, and which row of it. */
export interface Anchor {
  offset: number;
  row: number;
}

export interface Viewport extends SanitiseOptions {
  height: number;
}

function rowsAt(window: OutputWindow, index: number, viewport: Viewport): string[] {
  const line = window.lines[index];
  return line ? rowsOf(textOf(line), viewport) : [];
}

/** The rows shown when `anchor` is at the top. */
export function pageFrom(window: OutputWindow, anchor: Anchor, viewport: Viewport): string[] {
  const first = lineAt(window, anchor.offset);
  const rows = rowsAt(window, first, viewport).slice(anchor.row);
  for (let at = first + 1; at < window.lines.length && rows.length < viewport.height; at++) {
    rows.push(...rowsAt(window, at, viewport));
  }
  return rows.slice(0, viewport.height);
}

/** The anchor of the window's last page. */
export function lastAnchor(window: OutputWindow, viewport: Viewport): Anchor {
  let missing = viewport.height;
  for (let at = window.lines.length - 1; at >= 0; at--) {
    missing -= rowsAt(window, at, viewport).length;
    if (missing <= 0) return { offset: window.lines[at]!.offset, row: -missing };
  }
  return { offset: window.lines[0]?.offset ?? 0, row: 0 };
}

/** `anchor` moved by rows, up when negative; stays within the window and never past its last page. */
export function movedAnchor(
  window: OutputWindow,
  anchor: Anchor,
  rows: number,
  viewport: Viewport,
): Anchor {
  let at = lineAt(window, anchor.offset);
  let row = anchor.row + rows;
  while (row < 0 && at > 0) row += rowsAt(window, --at, viewport).length;
  for (let taken = rowsAt(window, at, viewport).length; row >= taken; ) {
    if (at >= window.lines.length - 1) break;
    row -= taken;
    taken = rowsAt(window, ++at, viewport).length;
  }
  const moved = { offset: window.lines[at]?.offset ?? 0, row: Math.max(0, row) };
  const last = lastAnchor(window, viewport);
  return isAfter(moved, last) ? last : moved;
}

/** Does `a` come after `b`, or at the same place? */
export function isAfter(a: Anchor, b: Anchor): boolean {
  return a.offset > b.offset || (a.offset === b.offset && a.row >= b.row);
}
