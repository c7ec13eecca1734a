import type { SecretSearch, SeenMask } from '../../jobs/types.ts';
import { plainText } from './plain-text.ts';

/** What a secret looks like on a screen, in a report, in a message. */
const mask = 0x2a;

/** Secrets shorter than this are left: they would cover half of any text. Bytes. */
const shortest = 4;

/** Where the secrets stand in a piece of output, secret by secret. */
function occurrencesOf(output: Buffer, secrets: readonly Buffer[]): SeenMask[] {
  return secrets.flatMap(secret => {
    const found: SeenMask[] = [];
    for (let at = output.indexOf(secret); at >= 0; at = output.indexOf(secret, at + secret.length))
      found.push({ offset: at, length: secret.length });
    return found;
  });
}

const searched = (secrets: readonly string[]): Buffer[] =>
  secrets.map(secret => Buffer.from(secret)).filter(({ length }) => length >= shortest);

/** Covers some of its bytes; the output itself stays as it is. */
export function covered(output: Buffer, masks: readonly SeenMask[]): Buffer {
  if (masks.length === 0) return output;
  const copy = Buffer.from(output);
  for (const { offset, length } of masks) copy.fill(mask, offset, offset + length);
  return copy;
}

/** Covers every occurrence of the secrets in a piece of output, byte for byte so that offsets hold. */
export function masked(output: Buffer, secrets: readonly string[]): Buffer {
  return covered(output, occurrencesOf(output, searched(secrets)));
}

/** For whoever keeps where the secrets stand; null when there are none. */
export function secretSearch(secrets: readonly string[]): SecretSearch | null {
  const wanted = searched(secrets);
  if (wanted.length === 0) return null;
  return {
    longest: Math.max(...wanted.map(({ length }) => length)),
    find: bytes => occurrencesOf(bytes, wanted),
    unfinished: bytes => Math.max(...wanted.map(secret => begunIn(bytes, secret))),
  };
}

/** Bytes at the end that begin the secret, without ending it. */
function begunIn(bytes: Buffer, secret: Buffer): number {
  for (let length = Math.min(secret.length - 1, bytes.length); length > 0; length -= 1) {
    if (bytes.subarray(-length).equals(secret.subarray(0, length))) return length;
  }
  return 0;
}

/** As plain text: what is not seen may have parted a secret, so it is covered once that is gone. */
export function plainMasked(text: string, secrets: readonly string[]): string {
  return masked(Buffer.from(plainText(text)), secrets).toString();
}

/**
 * Reads a piece of output with its secrets covered, also those that cross the piece's edges.
 * `read` gives at most `bytes` from `offset`.
 */
export async function readMasked(
  read: (offset: number, bytes: number) => Promise<Buffer>,
  offset: number,
  bytes: number,
  secrets: readonly string[],
): Promise<Buffer> {
  const edge = Math.max(0, ...secrets.map(secret => Buffer.byteLength(secret) - 1));
  if (edge === 0) return read(offset, bytes);
  const before = Math.min(edge, offset);
  const wide = masked(await read(offset - before, before + bytes + edge), secrets);
  return wide.subarray(before, before + bytes);
}
