/** One limit of time on all that is done to reach somebody, from the first look-up to the last byte. */

/** What a timer can count: beyond, it would ring at once. Milliseconds. */
const longest = 2 ** 31 - 1;

/** Seconds for a timer. */
export function inMilliseconds(seconds: number): number {
  return Math.min(seconds * 1000, longest);
}

export interface TimeBox {
  /** Aborts when the time is up, or when whoever asked gives up. */
  readonly signal: AbortSignal;
  /** Which of the two it was, in a few words. */
  why(): string;
}

/** Does `work`, which honours its box, in so many seconds; what it gives and throws is passed on. */
export async function within<T>(
  seconds: number,
  given: AbortSignal,
  work: (box: TimeBox) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const timer = setTimeout(stop, inMilliseconds(seconds));
  given.addEventListener('abort', stop);
  if (given.aborted) stop();
  const why = () => (given.aborted ? 'given up' : `no answer within ${seconds} s`);
  try {
    return await work({ signal: controller.signal, why });
  } finally {
    clearTimeout(timer);
    given.removeEventListener('abort', stop);
  }
}
