/**
 * Rows in the frame that `mysql --table` draws.
 * @param {Record<string, string | number | null>[]} rows at least one
 */
export function table(rows) {
  const columns = Object.keys(rows[0] ?? {});
  const lines = [columns, ...rows.map(row => columns.map(column => String(row[column] ?? 'NULL')))];
  const widths = columns.map((_, index) =>
    Math.max(...lines.map(line => line[index]?.length ?? 0)),
  );
  const rule = `+${widths.map(width => '-'.repeat(width + 2)).join('+')}+`;
  const draw = line =>
    `| ${line.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = lines;
  return [rule, draw(head), rule, ...body.map(draw), rule].join('\n');
}
