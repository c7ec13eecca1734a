/** Two runs side by side: which rows are worth a look, and how far apart they are. */
import { day } from '../view/schedule/time.ts';
import { lengthText, longDate, type Reading } from './reading.ts';
import type { Comparison } from './types.ts';

type Row = Comparison['rows'][number];

const second = 1000;
const minute = 60 * second;

/** `Face à la répétition du mardi 24 novembre 2026`. */
export function againstTitle(reading: Reading, { run }: Comparison): string {
  const { rehearsal, run: other } = reading.said.charts.against;
  const date = longDate(reading, day(Date.parse(run.startedAt), run.timezone));
  return run.protected ? other(date) : rehearsal(date);
}

/** `staging, 2026-11-24-staging-11c0`. */
export function againstWhich({ run }: Comparison): string {
  return [run.environment, run.id].filter(Boolean).join(', ');
}

/**
 * A phase, a step that ended in another way, and one whose length differs by a minute, or by a fifth and five
 * seconds. What one run never came to is in its phase, and counted by `onlyOn`.
 */
export function isTelling({ kind, here, there, outcomeHere, outcomeThere }: Row): boolean {
  if (kind === 'phase') return true;
  if (outcomeHere !== '' && outcomeThere !== '' && outcomeHere !== outcomeThere) return true;
  if (here === null || there === null) return false;
  const apart = Math.abs(here - there);
  return apart >= minute || (apart >= 5 * second && apart >= Math.max(here, there) / 5);
}

/** Steps that one of the two alone came to. */
export function onlyOn(rows: readonly Row[], side: 'here' | 'there'): number {
  const [mine, other] =
    side === 'here'
      ? (['outcomeHere', 'outcomeThere'] as const)
      : (['outcomeThere', 'outcomeHere'] as const);
  return rows.filter(row => row.kind === 'step' && row[mine] !== '' && row[other] === '').length;
}

/** `+3 min 20`; `=` where both read the same, `≈` where a rounding sets them apart; '' without both lengths. */
export function apartText(reading: Reading, { here, there }: Row): string {
  if (here === null || there === null) return '';
  if (lengthText(reading, here) === lengthText(reading, there)) return '=';
  const apart = Math.abs(here - there);
  if (apart < second) return '≈';
  return `${here > there ? '+' : '−'}${lengthText(reading, apart)}`;
}

/** Its length, and how it ended where that is not the same on both sides; '' for what was not come to. */
export function cellOf(
  reading: Reading,
  row: Row,
  side: 'here' | 'there',
): { length: string; outcome: string } {
  const isHere = side === 'here';
  const length = isHere ? row.here : row.there;
  const outcome = isHere ? row.outcomeHere : row.outcomeThere;
  const isSame = row.outcomeHere === row.outcomeThere && length !== null;
  return {
    length: length === null ? '' : lengthText(reading, length),
    outcome: isSame ? '' : outcome,
  };
}
