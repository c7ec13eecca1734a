/** The run at its own scale, where it would be lost on the plan's. */
import { describe, expect, test } from 'vitest';
import { ownScaleOf } from '../../../src/report/html/gantt/own-scale.ts';
import { ganttSection } from '../../../src/report/html/gantt.ts';
import { readingOf } from '../../../src/report/reading.ts';
import type { Gantt, GanttRow, Report, Stretch } from '../../../src/report/types.ts';
import { ms, seconds } from '../sample/clock.ts';
import { run } from '../sample/facts.ts';
import { sampleReport } from '../sample.ts';

const start = ms('06:00');
const whole = { from: start, to: ms('10:00') };

/** One phase: planned hours, and seconds after the start at which something was done. */
function phase(number: string, planned: Stretch | null, ...done: [number, number][]): GanttRow {
  const actual = done.map(([from, to]) => ({
    from: start + seconds(from),
    to: start + seconds(to),
    tone: 'good' as const,
  }));
  const title = `Phase ${number}`;
  return { key: number, kind: 'phase', number, title, planned, actual, best: null, late: null };
}

const rehearsed = [
  phase('1', { from: start, to: ms('08:00') }, [0, 9]),
  phase('2', { from: ms('08:00'), to: ms('10:00') }, [9, 24]),
  phase('3', { from: ms('08:00'), to: ms('10:00') }),
];
const go = { at: start + seconds(9), kind: 'go', label: 'Contrôle', step: '1.4' } as const;

describe('the scale', () => {
  test('of a run of seconds beside a plan of hours is its own', () => {
    const own = ownScaleOf(rehearsed, [go], { whole, gaps: [] })!;
    expect(own.whole).toEqual({ from: start, to: start + seconds(24) });
    expect(own.gaps).toEqual([]);
    expect(own.share).toBeCloseTo(24 / (4 * 3600), 5);
  });

  test('is the plan’s where the run takes its share of it, or has not begun', () => {
    const half = [phase('1', whole, [0, 7200])];
    expect(ownScaleOf(half, [], { whole, gaps: [] })).toBeNull();
    expect(ownScaleOf([phase('1', whole)], [], { whole, gaps: [] })).toBeNull();
    const { gantt } = sampleReport();
    expect(ownScaleOf(gantt.rows, gantt.signs, { whole: gantt, gaps: gantt.gaps })).toBeNull();
  });

  test('leaves out long waits between things too short to be seen, and keeps every sign', () => {
    const spread = [phase('1', whole, [0, 10], [7200, 7210], [14_390, 14_400])];
    const own = ownScaleOf(spread, [go], { whole, gaps: [] })!;
    expect(own.gaps).toEqual([
      { from: start + seconds(10), to: start + seconds(7200) },
      { from: start + seconds(7210), to: start + seconds(14_390) },
    ]);
    const late = { ...go, at: start + seconds(300) };
    expect(ownScaleOf(rehearsed, [late], { whole, gaps: [] })!.whole.to).toBe(late.at);
  });
});

describe('the section', () => {
  const gantt: Gantt = { ...whole, gaps: [], window: null, rows: rehearsed, signs: [go] };
  const drawn = (more: Partial<Report> = {}) =>
    ganttSection(readingOf(sampleReport({ gantt, ...more })))!.markup;
  const regions = (markup: string) =>
    [...markup.matchAll(/class="wide chart"[^>]*aria-label="([^"]*)"/g)].map(([, name]) => name);
  const own = (markup: string) =>
    /aria-label="L’exécution à sa propre échelle">([\s\S]*?)<\/svg>/.exec(markup)![1]!;

  test('of a rehearsal has its own scale first, the plan’s folded', () => {
    const markup = drawn();
    expect(regions(markup)).toEqual(['L’exécution à sa propre échelle', 'Toute l’exécution']);
    expect(markup).toContain('L’exécution tient dans moins de 1 % de l’axe du plan');
    expect(markup).toMatch(/<summary>La même, à l’échelle du plan<\/summary>\s*<div class="wide/);
  });

  test('draws what was done alone: no plan, no row of nothing; lengths, signs and seconds', () => {
    const chart = own(drawn());
    expect(chart).not.toContain('class="planned"');
    expect(chart).not.toContain('Phase 3');
    expect(chart).toContain('>9 s</text>');
    expect(chart).toContain('>15 s</text>');
    expect(chart).toContain('✓ GO Contrôle');
    expect(chart).toContain('>06:00:10</text>');
    expect(chart).toContain('De 06:00:00 à 06:00:24, 2 lignes');
  });

  test('of a run under way, or that went past planned hours, has the plan’s first', () => {
    const underway = drawn({ run: { ...run, endedAt: null } });
    expect(regions(underway)).toEqual(['Toute l’exécution', 'L’exécution à sa propre échelle']);
    const past = phase('0', { from: start, to: start + seconds(5) }, [0, 5]);
    const markup = drawn({ gantt: { ...gantt, rows: [past, ...rehearsed] } });
    expect(regions(markup)).toEqual(['Toute l’exécution', 'L’exécution à sa propre échelle']);
  });

  test('says so in English', () => {
    const markup = drawn({ language: 'en' });
    expect(markup).toContain('The run fits into less than 1% of the plan&#39;s axis');
    expect(regions(markup)[0]).toBe('The run at its own scale');
  });
});
