/** The part of a long list that is drawn: rows around the cursor, the same ones while it stays inside. */

/**
 * First row to draw so that row `cursor` is seen among `height` of `total`, a third of the way down
 * where there is room above and below.
 */
export function windowStart(total: number, height: number, cursor: number): number {
  const last = Math.max(0, total - height);
  return Math.max(0, Math.min(last, cursor - Math.floor(height / 3)));
}
