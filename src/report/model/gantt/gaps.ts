/** The axis of the chart, and what is left out of it. */
import type { Gantt, Stretch } from '../../types.ts';

const minute = 60_000;
/** Shorter pauses are shown, and those that are short beside what was done. */
const shortest = 5 * minute;
const share = 10;

/** From the first to the last of what is to be drawn; both `otherwise` where that is nothing. */
export function axisOf(
  busy: readonly Stretch[],
  otherwise: number,
): Pick<Gantt, 'from' | 'to' | 'gaps'> {
  const blocks = blocksOf(busy);
  const from = blocks[0]?.from ?? otherwise;
  const to = blocks.at(-1)?.to ?? otherwise;
  return { from, to, gaps: gapsBetween(blocks) };
}

/** What overlaps or touches, as one; in order. */
function blocksOf(busy: readonly Stretch[]): Stretch[] {
  const blocks: Stretch[] = [];
  for (const { from, to } of busy.toSorted((a, b) => a.from - b.from)) {
    const last = blocks.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else blocks.push({ from, to });
  }
  return blocks;
}

function gapsBetween(blocks: readonly Stretch[]): Stretch[] {
  const filled = blocks.reduce((sum, { from, to }) => sum + to - from, 0);
  const least = Math.max(shortest, filled / share);
  return blocks.slice(1).flatMap(({ from }, before) => {
    const gap = { from: blocks[before]!.to, to: from };
    return gap.to - gap.from >= least ? [gap] : [];
  });
}
