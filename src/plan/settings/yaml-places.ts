/** YAML, and where in it a key or a value stands. */
import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import type { Report } from '../diagnostics/reporter.ts';
import type { Place } from '../types.ts';

export interface Parsed {
  document: Document.Parsed;
  placeAt(offset: number): Place;
}

type Path = readonly (string | number)[];

/** @param firstLine line of the file on which `text` starts; @returns undefined when it is no YAML, which is reported */
export function parseYaml(text: string, firstLine: number, report: Report): Parsed | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: line + firstLine - 1, column: Math.max(col, 1) };
  };
  for (const { message, pos } of document.errors) {
    report(
      'yaml-syntax',
      placeAt(pos[0]),
      { why: message },
      { length: Math.max(1, pos[1] - pos[0]) },
    );
  }
  return document.errors.length > 0 ? undefined : { document, placeAt };
}

const longest = 60;

/** Where the key `key` of the map at `path` stands, else the value at `path`, else what holds it; and its length. */
export function underlined(
  { document, placeAt }: Parsed,
  path: Path,
  key?: string,
): Place & { length: number } {
  const [start, end] = rangeOf(document, path, key);
  return { ...placeAt(start), length: Math.max(1, Math.min(end - start, longest)) };
}

type Ranged = { range?: [number, number, number] } | null | undefined;

function rangeOf(document: Document, path: Path, key?: string): readonly [number, number] {
  const owner = path.length === 0 ? document.contents : document.getIn(path, true);
  if (key !== undefined && isMap(owner)) {
    const pair = owner.items.find(item => String(item.key) === key);
    const range = (pair?.key as Ranged)?.range;
    if (range) return [range[0], range[1]];
  }
  const range = (owner as Ranged)?.range;
  if (range) return [range[0], range[1]];
  return path.length === 0 ? [0, 1] : rangeOf(document, path.slice(0, -1), '');
}
