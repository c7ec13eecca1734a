/** One row: its name, planned as an outline, actual filled, the best rehearsal a thin line under them. */
import { delay } from '../../../view/schedule/time.ts';
import { type Reading, spanText } from '../../reading.ts';
import type { GanttRow, Stretch } from '../../types.ts';
import { html, type Markup, nothing } from '../markup.ts';
import { clipped, letter, plotLeft, round } from './drawing.ts';
import type { Scale } from './scale.ts';

/** A row as drawn: a heading has no bars of its own. */
export interface ChartRow {
  kind: 'heading' | 'bars';
  number: string;
  title: string;
  bars: Bars | null;
}

interface Bars extends Pick<GanttRow, 'planned' | 'actual' | 'best' | 'late'> {
  /** How long, in words, where it is to stand beside the bars. */
  took?: string;
}

const partWords = {
  good: 'actual',
  muted: 'actual',
  normal: 'byHand',
  warning: 'deciding',
  bad: 'failed',
  active: 'underway',
} as const;

/** @param y where the row begins */
export function rowOf(reading: Reading, scale: Scale, row: ChartRow, y: number): Markup {
  const number = clipped(row.number, 12);
  const x = number === '' ? 0 : Math.max(30, number.length * 7.4 + 8);
  const title = clipped(row.title, Math.floor((plotLeft - 10 - x) / letter));
  const figure = number && html`<text class="number" x="0" y="${y + 19}">${number}</text>`;
  return html`<g>${figure}<text class="${row.kind}" x="${round(x)}" y="${y + 19}">${title}<title>${row.title}</title></text>${row.bars ? barsOf(reading, scale, row.bars, y) : nothing}</g>
`;
}

function barsOf(
  reading: Reading,
  scale: Scale,
  { planned, actual, best, late, took = '' }: Bars,
  y: number,
): Markup {
  const { gantt } = reading.said.charts;
  const bar = (span: Stretch, kind: string, word: string, [top, height]: [number, number]) =>
    barOf(scale, span, {
      kind,
      title: `${word} ${spanText(reading, span)}`,
      top: y + top,
      height,
    });
  const done = actual.map(part => {
    const word = gantt[partWords[part.tone]];
    return bar(part, `actual ${part.tone}`, word, [9, 9]);
  });
  return html`${planned && bar(planned, 'planned', gantt.planned, [6, 15])}${done}${best && bar(best, 'best', gantt.best, [23, 2.5])}${remarkOf(reading, scale, { planned, actual, late, took }, y)}`;
}

function barOf(
  scale: Scale,
  span: Stretch,
  { kind, title, top, height }: { kind: string; title: string; top: number; height: number },
): Markup {
  const from = scale.x(span.from);
  const length = Math.max(1.5, scale.x(span.to) - from);
  return html`<rect class="${kind}" x="${round(from)}" y="${top}" width="${round(length)}" height="${height}" rx="1.5"><title>${title}</title></rect>`;
}

/** `✗ +12 min`, after the bars. */
function remarkOf(
  reading: Reading,
  scale: Scale,
  { planned, actual, late, took }: Omit<Bars, 'best'>,
  y: number,
): Markup {
  const failed = actual.some(({ tone }) => tone === 'bad');
  const text = [failed ? '✗' : '', late === null ? '' : delay(late, reading.words), took]
    .filter(Boolean)
    .join(' ');
  if (text === '') return nothing;
  const end = actual.reduce((last, { to }) => Math.max(last, to), planned?.to ?? 0);
  const tone = failed ? 'bad' : (late ?? 0) > 0 ? 'warning' : 'muted';
  return html`<text class="remark ${tone}" x="${round(scale.x(end) + 6)}" y="${y + 18}">${text}</text>`;
}
