/** The axis of what was done alone, for where it would be lost beside what was planned. */
import type { Gantt, GanttRow, Stretch } from '../../types.ts';
import { plotLeft, plotRight } from './drawing.ts';
import { scaleOf } from './scale.ts';

/** An axis and what is cut out of it. */
export interface Axis {
  whole: Stretch;
  gaps: readonly Stretch[];
}

export interface OwnScale extends Axis {
  /** Of the other axis, what the run takes: 0 to 1. */
  share: number;
}

/** Of the axis: a course shorter than this has bars that nobody can tell apart. */
const lost = 0.15;
/** Units: no bar narrower than this is seen. */
const visible = 3;
const second = 1000;
const minute = 60 * second;

/** Null where what was done can be seen on the axis given, or where nothing was. */
export function ownScaleOf(
  rows: readonly GanttRow[],
  signs: Gantt['signs'],
  { whole, gaps }: Axis,
): OwnScale | null {
  const done = rows.flatMap(({ actual }) => actual);
  const busy = [...done, ...signs.map(({ at }) => ({ from: at, to: at }))];
  const own = axisOf(busy);
  if (done.length === 0 || own.whole.to - own.whole.from < second) return null;
  const scale = scaleOf(whole, gaps, plotLeft, plotRight);
  const widthOf = ({ from, to }: Stretch) => scale.x(to) - scale.x(from);
  const share = widthOf(own.whole) / (plotRight - plotLeft);
  // Cutting out its waits must make something of it.
  const isSpread = own.gaps.length > 0 && done.every(part => widthOf(part) < visible);
  return share < lost || isSpread ? { ...own, share } : null;
}

/** A wait that would push aside what was done is cut out. */
function axisOf(busy: readonly Stretch[]): Axis {
  const filled = busy.reduce((sum, { from, to }) => sum + to - from, 0);
  const least = Math.max(minute, filled / 3);
  const whole = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
  const gaps: Stretch[] = [];
  for (const { from, to } of busy.toSorted((a, b) => a.from - b.from)) {
    if (from - whole.to >= least && whole.to > whole.from) gaps.push({ from: whole.to, to: from });
    whole.from = Math.min(whole.from, from);
    whole.to = Math.max(whole.to, to);
  }
  return { whole, gaps };
}
