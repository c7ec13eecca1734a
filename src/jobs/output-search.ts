/** Where secrets stand in an output that grows. */
import { readRange } from './output.ts';
import type { SecretSearch, SeenMask } from './types.ts';

export interface Found {
  masks: SeenMask[];
  /** Bytes that were looked through; what may be the beginning of a secret is left for the next time. */
  upTo: number;
}

/** How much is read at once. Bytes. */
const stride = 256 * 1024;
/** More than this many are not told apart any more: their list must stay small beside the output. */
const finest = 50_000;

/** Looks through each byte once, but about the edges of what was looked through before. */
export class OutputSearch {
  readonly #file: string;
  readonly #search: SecretSearch;
  readonly #edge: number;
  /** What stood just before the place where the last look ended; null when there was none. */
  #before: Buffer | null = null;
  #count = 0;

  constructor(file: string, search: SecretSearch) {
    this.#file = file;
    this.#search = search;
    this.#edge = search.longest - 1;
  }

  /**
   * Looks through the bytes from `from` to `size`; `last`: no more will come.
   * @returns null when what was looked through before is not there any more.
   */
  async look(from: number, size: number, last: boolean): Promise<Found | null> {
    const masks: SeenMask[] = [];
    let at = from;
    let [start, bytes] = await this.#window(at, size);
    if (!this.#isSame(bytes.subarray(0, at - start))) return null;
    while (start + bytes.length > at) {
      masks.push(...this.#masks(start, bytes, at));
      at = start + bytes.length;
      if (at >= size) break;
      [start, bytes] = await this.#window(at, size);
    }
    const upTo = Math.max(from, at - (last ? 0 : this.#search.unfinished(bytes)));
    this.#before = Buffer.from(bytes.subarray(0, upTo - start).subarray(-this.#edge));
    return { masks, upTo };
  }

  /** One stride from `at`, and what is before it. */
  async #window(at: number, size: number): Promise<[start: number, bytes: Buffer]> {
    const start = Math.max(0, at - 2 * this.#edge);
    return [start, await readRange(this.#file, start, Math.min(at + stride, size) - start)];
  }

  /** A command may empty its output, and fill it again between two looks: `tee /dev/stderr` does. */
  #isSame(before: Buffer): boolean {
    return (
      this.#before === null ||
      before.length === 0 ||
      before.subarray(-this.#edge).equals(this.#before)
    );
  }

  #masks(start: number, bytes: Buffer, at: number): SeenMask[] {
    const found = this.#search
      .find(bytes)
      .map(({ offset, length }) => ({ offset: start + offset, length }))
      .filter(({ offset, length }) => offset + length > at);
    this.#count += found.length;
    return this.#count > finest ? asOne(found) : found;
  }
}

/** From the first to the last. */
function asOne(masks: readonly SeenMask[]): SeenMask[] {
  if (masks.length < 2) return [...masks];
  const offset = Math.min(...masks.map(mask => mask.offset));
  const end = Math.max(...masks.map(mask => mask.offset + mask.length));
  return [{ offset, length: end - offset }];
}
