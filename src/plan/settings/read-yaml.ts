/** YAML checked by a zod schema; every fault has its place. */
import { type Document, visit } from 'yaml';
import type { z } from 'zod';
import type { Report } from '../diagnostics/reporter.ts';
import { suggest } from '../suggest.ts';
import { type Fault, faultsOf } from './faults.ts';
import { type Parsed, parseYaml, underlined } from './yaml-places.ts';

/** Configuration is written by people; more than this is something else. */
const largest = 100_000;

/** `1.10` is a version before it is a number: figures keep the text they were written in. */
function keepFigures(document: Document): void {
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'number' && node.source !== undefined) node.value = node.source;
    },
  });
}

/** The value as it stands; `∅` where nothing was written. */
function written(document: Document, { kind, path }: Fault): string {
  if (kind === 'missing') return '∅';
  const node = path.length === 0 ? document.contents : document.getIn(path);
  return (JSON.stringify(node) ?? '∅').slice(0, 60);
}

function say(fault: Fault, parsed: Parsed, report: Report): void {
  const { length, ...place } = underlined(parsed, fault.path, fault.key);
  const key = [...fault.path, ...(fault.key === undefined ? [] : [fault.key])].join('.');
  if (fault.kind === 'unknown') {
    const suggestion = suggest(fault.key ?? '', fault.allowed ?? []);
    const allowed = (fault.allowed ?? []).join(' ');
    report('unknown-key', place, { key, suggestion, allowed }, { length });
    return;
  }
  const got = fault.kind === 'bad-key' ? fault.key : written(parsed.document, fault);
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
  const parsed = parseYaml(text, firstLine, report);
  if (!parsed) return undefined;
  keepFigures(parsed.document);
  const value = parsed.document.toJS({ maxAliasCount: 100 }) ?? {};
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const fault of faultsOf(result.error, schema, value)) say(fault, parsed, report);
  return undefined;
}
