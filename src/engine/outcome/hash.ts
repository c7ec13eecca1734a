/** The seal of an output: what `verify` will find again, as long as nobody touches the file. */
import { createHash } from 'node:crypto';
import type { Output } from './excerpt.ts';

/** How much is read, and hashed without a pause, at once. Bytes. */
const stride = 1024 * 1024;

/** SHA-256 of the bytes that count, hex. @throws when some of them are not there any more. */
export async function hashOf({ size, read }: Pick<Output, 'size' | 'read'>): Promise<string> {
  const hash = createHash('sha256');
  for (let offset = 0; offset < size; ) {
    const piece = await read(offset, Math.min(stride, size - offset));
    if (piece.length === 0) throw new Error(`only ${offset} of ${size} bytes are there`);
    hash.update(piece);
    offset += piece.length;
  }
  return hash.digest('hex');
}
