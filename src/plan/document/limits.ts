/** Bounds on what is parsed. A Markdown parser is slow, or quadratic, on texts that no team would review. */
import type { Report } from '../diagnostics/reporter.ts';
import type { Source } from './source.ts';

export const limits = {
  characters: 1_000_000,
  lines: 20_000,
  lineLength: 10_000,
  /** Quotes and lists inside one another. */
  depth: 40,
  /** Spaces before a line's text. */
  indent: 200,
  /** Brackets and tildes in one block without a blank line: each may open a link or a deletion. */
  marks: 2_000,
} as const;

/** True when the text may be parsed; else the reason has been reported. */
export function withinLimits(source: Source, report: Report): boolean {
  return fitsInSize(source, report) && fitsInShape(source.lines, report);
}

function fitsInSize({ text, lines }: Source, report: Report): boolean {
  const refuse = (what: string, limit: number, line: number) => {
    report('too-large', { line, column: 1 }, { what, limit });
    return false;
  };
  const { length } = text;
  if (length > limits.characters) return refuse(`${length} characters`, limits.characters, 1);
  if (lines.length > limits.lines)
    return refuse(`${lines.length} lines`, limits.lines, limits.lines);
  const long = lines.findIndex(line => line.length > limits.lineLength);
  if (long >= 0)
    return refuse(`${lines[long]!.length} characters on one line`, limits.lineLength, long + 1);
  return true;
}

function fitsInShape(lines: readonly string[], report: Report): boolean {
  let marks = 0;
  for (const [index, line] of lines.entries()) {
    const place = { line: index + 1, column: 1 };
    const depth = nesting(line);
    if (depth > limits.depth) {
      report('too-deep', place, { depth, limit: limits.depth });
      return false;
    }
    marks = (startsBlock(line) ? 0 : marks) + (line.match(/[[\]~]/g)?.length ?? 0);
    if (marks > limits.marks) {
      report('too-dense', place, { limit: limits.marks });
      return false;
    }
  }
  return true;
}

/** Containers opened before a line's text; a wide indent counts as one for every five spaces. */
function nesting(line: string): number {
  const prefix = /^(?:[ \t]|>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line)![0];
  const containers = prefix.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0;
  const spaces = prefix.replaceAll('\t', '    ').match(/^ */)![0].length;
  return Math.max(containers, Math.floor((spaces * limits.depth) / limits.indent));
}

/** A blank line, or one that always begins a block of its own. */
function startsBlock(line: string): boolean {
  return /^\s*$|^ {0,3}(?:[-+*] +\S|#{1,6} )/.test(line);
}
