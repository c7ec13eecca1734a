/** Two runs side by side: what is worth a look, and how far apart they are. */
import { describe, expect, test } from 'vitest';
import { htmlOf } from '../../src/report/html.ts';
import { markdownOf } from '../../src/report/markdown.ts';
import { readingOf } from '../../src/report/reading.ts';
import {
  againstTitle,
  againstWhich,
  apartText,
  cellOf,
  isTelling,
  onlyOn,
} from '../../src/report/side-by-side.ts';
import type { Comparison } from '../../src/report/types.ts';
import { minutes, seconds } from './sample/clock.ts';
import { sampleReport } from './sample.ts';

type Row = Comparison['rows'][number];

const french = readingOf(sampleReport());
const english = readingOf(sampleReport({ language: 'en' }));
const against = french.report.against!;

function step(here: number | null, there: number | null, more: Partial<Row> = {}): Row {
  const outcome = (length: number | null) => (length === null ? '' : 'faite');
  return {
    key: 'step:3.1',
    kind: 'step',
    number: '3.1',
    title: 'Dépendances',
    here,
    there,
    outcomeHere: outcome(here),
    outcomeThere: outcome(there),
    ...more,
  };
}

describe('the difference', () => {
  test.each([
    ['both read the same', 300, 900, '='],
    ['less than a second apart', 3_900, 4_100, '≈'],
    ['a second', seconds(3), seconds(4), '−1 s'],
    ['minutes and seconds', seconds(1_088), minutes(8), '+10 min 08'],
    ['seconds that hours do not show', minutes(72), minutes(72) + seconds(40), '='],
    ['not done there', seconds(3), null, ''],
  ])('%s', (_, here, there, text) => {
    expect(apartText(french, step(here, there))).toBe(text);
  });
});

describe('a row is worth a look', () => {
  test.each([
    ['by a minute', step(minutes(60), minutes(61)), true],
    ['by less than a minute of an hour', step(minutes(60), minutes(60) + seconds(59)), false],
    ['by a fifth and five seconds', step(seconds(25), seconds(20)), true],
    ['not by a fifth of a second', step(200, 900), false],
    ['not by five seconds of a minute', step(seconds(60), seconds(65)), false],
    ['by another outcome', step(null, 400, { outcomeHere: 'échec' }), true],
    ['not because one run never came to it', step(null, minutes(3)), false],
    ['when it is a phase', step(null, null, { kind: 'phase' }), true],
  ])('%s', (_, row, telling) => {
    expect(isTelling(row)).toBe(telling);
  });

  test('what one run alone came to is counted', () => {
    const rows = [step(1, null), step(null, 1), step(null, 1), step(1, 1), step(null, null)];
    expect([onlyOn(rows, 'here'), onlyOn(rows, 'there')]).toEqual([1, 2]);
  });
});

test('a cell says how a step ended where the two differ', () => {
  expect(cellOf(french, step(400, 900), 'here')).toEqual({ length: '< 1 s', outcome: '' });
  const failed = step(null, 900, { outcomeHere: 'échec' });
  expect(cellOf(french, failed, 'here')).toEqual({ length: '', outcome: 'échec' });
  expect(cellOf(french, failed, 'there')).toEqual({ length: '< 1 s', outcome: 'faite' });
});

test('the title says against which run: a rehearsal, or one that counted', () => {
  expect(againstTitle(french, against)).toBe('Face à la répétition du mardi 24 novembre 2026');
  expect(againstTitle(english, against)).toBe('Beside the rehearsal of Tuesday 24 November 2026');
  const counted = { ...against, run: { ...against.run, protected: true } };
  expect(againstTitle(french, counted)).toBe('Face à l’exécution du mardi 24 novembre 2026');
  expect(againstWhich(against)).toBe('staging, 2026-11-24-staging-11c0');
});

describe('in a report', () => {
  const alike = Array.from({ length: 80 }, (_, at) =>
    step(300, 310, { key: `step:9.${at}`, number: `9.${at}`, title: `Action ${at}` }),
  );
  const given = sampleReport({ against: { ...against, rows: [...against.rows, ...alike] } });

  test('the page shows what is worth a look, and folds the table of all', () => {
    const page = htmlOf(given);
    const section = /<section id="against"[\s\S]*?<\/section>/.exec(page)![0];
    const [shown, folded] = section.split('<details data-keep="against-all"') as [string, string];
    expect(shown.match(/<tr class="step">/g)).toHaveLength(4);
    expect(shown).toContain('Là-bas seulement : 1 action.');
    expect(folded).toContain('<summary>Toutes les actions (85)</summary>');
    expect(folded.match(/<tr class="step">/g)).toHaveLength(85);
    expect(folded).toContain('<span aria-hidden="true">=</span><span class="sr">pareil</span>');
    expect(section).not.toMatch(/[−+]0 s/);
  });

  test('so does the Markdown', () => {
    const text = markdownOf(given);
    const [shown, folded] = text.split('<details>') as [string, string];
    expect(shown).toContain('| 3.1 | Dépendances | 13 min | 9 min | +4 min |');
    expect(shown).toContain('| 3.3 | Permissions | passée | 1 min, faite |   |');
    expect(shown).not.toContain('Action 7');
    expect(folded).toContain('<summary>Toutes les actions (85)</summary>\n\n| N°');
    expect(folded).toContain('| 9.7 | Action 7 | < 1 s | < 1 s | = |');
  });

  test('two runs that went alike say so', () => {
    const rows = alike.slice(0, 3);
    const text = markdownOf(sampleReport({ against: { ...against, rows } }));
    expect(text).toContain('Aucune action n’a fini autrement ni pris un temps bien différent.');
  });
});
