/** What an edit changed, line by line. */
import { diffLines } from 'diff';

export interface DiffRow {
  sign: '-' | '+';
  text: string;
}

/** Lines taken out and put in, in order. */
export function difference(before: string, after: string): DiffRow[] {
  return diffLines(ended(before), ended(after)).flatMap(({ added, removed, value }) => {
    const sign = added ? '+' : removed ? '-' : null;
    return sign === null
      ? []
      : value
          .replace(/\n$/, '')
          .split('\n')
          .map(text => ({ sign, text }) as const);
  });
}

/** A missing line end at the end is no change that anyone sees. */
const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
