/** How long one visit of a series may take. */

/** Below it, a slow site would be called a dead one. Milliseconds. */
const patience = 5000;

/**
 * An equal part of the whole, a little less so that a site that never answers is seen to fail within it; more
 * where that would be too short: the series may then be cut off.
 * @param series.timeout seconds for all of it
 * @returns milliseconds, always less than the whole
 */
export function shareOf(series: { requests: number; timeout: number }, width: number): number {
  const usable = series.timeout * 1000 * 0.9;
  return Math.max(usable / Math.ceil(series.requests / width), Math.min(patience, usable));
}
