/** The plan's text, and where its offsets stand. */
import type { Node } from 'mdast';
import type { Place } from '../types.ts';

export interface Source {
  /** Line ends are `\n`, no byte order mark; places are those of the original. */
  text: string;
  lines: string[];
}

export function readSource(original: string): Source {
  const text = original.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  return { text, lines: text.split('\n') };
}

export function placeOf(node: Node): Place {
  const start = node.position?.start;
  return { line: start?.line ?? 1, column: start?.column ?? 1 };
}

export function startOffset(node: Node): number {
  return node.position?.start.offset ?? 0;
}

export function endOffset(node: Node): number {
  return node.position?.end.offset ?? 0;
}

/** The node as written. */
export function rawOf(source: Source, node: Node): string {
  return source.text.slice(startOffset(node), endOffset(node));
}

/** Place of `index` inside `raw`, a text that starts at `from`. */
export function placeWithin(from: Place, raw: string, index: number): Place {
  const before = raw.slice(0, index);
  const lastBreak = before.lastIndexOf('\n');
  if (lastBreak < 0) return { line: from.line, column: from.column + index };
  return { line: from.line + before.split('\n').length - 1, column: index - lastBreak };
}

/** Place of `index` in the script of a fence whose opening line is `fence`. */
export function scriptPlace(source: Source, fence: Place, script: string, index: number): Place {
  const within = placeWithin({ line: fence.line + 1, column: 1 }, script, index);
  const written = source.lines[within.line - 1] ?? '';
  const line = script.split('\n')[within.line - fence.line - 1] ?? '';
  // The fence's indent is not part of the script.
  return { line: within.line, column: within.column + Math.max(0, written.length - line.length) };
}
