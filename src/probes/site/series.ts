/**
 * Does `work` so many times, `width` at once, until the signal.
 * @returns results in the order of their ends; those that the signal cut are left out
 */
export async function series<T>(
  times: number,
  width: number,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T[]> {
  const done: T[] = [];
  let begun = 0;
  const lane = async () => {
    while (begun < times && !signal.aborted) {
      begun += 1;
      const result = await work();
      if (!signal.aborted) done.push(result);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, times) }, lane));
  return done;
}
