import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Limits } from './limits.ts';
import type { Page } from './types.ts';

export type Form = 'html' | 'json';

/** One version of the page, encoded once for all who take it. */
export interface Edition {
  version: string;
  bytes(form: Form, packed: boolean): Promise<Buffer>;
}

/** The page in its successive versions, never two of them in the making. */
export interface Editions {
  /** The page would be another one now. */
  outdate(): void;
  /** The newest: a new one where there is news and time enough has gone by. @throws what making the page throws. */
  current(): Promise<Edition>;
  /** Is there news that the newest does not tell? */
  isOutdated(): boolean;
  /** Milliseconds until a new one may be made. */
  due(): number;
  /** An answer carries this one, until the function that it gives is called. */
  hold(edition: Edition): () => void;
}

/**
 * Each version that a slow reader still takes is memory that cannot go: the more of them there are, the longer
 * until another is made. With every answer limited in time, their number is limited as well.
 */
export function createEditions(make: () => Promise<Page>, limits: Limits): Editions {
  let newest: Edition | null = null;
  let making: Promise<Edition> | null = null;
  let outdated = true;
  let began = Number.NEGATIVE_INFINITY;
  let took = 0;
  const held = new Map<Edition, number>();

  const due = (): number => {
    const older = held.size - (newest !== null && held.has(newest) ? 1 : 0);
    const pace = Math.max(limits.pace, limits.ease * took) * 2 ** older;
    return Math.max(0, began + Math.min(pace, limits.slowestPace) - performance.now());
  };
  const renew = async (): Promise<Edition> => {
    outdated = false;
    began = performance.now();
    try {
      const page = await make();
      if (newest?.version !== page.version) newest = editionOf(page);
      return newest;
    } catch (error) {
      outdated = true;
      throw error;
    } finally {
      took = performance.now() - began;
      making = null;
    }
  };

  return {
    due,
    outdate() {
      outdated = true;
    },
    isOutdated: () => outdated,
    current() {
      if (making) return making;
      if (newest && (!outdated || due() > 0)) return Promise.resolve(newest);
      making = renew();
      return making;
    },
    hold(edition) {
      held.set(edition, (held.get(edition) ?? 0) + 1);
      return () => {
        const others = held.get(edition)! - 1;
        if (others > 0) held.set(edition, others);
        else held.delete(edition);
      };
    },
  };
}

const pack = promisify(gzip);
/** A second's news for a train's link: speed counts more than the last byte. */
const level = 4;

function editionOf({ version, html, json }: Page): Edition {
  // Not in a closure: the text is twice as large, and no longer needed.
  const page = Promise.resolve(Buffer.from(html));
  const plain = { html: () => page, json: once(async () => Buffer.from(json())) };
  const packing = (form: Form) => once(async () => pack(await plain[form](), { level }));
  const packed = { html: packing('html'), json: packing('json') };
  return { version, bytes: (form, small) => (small ? packed : plain)[form]() };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | null = null;
  return () => {
    made ??= make();
    return made;
  };
}
