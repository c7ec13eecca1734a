import { asLeft, plainText } from '../../engine/outcome/plain-text.ts';
import { masked } from '../../engine/outcome/secrets.ts';

/** Reads at most `bytes` from `offset` of one output. */
export type ReadOutput = (offset: number, bytes: number) => Promise<Buffer>;

/** The beginning of an output, and its end; bytes as they are. */
export interface Ends {
  head: Buffer;
  tail: Buffer;
  /** Bytes between the two. */
  omitted: number;
}

const newline = 10;

/**
 * The first `head` and the last `tail` bytes of an output, or all of it where that is no more. What is left out
 * is whole lines, and at least whole characters.
 */
export async function readEnds(
  read: ReadOutput,
  size: number,
  room: { head: number; tail: number },
): Promise<Ends> {
  if (size <= room.head + room.tail) {
    return { head: await read(0, size), tail: Buffer.alloc(0), omitted: 0 };
  }
  const head = beginning(await read(0, room.head));
  const tail = end(await read(size - room.tail, room.tail));
  return { head, tail, omitted: size - head.length - tail.length };
}

function beginning(bytes: Buffer): Buffer {
  const line = bytes.lastIndexOf(newline);
  return bytes.subarray(0, line >= 0 ? line + 1 : lastCharacter(bytes));
}

function end(bytes: Buffer): Buffer {
  const line = bytes.indexOf(newline);
  if (line >= 0 && line + 1 < bytes.length) return bytes.subarray(line + 1);
  const first = bytes.findIndex(byte => !continues(byte));
  return bytes.subarray(first < 0 ? bytes.length : first);
}

/** Where the last character begins, which may be cut. */
function lastCharacter(bytes: Buffer): number {
  let at = bytes.length;
  while (at > 0 && continues(bytes[at - 1]!)) at -= 1;
  const begins = at > 0 && bytes[at - 1]! >= 0xc0;
  return begins ? at - 1 : bytes.length;
}

/** A byte of a character, but not its first. */
const continues = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** Characters of a line that are looked through at once: what hostile bytes cost stays in proportion. */
const stride = 512;
/** A sequence that begins so close to the end of them is left for the next ones. */
const longest = 32;

/**
 * What is read of it: without escape sequences, of each line what a terminal shows in the end, and the secrets
 * covered once more, for a colour may have parted one.
 */
export function readable(bytes: Buffer, secrets: readonly string[]): string {
  const plain = bytes.toString('utf8').split('\n').map(plainLine).join('\n');
  return masked(Buffer.from(plain), secrets).toString();
}

/** One line of output, without its end. */
export function plainLine(line: string): string {
  const pieces: string[] = [];
  for (let from = 0; from < line.length; ) {
    const to = endOfPiece(line, from);
    pieces.push(plainText(line.slice(from, to)));
    from = to;
  }
  return asLeft(pieces.join('').toWellFormed());
}

function endOfPiece(line: string, from: number): number {
  const to = from + stride;
  if (to >= line.length) return line.length;
  const sequence = line.lastIndexOf('\x1b', to - 1);
  return sequence > to - longest ? sequence : to;
}
