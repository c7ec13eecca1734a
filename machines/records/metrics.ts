/** What entries leave of the metrics: the baseline, the latest measures, the latest failure. */
import type { MetricRecord, RunContext } from '../context.ts';
import type { EntryOf } from '../entries.ts';
import { changed } from './shelf.ts';

/** Measures kept of each metric: what a sparkline can show. The journal has all of them. */
export const mostRecent = 60;

const unmeasured: MetricRecord = { recent: [] };

/** What is known of a metric, whether or not it was ever measured. */
export function metricRecord({ metrics }: RunContext, metric: string): MetricRecord {
  return Object.hasOwn(metrics, metric) ? metrics[metric]! : unmeasured;
}

export function metricMeasured(
  context: RunContext,
  entry: EntryOf<'metric.measured'>,
): Partial<RunContext> {
  const { type: _type, seq: _seq, by: _by, metric, as, ...measure } = entry;
  const { failed: _, ...record } = metricRecord(context, metric);
  const next: MetricRecord =
    as === 'baseline'
      ? { ...record, baseline: measure }
      : { ...record, recent: [...record.recent, measure].slice(-mostRecent) };
  return { metrics: changed(context.metrics, { [metric]: next }) };
}

export function metricFailed(
  context: RunContext,
  { metric, at, why, detail }: EntryOf<'metric.failed'>,
): Partial<RunContext> {
  const record = { ...metricRecord(context, metric), failed: { at, why, detail } };
  return { metrics: changed(context.metrics, { [metric]: record }) };
}
