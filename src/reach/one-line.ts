/** The one technical line that tells what somebody said: it is journaled, shown and reported. */
import { stripVTControlCharacters } from 'node:util';

/** Characters. */
const longest = 200;
/** Covering what is shorter would cover half of any text. */
const shortestSecret = 4;
const mask = '****';

/** Line ends and other controls become one space each run: what follows cannot pass for another line. */
export function inOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** What a server or a command said, in one short line: secrets covered first, then cut. */
export function detailOf(said: string, secrets: readonly string[] = []): string {
  const line = covered(plain(said), secrets.map(plain));
  return line.length > longest ? `${[...line].slice(0, longest - 1).join('')}…` : line;
}

/** The last line of an output that says anything, without its colours; '' when none does. */
export function lastLine(output: string): string {
  const lines = stripVTControlCharacters(output).split(/[\r\n]+/);
  return lines.findLast(line => line.trim() !== '')?.trim() ?? '';
}

/** What is not seen may have parted a secret: it goes first. */
function plain(text: string): string {
  const seen = stripVTControlCharacters(text).replace(/\p{Cf}/gu, '');
  return inOneLine(seen).replace(/\s+/g, ' ');
}

function covered(text: string, secrets: readonly string[]): string {
  // The longest first: a secret may hold another.
  const known = secrets.filter(secret => secret.length >= shortestSecret);
  const inOrder = known.toSorted((a, b) => b.length - a.length);
  return inOrder.reduce((line, secret) => line.replaceAll(secret, () => mask), text);
}
