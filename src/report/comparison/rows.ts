/** The phases and steps of two runs, side by side. */
import type { Comparison, GanttRow, Report } from '../types.ts';
import { type Ended, endingsOf } from './outcomes.ts';

type Row = Comparison['rows'][number];

/** What one run has of a row. */
type Side = Ended | null;

interface Pair {
  row: GanttRow;
  here: Side;
  there: Side;
}

/**
 * In the order of this run's plan; what only the other one has stands where it stood there. They are the same
 * where both number and title are: a step that moved, or was renamed, is another one.
 */
export function rowsOf(here: Report, there: Report): Row[] {
  const pairs = own(here).map(({ row, end }): Pair => ({ row, here: end, there: null }));
  let after = -1;
  for (const { row, end } of own(there)) {
    const found = pairs.findIndex(pair => identity(pair.row) === identity(row));
    if (found < 0) pairs.splice(after + 1, 0, { row, here: null, there: end });
    else pairs[found]!.there = end;
    after = found < 0 ? after + 1 : found;
  }
  return pairs.map(rowOf);
}

function own(report: Report): { row: GanttRow; end: Ended }[] {
  const endOf = endingsOf(report);
  return report.gantt.rows
    .filter(({ kind }) => kind !== 'stage')
    .map(row => ({ row, end: endOf(row) }));
}

const identity = ({ key, title }: GanttRow): string => `${key} ${title}`;

function rowOf({ row, here, there }: Pair): Row {
  return {
    key: row.key,
    kind: row.kind === 'phase' ? 'phase' : 'step',
    number: row.number,
    title: row.title,
    here: here?.length ?? null,
    there: there?.length ?? null,
    outcomeHere: here?.outcome ?? '',
    outcomeThere: there?.outcome ?? '',
  };
}
