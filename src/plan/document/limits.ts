/** Bounds on what is parsed. A Markdown parser is slow, or quadratic, on texts that no team would review. */
import type { Report } from '../diagnostics/reporter.ts';
import type { Source } from './source.ts';

export const limits = {
  characters: 400_000,
  lines: 6_000,
  lineLength: 10_000,
  /** Quotes and lists opened on one line. */
  depth: 8,
  /** Spaces before a list marker: lists inside one another. */
  indent: 40,
  /** Brackets and tildes in one block without a blank line: each may open a link or a deletion. */
  marks: 2_000,
  /** The same, and the bars of tables, in the whole document. */
  allMarks: 20_000,
} as const;

/** True when the text may be parsed; else the reason has been reported. */
export function withinLimits(source: Source, report: Report): boolean {
  return fitsInSize(source, report) && fitsInShape(source.lines, report);
}

function fitsInSize({ text, lines }: Source, report: Report): boolean {
  const refuse = (unit: string, count: number, limit: number, line: number) => {
    report('too-large', { line, column: 1 }, { unit, count, limit });
    return false;
  };
  const { length } = text;
  if (length > limits.characters) return refuse('characters', length, limits.characters, 1);
  if (lines.length > limits.lines) return refuse('lines', lines.length, limits.lines, limits.lines);
  const long = lines.findIndex(line => line.length > limits.lineLength);
  if (long < 0) return true;
  return refuse('line', lines[long]!.length, limits.lineLength, long + 1);
}

function fitsInShape(lines: readonly string[], report: Report): boolean {
  let block = 0;
  let all = 0;
  for (const [index, line] of lines.entries()) {
    const place = { line: index + 1, column: 1 };
    if (nestsTooDeep(line)) {
      report('too-deep', place, { limit: limits.depth });
      return false;
    }
    const marks = line.match(/[[\]~]/g)?.length ?? 0;
    block = (startsBlock(line) ? 0 : block) + marks;
    all += marks + (line.match(/\|/g)?.length ?? 0);
    if (block > limits.marks || all > limits.allMarks) {
      report('too-dense', place, { limit: block > limits.marks ? limits.marks : limits.allMarks });
      return false;
    }
  }
  return true;
}

function nestsTooDeep(line: string): boolean {
  const prefix = /^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)![0];
  const containers = prefix.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0;
  const indent = prefix.replaceAll('\t', '    ').search(/\S/);
  return containers > limits.depth || indent > limits.indent;
}

/** A blank line, or one that always begins a block of its own. */
function startsBlock(line: string): boolean {
  return /^\s*$|^ {0,3}(?:[-+*] +\S|#{1,6} )/.test(line);
}
