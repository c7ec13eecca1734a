/** What an edit changed, in a few rows. */
import { diffLines } from 'diff';

export interface DiffRow {
  sign: '-' | '+' | '…';
  text: string;
}

/** Lines taken out and put in, in order; when there are more than `most`, the last row counts the rest. */
export function difference(before: string, after: string, most: number): DiffRow[] {
  const rows = diffLines(ended(before), ended(after)).flatMap(({ added, removed, value }) => {
    const sign = added ? '+' : removed ? '-' : null;
    return sign === null
      ? []
      : value
          .replace(/\n$/, '')
          .split('\n')
          .map(text => ({ sign, text }) as const);
  });
  if (rows.length <= most) return rows;
  return [...rows.slice(0, most - 1), { sign: '…', text: `+${rows.length - most + 1}` }];
}

/** A missing line end at the end is no change that anyone sees. */
const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
