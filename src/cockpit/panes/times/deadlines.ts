/** What must hold, above the table: a margin is no hour, and a name cut short is another one's. */
import type { TimeRow } from '../../../view/types.ts';
import { cell, widthOf } from '../../text/fit.ts';
import { row, type Theme } from '../../theme.ts';

/** Cells of the sign, and between a name and what is said of it. */
const sign = 2;
const gap = 2;

/** One row each, names whole: the hour of the plan, what is expected of it now, how late. */
export function deadlineRows(
  theme: Theme,
  lines: readonly TimeRow[],
  selected: string | undefined,
  width: number,
): string[] {
  const longest = lines.reduce((most, line) => Math.max(most, widthOf(nameOf(line))), 0);
  const column = Math.min(longest, width - sign);
  return lines.map(line => {
    const here = line.key === selected;
    const mark = here ? '> ' : theme.ascii ? '= ' : '◆ ';
    const { tone } = line;
    return row(theme, width, [
      { text: mark, tone, strong: true },
      { text: cell(nameOf(line), column, theme), tone, strong: true, inverse: here },
      { text: ' '.repeat(gap) + saidOf(line, theme), tone, strong: true },
    ]);
  });
}

/** The step last: it is what deadlines of the same step have in common. */
function nameOf({ number, title }: TimeRow): string {
  return [title, number].filter(Boolean).join(' ');
}

/** `10:30 → 10:41 (10:55)  +11 min`, `09:58  encore 2 h 51`. */
function saidOf({ planned, actual, forecast, drift }: TimeRow, { ascii }: Theme): string {
  const moved = forecast !== '' && forecast !== planned;
  const arrow = planned === '' ? '' : ascii ? ' -> ' : ' → ';
  return [planned + (moved ? arrow + forecast : ''), actual, drift].filter(Boolean).join('  ');
}
