/** The one time limit of a sending, from the first look-up to the last byte of the answer. */

/** What a timer can count: beyond, it would ring at once. Milliseconds. */
const longest = 2 ** 31 - 1;

/** Seconds for a timer. */
export function inMilliseconds(seconds: number): number {
  return Math.min(seconds * 1000, longest);
}

export interface TimeBox {
  /** Aborts when the time is up, or when the caller gave the sending up. */
  readonly signal: AbortSignal;
  /** Which of the two it was. */
  why(): string;
  /** Forgets the timer and the caller's signal. */
  close(): void;
}

/** @param seconds whole time that the sending may take */
export function openTimeBox(seconds: number, given: AbortSignal): TimeBox {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const timer = setTimeout(stop, inMilliseconds(seconds));
  given.addEventListener('abort', stop);
  if (given.aborted) stop();
  return {
    signal: controller.signal,
    why: () => (given.aborted ? 'given up' : `no answer within ${seconds} s`),
    close() {
      clearTimeout(timer);
      given.removeEventListener('abort', stop);
    },
  };
}
