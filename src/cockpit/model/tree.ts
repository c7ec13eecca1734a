/** Which rows of the plan are visible: the current phase is open, others as the operator left them. */
import type { TreeRow } from '../../view/types.ts';
import { matches } from './filter.ts';

/** Index of the row that encloses row `at`; -1 at the top. */
function parentOf(rows: readonly TreeRow[], at: number): number {
  const { depth } = rows[at]!;
  return rows.slice(0, at).findLastIndex(row => row.depth < depth);
}

/** Keys of the rows around the current step. */
function aroundCurrent(rows: readonly TreeRow[]): Set<string> {
  const around = new Set<string>();
  let at = currentIndex(rows);
  while (at >= 0) {
    at = parentOf(rows, at);
    if (at >= 0) around.add(rows[at]!.key);
  }
  return around;
}

export function currentIndex(rows: readonly TreeRow[]): number {
  const step = rows.findIndex(row => row.current && row.kind === 'step');
  return step >= 0 ? step : rows.findLastIndex(row => row.current);
}

/** Keys of the rows that are open. */
export function openRows(
  rows: readonly TreeRow[],
  folds: Readonly<Record<string, boolean>>,
): Set<string> {
  const open = aroundCurrent(rows);
  for (const [key, unfolded] of Object.entries(folds)) {
    if (unfolded) open.add(key);
    else open.delete(key);
  }
  return open;
}

/** Rows to show, in order. With a filter: what matches, and what encloses it, whatever is folded. */
export function visibleRows(
  rows: readonly TreeRow[],
  folds: Readonly<Record<string, boolean>>,
  filter: string,
): TreeRow[] {
  if (filter !== '') return matchingRows(rows, filter);
  const open = openRows(rows, folds);
  let hiddenBelow = Number.POSITIVE_INFINITY;
  return rows.filter(row => {
    if (row.depth > hiddenBelow) return false;
    hiddenBelow = row.kind !== 'step' && !open.has(row.key) ? row.depth : Number.POSITIVE_INFINITY;
    return true;
  });
}

function matchingRows(rows: readonly TreeRow[], filter: string): TreeRow[] {
  const kept = new Set<number>();
  rows.forEach((row, index) => {
    if (!matches(textOf(row), filter)) return;
    for (let at = index; at >= 0; at = parentOf(rows, at)) kept.add(at);
  });
  return rows.filter((_, index) => kept.has(index));
}

export function textOf(row: TreeRow): string {
  return `${row.time} ${row.number} ${row.title} ${row.status.word} ${row.note}`;
}

/** Key of what encloses a row, to go up to. */
export function parentKey(rows: readonly TreeRow[], key: string): string | undefined {
  const at = rows.findIndex(row => row.key === key);
  return at < 0 ? undefined : rows[parentOf(rows, at)]?.key;
}
