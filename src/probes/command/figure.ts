/** The figure in a line that a command printed. */

/** Not the 95 of `p95`, nor the 1 of `web-1`. */
const before = /(?<![\p{L}\p{N}_.,]|[\p{L}\p{N}_]-)/u;
/** No-break spaces group thousands; an ordinary one parts two columns. */
const digits = /[-+]?(?:\d{1,3}(?:[\u00A0\u2009\u202F]\d{3})+|\d+)(?:[.,]\d+)?(?:e[-+]?\d+)?/;
/** No part of `1,234.5`, which could be read in two ways, or of `10.0.0.1`. */
const after = /(?![\p{N}_]|[.,]\d)/u;
const unit = /(?:\s*(%|ms|s|min|h)(?![\p{L}\p{N}/]))?/u;
const figure = new RegExp(`${before.source}(${digits.source})${after.source}${unit.source}`, 'iu');

/** Its first number, `12,5` or `12.5`, and `%` or a unit of time right after it; null when there is none. */
export function figureOf(line: string): { value: number; unit: string } | null {
  const [, written, said = ''] = figure.exec(line) ?? [];
  const value = Number(written?.replace(/\s/g, '').replace(',', '.') ?? Number.NaN);
  return Number.isFinite(value) ? { value, unit: said.toLowerCase() } : null;
}
