/** One Gantt as SVG: rows under an axis and its signs. */
import { lengthText, type Reading, shortDate, spanText } from '../../reading.ts';
import type { Gantt, Stretch } from '../../types.ts';
import { html, type Markup, nothing } from '../markup.ts';
import { axisHeight, laneHeight, plotLeft, plotRight, round, rowHeight, width } from './drawing.ts';
import { type ChartRow, rowOf } from './row.ts';
import { type Scale, scaleOf, ticksOf } from './scale.ts';
import { signsOf } from './signs.ts';

export interface Chart {
  /** Its own in the page. */
  id: string;
  title: string;
  description: string;
  whole: Stretch;
  /** Cut out of the axis. */
  gaps: readonly Stretch[];
  /** The band behind the rows. */
  window: Stretch | null;
  rows: readonly ChartRow[];
  signs: Gantt['signs'];
}

/** Where the rows begin and end. */
interface Body {
  top: number;
  bottom: number;
}

export function chartOf(reading: Reading, chart: Chart): Markup {
  const { id, title, description, rows } = chart;
  const scale = scaleOf(chart.whole, chart.gaps, plotLeft, plotRight);
  const signs = signsOf(chart.signs, scale);
  const top = axisHeight + signs.lanes * laneHeight + (signs.lanes > 0 ? 6 : 0);
  const body = { top, bottom: top + rows.length * rowHeight };
  return html`<svg class="gantt" viewBox="0 0 ${width} ${body.bottom + 8}" role="img" aria-labelledby="${id}-t ${id}-d">
<title id="${id}-t">${title}</title>
<desc id="${id}-d">${description}</desc>
${bandOf(reading, scale, chart.window, body)}
${axisOf(reading, scale, body)}
${rows.map((row, at) => ruleOf(row, top + at * rowHeight))}
${scale.breaks.map(each => breakOf(reading, each, body))}
${signs.lines(top, body.bottom)}
${rows.map((row, at) => rowOf(reading, scale, row, top + at * rowHeight))}
${signs.labels(top)}
</svg>`;
}

function bandOf(
  reading: Reading,
  scale: Scale,
  window: Stretch | null,
  { top, bottom }: Body,
): Markup {
  if (!window || window.to < scale.from || window.from > scale.to) return nothing;
  const from = scale.x(window.from);
  return html`<rect class="window" x="${round(from)}" y="${top}" width="${round(scale.x(window.to) - from)}" height="${bottom - top}"><title>${reading.said.charts.gantt.window} ${spanText(reading, window)}</title></rect>`;
}

function axisOf(reading: Reading, scale: Scale, { bottom }: Body): Markup {
  let dateEnd = 0;
  const ticks = ticksOf(scale, reading.report.run.timezone, 48).map(({ x, time, date }) => {
    const dated = date !== '' && x >= dateEnd;
    if (dated) dateEnd = x + 44;
    const at = round(x);
    const day =
      dated &&
      html`<text class="date" x="${at}" y="${axisHeight - 22}" text-anchor="middle">${shortDate(reading, date)}</text>`;
    return html`<line class="tick" x1="${at}" x2="${at}" y1="${axisHeight - 4}" y2="${bottom}"/><text class="hour" x="${at}" y="${axisHeight - 8}" text-anchor="middle">${time}</text>${day}`;
  });
  return html`${ticks}`;
}

function ruleOf({ kind }: ChartRow, y: number): Markup {
  return html`<line class="rule${kind === 'heading' && ' strong'}" x1="0" x2="${width}" y1="${y}" y2="${y}"/>`;
}

function breakOf(reading: Reading, { x, gap }: Scale['breaks'][number], { bottom }: Body): Markup {
  const word = reading.said.charts.gantt.left(lengthText(reading, gap.to - gap.from));
  const top = axisHeight - 4;
  const [left, right] = [round(x - 6), round(x + 6)];
  return html`<g class="break"><title>${word}</title><rect x="${left}" y="${top}" width="12" height="${bottom - top}"/><path d="M${left} ${bottom}V${top}M${right} ${bottom}V${top}"/><path class="cut" d="M${round(x - 9)} ${top + 3}l6 -6M${round(x + 3)} ${top + 3}l6 -6"/></g>`;
}
