/** This run beside another: what only one of them has, and the lengths worth a look; all of them folded. */
import type { Reading } from '../reading.ts';
import { apartText, cellOf, isTelling, onlyOn } from '../side-by-side.ts';
import type { Comparison } from '../types.ts';
import { blocks, listOf, plain, tableOf } from './text.ts';

type Row = Comparison['rows'][number];

export function againstPart(reading: Reading): string {
  const { against, outcome } = reading.report;
  if (!against) return '';
  const words = reading.said.charts.against;
  const { pair } = reading.said.around;
  const only = (side: 'here' | 'there') =>
    listOf(
      against.differences
        .filter(difference => difference.side === side)
        .map(({ kind, text }) => pair(words.kinds[kind], plain(text))),
    ) || words.nothing;
  return blocks([
    `### ${pair(words.onlyHere, plain(outcome.headline))}`,
    only('here'),
    `### ${pair(words.onlyThere, plain(against.outcome.headline))}`,
    only('there'),
    lengthsPart(reading, against.rows),
  ]);
}

function lengthsPart(reading: Reading, rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const words = reading.said.charts.against;
  const telling = rows.filter(isTelling);
  const steps = rows.filter(({ kind }) => kind === 'step').length;
  const [here, there] = [onlyOn(rows, 'here'), onlyOn(rows, 'there')];
  return blocks([
    `### ${telling.length === rows.length ? words.lengths : words.telling}`,
    telling.length === 0 ? words.alike : lengthsTable(reading, telling),
    listOf([here > 0 ? words.doneHere(here) : '', there > 0 ? words.doneThere(there) : '']),
    telling.length === rows.length ? '' : unfoldable(words.all(steps), lengthsTable(reading, rows)),
  ]);
}

/** GitHub and GitLab fold it; elsewhere it stands there whole. @param summary words of this program alone */
function unfoldable(summary: string, inside: string): string {
  return blocks([`<details><summary>${summary}</summary>`, inside, '</details>']);
}

function lengthsTable(reading: Reading, rows: readonly Row[]): string {
  const words = reading.said.charts.against;
  const { columns } = reading.said.charts.gantt;
  const cell = (row: Row, side: 'here' | 'there') => {
    const { length, outcome } = cellOf(reading, row, side);
    return plain([length, outcome].filter(Boolean).join(', ')) || '—';
  };
  const strong = ({ kind }: Row, text: string) =>
    kind === 'step' || text === '' ? text : `**${text}**`;
  return tableOf(
    [columns.number, columns.title, words.hereLong, words.thereLong, words.difference],
    rows.map(row => [
      strong(row, plain(row.number)),
      strong(row, plain(row.title)),
      cell(row, 'here'),
      cell(row, 'there'),
      apartText(reading, row),
    ]),
  );
}
