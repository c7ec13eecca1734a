/** Puts lines into a text, with its own line ends, one blank line around them. */
import { linesOf, textOf } from '../../view/amendments/lines.ts';

/** At its end. Blank lines that are there already are enough. */
export function appended(source: string, lines: readonly string[]): string {
  const end = endOf(source);
  const body = source.replace(/[ \t\r\n]*$/, '');
  const rest = source.slice(body.length);
  const apart = /[\r\n]/.test(rest) ? rest : end;
  const blankThere = lines[0] === '' && linesOf(apart).length > 1;
  const added = blankThere ? lines.slice(1) : lines;
  return body + apart + added.map(line => line + end).join('');
}

/** Above one of its lines, counted from 1. */
export function inserted(source: string, line: number, lines: readonly string[]): string {
  const end = endOf(source);
  const all = linesOf(source);
  const blankThere = lines[0] === '' && all[line - 2]?.text.trim() === '';
  const added = [...(blankThere ? lines.slice(1) : lines), ''];
  return textOf([
    ...all.slice(0, line - 1),
    ...added.map(text => ({ text, end })),
    ...all.slice(line - 1),
  ]);
}

const endOf = (source: string): string =>
  linesOf(source).find(({ end }) => end !== '')?.end ?? '\n';
