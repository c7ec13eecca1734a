/** The nearest-rank percentile: one of the values, never between two. @throws RangeError without any */
export function percentile(values: readonly number[], percent: number): number {
  const rank = Math.ceil((percent / 100) * values.length);
  const found = values.toSorted((a, b) => a - b)[Math.max(rank, 1) - 1];
  if (found === undefined) throw new RangeError('no values');
  return found;
}
