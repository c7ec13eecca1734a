/** Puts other figures where a plan's source has some, and leaves every other byte as it is. */
import type { Place } from '../../plan/types.ts';
import { linesOf, textOf } from './lines.ts';

/** A figure as written at its place, and what is to stand there. */
export interface FigureChange extends Place {
  figure: string;
  fresh: string;
}

/** The source with each figure replaced, at most one to a line; one that is not where it should be is left alone. */
export function withFigures(source: string, changes: readonly FigureChange[]): string {
  const lines = linesOf(source);
  for (const { line, column, figure, fresh } of changes) {
    const found = lines[line - 1];
    // A byte order mark has no column.
    const at = column - 1 + (line === 1 && source.startsWith('\uFEFF') ? 1 : 0);
    if (!found?.text.startsWith(figure, at)) continue;
    found.text = found.text.slice(0, at) + fresh + found.text.slice(at + figure.length);
  }
  return textOf(lines);
}
