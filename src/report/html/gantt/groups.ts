/** The Gantt's rows as they hang together: a stage's phases, a phase's steps. */
import type { GanttRow, Stretch } from '../../types.ts';

export interface Group {
  /** The phase, or the stage where it has none of its own. */
  row: GanttRow;
  steps: GanttRow[];
}

export interface StageGroup {
  /** Null where rows come without a stage. */
  stage: GanttRow | null;
  groups: Group[];
}

/** Follows the order of the rows. */
export function groupsOf(rows: readonly GanttRow[]): StageGroup[] {
  const stages: StageGroup[] = [];
  for (const row of rows) {
    if (row.kind === 'stage') stages.push({ stage: row, groups: [] });
    else add(stages, row);
  }
  return stages.map(withoutHeading);
}

function add(stages: StageGroup[], row: GanttRow): void {
  if (stages.length === 0) stages.push({ stage: null, groups: [] });
  const { stage, groups } = stages.at(-1)!;
  if (row.kind === 'phase') groups.push({ row, steps: [] });
  else if (groups.length > 0) groups.at(-1)!.steps.push(row);
  else groups.push({ row: stage ?? row, steps: [row] });
}

/** Steps that hang from a stage are its one row. */
function withoutHeading({ stage, groups }: StageGroup): StageGroup {
  const isItself = groups.length === 1 && groups[0]!.row === stage;
  return { stage: isItself ? null : stage, groups };
}

/** From the first to the last of what is planned and done in some rows; null for nothing. */
export function hullOf(rows: readonly GanttRow[]): Stretch | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { planned, actual, best } of rows) {
    for (const span of [planned, best, ...actual]) {
      if (!span) continue;
      from = Math.min(from, span.from);
      to = Math.max(to, span.to);
    }
  }
  return from <= to ? { from, to } : null;
}

/** What was done, all its stretches together, ms; null for nothing. */
export function tookOf({ actual }: GanttRow): number | null {
  if (actual.length === 0) return null;
  return actual.reduce((sum, { from, to }) => sum + to - from, 0);
}
