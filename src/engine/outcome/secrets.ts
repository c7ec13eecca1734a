import { plainText } from './plain-text.ts';

/** What a secret looks like on a screen, in a report, in a message. */
const mask = 0x2a;

/**
 * Covers every occurrence of the secrets in a piece of output, byte for byte so that offsets hold.
 * Secrets shorter than four bytes are left: they would cover half of any text.
 */
export function masked(output: Buffer, secrets: readonly string[]): Buffer {
  let covered: Buffer | null = null;
  for (const secret of secrets) {
    const bytes = Buffer.from(secret);
    if (bytes.length < 4) continue;
    for (let at = output.indexOf(bytes); at >= 0; at = output.indexOf(bytes, at + bytes.length)) {
      covered ??= Buffer.from(output);
      covered.fill(mask, at, at + bytes.length);
    }
  }
  return covered ?? output;
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
