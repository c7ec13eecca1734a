/** What an edited command becomes: every changed line to its end, as far as the dialog has room. */
import type { DialogLine } from '../components/dialog.tsx';
import { difference } from '../editing/difference.ts';
import type { Look } from '../look.tsx';
import { wrap } from '../text/fit.ts';

export interface Change {
  before: string | null;
  /** Undefined until the command was edited. */
  after: string | undefined;
}

/** Rows of the heading, its blank included, and the least of the change below it. */
const heading = 2;
const least = 2;
const tones = { '-': 'bad', '+': 'good' } as const;

/** In at most `height` rows; the last one says how many rows are left out. None without a change. */
export function changeLines(
  { words }: Look,
  { before, after }: Change,
  { width, height }: { width: number; height: number },
): DialogLine[] {
  if (before === null || after === undefined) return [];
  const rows = difference(before, after).flatMap(({ sign, text }) =>
    wrap(text, width - 2).map((part, at): DialogLine => {
      const start = at === 0 ? `${sign} ` : '  ';
      return { left: [{ text: start + part, tone: tones[sign] }] };
    }),
  );
  const title: DialogLine = { left: [{ text: words.cockpit.editing.changes, tone: 'muted' }] };
  return [{ left: [] }, title, ...shortened(rows, Math.max(least, height - heading))];
}

/** The last row says how many are left out. */
export function shortened(rows: readonly DialogLine[], most: number): readonly DialogLine[] {
  if (rows.length <= most) return rows;
  const more: DialogLine = { left: [{ text: `… +${rows.length - most + 1}`, tone: 'muted' }] };
  return [...rows.slice(0, most - 1), more];
}
