/** The one technical line that goes with a delivery: it is journaled, shown and reported. */
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

/** `ECONNREFUSED`: what an error may be quoted by; its message may hold addresses and secrets. */
export function codeOf(error: unknown): string {
  const { code, name } = error as NodeJS.ErrnoException;
  return code ?? name ?? 'Error';
}
