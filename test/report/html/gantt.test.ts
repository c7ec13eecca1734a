/** What the Gantt shows of a report, as text of its SVG. */
import { describe, expect, test } from 'vitest';
import { groupsOf, hullOf } from '../../../src/report/html/gantt/groups.ts';
import { ganttSection } from '../../../src/report/html/gantt.ts';
import { sparkline } from '../../../src/report/html/sparkline.ts';
import { readingOf } from '../../../src/report/reading.ts';
import type { Report } from '../../../src/report/types.ts';
import { at, ms } from '../sample/clock.ts';
import { sampleReport } from '../sample.ts';

const { rows } = sampleReport().gantt;
const drawn = (more: Partial<Report> = {}) =>
  ganttSection(readingOf(sampleReport(more)))!.markup.split('</svg></div>')[0]!;
const texts = (svg: string, kind: string) =>
  [...svg.matchAll(new RegExp(`<text class="${kind}[^"]*"[^>]*>([^<]*)`, 'g'))].map(
    ([, text]) => text,
  );

describe('rows', () => {
  test('hang together by their order: a stage whose steps have no phase is one row', () => {
    const groups = groupsOf(rows);
    expect(groups.map(({ stage }) => stage?.number ?? null)).toEqual([null, 'Jour J']);
    expect(groups.flatMap(each => each.groups.map(({ row }) => row.number))).toEqual([
      'J-1',
      '1',
      '2',
      '3',
      '4',
      '5',
      'R',
    ]);
    expect(groups[1]!.groups[2]!.steps.map(({ number }) => number)).toEqual([
      '3.1',
      '3.2',
      '3.3',
      '3.4',
    ]);
  });

  test('span what was planned, done and rehearsed', () => {
    const phase = rows.filter(({ number }) => number.startsWith('3.'));
    expect(hullOf(phase)).toEqual({ from: ms('07:05'), to: ms('07:47') });
    expect(hullOf([])).toBeNull();
  });
});

describe('the drawing', () => {
  test('has a row for each phase, its stage above, its delay beside', () => {
    const svg = drawn();
    expect(texts(svg, 'heading')).toEqual(['Déploiement production']);
    expect(texts(svg, 'bars')).toEqual([
      'Validation',
      'Préparation',
      expect.stringMatching(/^Mise en maintenance et sauve.*…$/),
      'Déploiement du code',
      'Migration des données',
      'Ouverture',
      'Retour arrière',
    ]);
    expect(texts(svg, 'remark')).toContain('✗ +9 min');
  });

  test('labels each decision with its glyph and its word', () => {
    const { gantt } = sampleReport();
    const few = gantt.signs.filter(({ step }) => step === '4.2' || step === null);
    expect(texts(drawn({ gantt: { ...gantt, signs: few } }), 'flag')).toEqual([
      '✓ GO 4.2 Contrôle du dry-run',
      '↶ Retour arrière',
      '◇ Retour validé',
    ]);
  });

  test('where labels have no room, a decision keeps its word and its step', () => {
    expect(texts(drawn(), 'flag')).toEqual([
      '◇ 2.1 Début de la m…',
      '✓ GO 4.2',
      '✗ NO-GO 5.2',
      '↶ Retour arrière',
      '◇ Retour validé',
    ]);
  });

  test('breaks the axis where nothing happened, and explains only what it shows', () => {
    const svg = drawn();
    expect(svg).toContain('13 h 55 sans rien');
    expect(svg).toContain('temps mort, non dessiné');
    const { gantt } = sampleReport();
    const calm = drawn({ gantt: { ...gantt, gaps: [], window: null } });
    expect(calm).not.toContain('temps mort');
    expect(calm).not.toContain('fenêtre de maintenance');
  });

  test('keeps a long number out of the way of the bars', () => {
    const { gantt } = sampleReport();
    const long = gantt.rows.map(row => ({ ...row, number: 'X'.repeat(80) }));
    for (const number of texts(drawn({ gantt: { ...gantt, rows: long } }), 'number')) {
      expect(number!.length).toBeLessThanOrEqual(12);
    }
  });
});

test('a watch of a week is a small drawing, and no figure that failed is lost', () => {
  const series = Array.from({ length: 5_000 }, (_, index) => ({
    at: new Date(Date.parse(at('06:00')) + index * 120_000).toISOString(),
    value: index % 7,
    verdict: index % 999 === 1 ? ('fail' as const) : ('pass' as const),
  }));
  const { markup } = sparkline(series, 'une semaine');
  expect(markup.match(/<circle/g)).toHaveLength(6);
  expect(markup.length).toBeLessThan(8_000);
});
