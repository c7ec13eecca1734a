/** One diagnostic as a few lines of text, with the place it speaks of. */
import stringWidth from 'string-width';
import { readSource } from './document/source.ts';
import type { Diagnostic, Language, Severity } from './types.ts';

const words: Record<Language, Record<Severity, string>> = {
  fr: { error: 'erreur', warning: 'attention', info: 'remarque' },
  en: { error: 'error', warning: 'warning', info: 'info' },
};

const colours: Record<Severity, string> = { error: '31', warning: '33', info: '36' };

/** Columns of source that a frame shows. */
const widest = 100;

export interface FrameOptions {
  color?: boolean;
  language: Language;
  /** Named when the diagnostic names no file; default `plan.md`. */
  path?: string;
}

/** Controls as visible pictures: a frame must never act on the terminal. */
function visible(text: string): string {
  return text
    .replaceAll('\t', ' ')
    .replace(/[\0-\x1F]/g, control => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/[\x7F-\x9F\u200B-\u200F\u2028-\u202E\u2066-\u2069\uFEFF]/g, '�');
}

interface Cut {
  text: string;
  /** What stands before the place, as shown. */
  before: string;
  marked: string;
}

/** The part of a long line that holds the place. */
function cut(line: string, column: number, length: number): Cut {
  const at = Math.min(column - 1, line.length);
  const from = line.length > widest ? Math.max(0, Math.min(at - 30, line.length - widest)) : 0;
  const to = Math.min(line.length, from + widest);
  const head = from > 0 ? '…' : '';
  const shown = (start: number, end: number) => visible(line.slice(start, end));
  return {
    text: `${head}${shown(from, to)}${to < line.length ? '…' : ''}`,
    before: `${head}${shown(from, at)}`,
    marked: shown(at, Math.min(at + length, to)),
  };
}

/**
 * `error plan.md:12:5 message`, the line with a caret under the place, the remedy. Long lines are cut
 * round the place and control characters are made visible.
 * @param source text of the file that the diagnostic speaks of
 */
export function codeFrame(diagnostic: Diagnostic, source: string, options: FrameOptions): string {
  const { severity, message, remedy, line, column, file = options.path ?? 'plan.md' } = diagnostic;
  const paint = (code: string, text: string) =>
    options.color ? `\u001B[${code}m${text}\u001B[0m` : text;
  const colour = colours[severity];
  const where = visible(`${file}:${line}:${column}`);
  const title = `${paint(`1;${colour}`, words[options.language][severity])} ${where} ${visible(message)}`;
  const written = readSource(source).lines[line - 1] ?? '';
  const rest = Math.max(1, written.trimEnd().length - column + 1);
  const { text, before, marked } = cut(written, column, diagnostic.length ?? rest);
  const number = String(line);
  const carets = '^'.repeat(Math.max(1, stringWidth(marked)));
  return [
    title,
    `  ${paint('2', `${number} |`)} ${text}`,
    `  ${paint('2', `${' '.repeat(number.length)} |`)} ${' '.repeat(stringWidth(before))}${paint(colour, carets)}`,
    ...(remedy === undefined ? [] : [`  ${paint('2', '→')} ${visible(remedy)}`]),
  ].join('\n');
}
