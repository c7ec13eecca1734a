/** YAML checked by a zod schema; every fault has its place. */
import { type Document, isMap, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Report } from '../diagnostics/reporter.ts';
import { suggest } from '../suggest.ts';
import type { Place } from '../types.ts';
import { type Fault, faultsOf } from './faults.ts';

/** Configuration is written by people; more than this is something else. */
const largest = 100_000;

interface Parsed {
  document: Document.Parsed;
  placeAt(offset: number): Place;
}

function parse(text: string, firstLine: number, report: Report): Parsed | undefined {
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

/** `1.10` is a version before it is a number: figures keep the text they were written in. */
function keepFigures(document: Document): void {
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'number' && node.source !== undefined) node.value = node.source;
    },
  });
}

/** The key, or else the value, that a fault is about. */
function rangeOf(document: Document, { path, key }: Fault): readonly [number, number] {
  const owner = path.length === 0 ? document.contents : document.getIn(path, true);
  if (key !== undefined && isMap(owner)) {
    const pair = owner.items.find(item => String(item.key) === key);
    const range = (pair?.key as { range?: [number, number, number] } | null)?.range;
    if (range) return [range[0], range[1]];
  }
  const range = (owner as { range?: [number, number, number] } | null | undefined)?.range;
  if (range) return [range[0], range[1]];
  return path.length === 0 ? [0, 1] : rangeOf(document, { ...reduced(path) });
}

/** Nothing was written there: the fault is shown on what holds it. */
function reduced(path: Fault['path']): Fault {
  return { kind: 'missing', path: path.slice(0, -1), key: '' };
}

/** The value as it stands; `∅` where nothing was written. */
function written(document: Document, { kind, path }: Fault): string {
  if (kind === 'missing') return '∅';
  const node = path.length === 0 ? document.contents : document.getIn(path);
  return (JSON.stringify(node) ?? '∅').slice(0, 60);
}

function say(fault: Fault, { document, placeAt }: Parsed, report: Report): void {
  const [start, end] = rangeOf(document, fault);
  const place = placeAt(start);
  const length = Math.max(1, Math.min(end - start, 60));
  const key = [...fault.path, ...(fault.key === undefined ? [] : [fault.key])].join('.');
  if (fault.kind === 'unknown') {
    const suggestion = suggest(fault.key ?? '', fault.allowed ?? []);
    const allowed = (fault.allowed ?? []).join(' ');
    report('unknown-key', place, { key, suggestion, allowed }, { length });
    return;
  }
  const got = fault.kind === 'bad-key' ? fault.key : written(document, fault);
  report('bad-value', place, { key, got: got ?? '∅', expected: fault.expected ?? '' }, { length });
}

/**
 * Reads `text` with `schema`; undefined when it has faults, all of them reported.
 * @param firstLine line of the file on which `text` starts
 */
export function readYaml<S extends z.ZodType>(
  text: string,
  schema: S,
  firstLine: number,
  report: Report,
): z.output<S> | undefined {
  if (text.length > largest) {
    report(
      'too-large',
      { line: firstLine, column: 1 },
      { unit: 'characters', count: text.length, limit: largest },
    );
    return undefined;
  }
  try {
    return checked(text, schema, firstLine, report);
  } catch (error) {
    // Aliases that multiply, or nesting deeper than the stack.
    report('yaml-syntax', { line: firstLine, column: 1 }, { why: (error as Error).message });
    return undefined;
  }
}

function checked<S extends z.ZodType>(text: string, schema: S, firstLine: number, report: Report) {
  const parsed = parse(text, firstLine, report);
  if (!parsed) return undefined;
  keepFigures(parsed.document);
  const value = parsed.document.toJS({ maxAliasCount: 100 }) ?? {};
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const fault of faultsOf(result.error, schema)) say(fault, parsed, report);
  return undefined;
}
