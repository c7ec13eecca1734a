/** A small line of a metric's watches; what missed its threshold is a dot. */
import type { MetricFact } from '../types.ts';
import { html, type Markup } from './markup.ts';

const width = 150;
const height = 28;
const edge = 4;
/** Points of the line: more would not be seen. */
const most = 300;

/** @param name what a reader aloud says of it */
export function sparkline(series: MetricFact['series'], name: string): Markup {
  const points = placed(thinned(series));
  const path = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const bad = points
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ x, y }) => html`<circle class="bad" cx="${x}" cy="${y}" r="2.5"/>`);
  return html`<svg class="spark" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${name}"><path d="${path}"/>${bad}</svg>`;
}

/** Every nth, but none that failed is lost. */
function thinned(series: MetricFact['series']): MetricFact['series'] {
  const every = Math.ceil(series.length / most);
  return series
    .filter(({ verdict }, at) => at % every === 0 || verdict === 'fail')
    .slice(-2 * most);
}

function placed(series: MetricFact['series']) {
  const times = series.map(({ at }) => Date.parse(at));
  const values = series.map(({ value }) => value);
  const [fromX, toX] = [Math.min(...times), Math.max(...times)];
  const [fromY, toY] = [Math.min(...values), Math.max(...values)];
  const along = (value: number, from: number, to: number, room: number) =>
    to === from ? room / 2 : ((value - from) / (to - from)) * room;
  const round = (value: number) => Math.round(value * 10) / 10;
  return series.map(({ value, verdict }, at) => ({
    x: round(edge + along(times[at]!, fromX, toX, width - 2 * edge)),
    y: round(height - edge - along(value, fromY, toY, height - 2 * edge)),
    verdict,
  }));
}
