/** Bounds on what is parsed. A Markdown parser is slow, or quadratic, on texts that no team would review. */
import type { Report } from '../diagnostics/reporter.ts';
import type { Source } from './source.ts';

export const limits = {
  characters: 1_000_000,
  lines: 20_000,
  lineLength: 10_000,
  /** One block without a blank line: the parser goes back over a paragraph as often as it has marks, or lines. */
  blockCharacters: 30_000,
  blockLines: 2_000,
  /** Quotes and lists opened on one line. */
  depth: 8,
  /** The same beyond the first of each line, in the whole document. */
  allDepths: 2_000,
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

/** What has been counted so far. */
interface Totals {
  blockMarks: number;
  blockCharacters: number;
  blockLines: number;
  marks: number;
  depths: number;
}

function fitsInShape(lines: readonly string[], report: Report): boolean {
  const totals: Totals = {
    blockMarks: 0,
    blockCharacters: 0,
    blockLines: 0,
    marks: 0,
    depths: 0,
  };
  for (const [index, line] of lines.entries()) {
    const fault = depthFault(line, totals) ?? blockFault(line, totals) ?? marksFault(line, totals);
    if (!fault) continue;
    report(fault.code, { line: index + 1, column: 1 }, { limit: fault.limit });
    return false;
  }
  return true;
}

interface ShapeFault {
  code: 'too-deep' | 'too-nested' | 'too-dense' | 'too-long';
  limit: number;
}

function depthFault(line: string, totals: Totals): ShapeFault | undefined {
  const { containers, indent } = nesting(line);
  totals.depths += Math.max(0, containers - 1);
  if (containers > limits.depth || indent > limits.indent)
    return { code: 'too-deep', limit: limits.depth };
  return totals.depths > limits.allDepths
    ? { code: 'too-nested', limit: limits.allDepths }
    : undefined;
}

function blockFault(line: string, totals: Totals): ShapeFault | undefined {
  const begins = startsBlock(line);
  totals.blockLines = begins ? 1 : totals.blockLines + 1;
  totals.blockCharacters = (begins ? 0 : totals.blockCharacters) + line.length;
  if (totals.blockLines > limits.blockLines) return { code: 'too-long', limit: limits.blockLines };
  return totals.blockCharacters > limits.blockCharacters
    ? { code: 'too-long', limit: limits.blockCharacters }
    : undefined;
}

function marksFault(line: string, totals: Totals): ShapeFault | undefined {
  const marks = line.match(/[[\]~]/g)?.length ?? 0;
  totals.blockMarks = (startsBlock(line) ? 0 : totals.blockMarks) + marks;
  totals.marks += marks + (line.match(/\|/g)?.length ?? 0);
  if (totals.blockMarks > limits.marks) return { code: 'too-dense', limit: limits.marks };
  return totals.marks > limits.allMarks ? { code: 'too-dense', limit: limits.allMarks } : undefined;
}

/** Containers opened before a line's text, and the spaces before the first. */
function nesting(line: string): { containers: number; indent: number } {
  const prefix = /^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)![0];
  return {
    containers: prefix.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0,
    indent: prefix.replaceAll('\t', '    ').search(/\S/),
  };
}

/** A blank line, or one that always begins a block of its own. */
function startsBlock(line: string): boolean {
  return /^\s*$|^ {0,3}(?:[-+*] +\S|#{1,6} )/.test(line);
}
