/** The success metrics against their thresholds, each with the line of its watches. */
import { figureText } from '../../view/dossier/figure.ts';
import { metricLabel } from '../labels.ts';
import type { Reading } from '../reading.ts';
import type { MetricFact } from '../types.ts';
import { html, type Markup, nothing } from './markup.ts';
import { badge, when, wide } from './parts.ts';
import { sparkline } from './sparkline.ts';

export function metricsSection(reading: Reading): Markup | null {
  const { metrics } = reading.report;
  if (metrics.length === 0) return null;
  const { columns, caption } = reading.said.around.metrics;
  const isWatched = metrics.some(({ series }) => series.length > 1);
  const order = ['title', 'verdict', 'last', 'threshold', 'baseline'] as const;
  const shown = isWatched ? ([...order, 'series'] as const) : order;
  const heads = shown.map(column => html`<th scope="col">${columns[column]}</th>`);
  return wide(
    caption,
    html`<table class="plain metrics"><caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>
${metrics.map(metric => rowOf(reading, metric, isWatched))}</tbody></table>`,
  );
}

function rowOf(reading: Reading, metric: MetricFact, isWatched: boolean): Markup {
  const { title, group, threshold, failed } = metric;
  const judged =
    metric.judged &&
    html` <span class="note">${reading.said.around.metrics.judged(metric.judged.by, metric.judged.note)} (${when(reading, metric.judged.at)})</span>`;
  const trouble =
    failed &&
    html` <span class="note">${reading.said.around.metrics.failed(failed.why)} (${when(reading, failed.at)})</span>`;
  return html`<tr><th scope="row">${title}${group && html` <small>${group}</small>`}${judged ?? nothing}${trouble}</th><td>${badge(metricLabel(reading, metric))}</td><td>${measured(reading, metric.last)}</td><td>${threshold}</td><td>${measured(reading, metric.baseline)}</td>${isWatched && html`<td>${seriesOf(reading, metric)}</td>`}</tr>
`;
}

function figure({ report }: Reading, value: number, unit: string): string {
  return figureText({ input: { language: report.language } }, { value, unit });
}

function measured(
  reading: Reading,
  measure: { at: string; value: number; unit: string; source?: string } | null,
): Markup {
  if (!measure) return nothing;
  const { at, value, unit, source } = measure;
  return html`<strong>${figure(reading, value, unit)}</strong> <small>${when(reading, at)}${source ? ` ${source}` : ''}</small>`;
}

function seriesOf(reading: Reading, { series, last, baseline }: MetricFact): Markup {
  if (series.length < 2) return nothing;
  const unit = last?.unit ?? baseline?.unit ?? '';
  const values = series.map(({ value }) => value);
  const name = reading.said.around.metrics.series(
    series.length,
    figure(reading, least(values), unit),
    figure(reading, -least(values.map(value => -value)), unit),
  );
  return html`${sparkline(series, name)}<small>${name}</small>`;
}

/** A long watch has more values than a call takes arguments. */
function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b));
}
