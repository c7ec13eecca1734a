/** A limit of time on anything that honours a signal. */
import { Unmeasured } from './unmeasured.ts';

/**
 * Does `work` under a signal that aborts with `outer`, and after so many milliseconds.
 * @throws Unmeasured `timeout` when it fails after that time
 */
export async function within<T>(
  milliseconds: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  outer.throwIfAborted();
  const inner = new AbortController();
  const pass = () => inner.abort(outer.reason);
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    inner.abort();
  }, milliseconds);
  outer.addEventListener('abort', pass, { once: true });
  try {
    return await work(inner.signal);
  } catch (error) {
    if (!late || error instanceof Unmeasured) throw error;
    throw new Unmeasured('timeout', `no answer in ${milliseconds / 1000} s`);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', pass);
  }
}
