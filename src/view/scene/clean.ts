/** What came from outside (plan, operators, commands) made safe to draw on one line. */
import { toAscii } from '../../locale/ascii.ts';

/** Controls, bidirectional marks, lone surrogates, line separators. */
const unsafe = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
const allUnsafe = new RegExp(unsafe.source, 'gu');
const spaces = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** One line without anything that could move the cursor or reorder text; `ascii` folds the rest. */
export function clean(text: string, ascii = false): string {
  const safe = unsafe.test(text) ? text.replace(spaces, ' ').replace(allUnsafe, '') : text;
  return ascii ? toAscii(safe) : safe;
}

/** A script, lines kept: what would be invisible is spelled out, for it is about to be run. */
export function cleanScript(script: string, ascii = false): string {
  const safe = script
    .replaceAll('\r\n', '\n')
    .replaceAll('\t', '  ')
    .replace(allUnsafe, char => (char === '\n' ? char : spelled(char)));
  return ascii ? toAscii(safe) : safe;
}

function spelled(char: string): string {
  return `<U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`;
}
