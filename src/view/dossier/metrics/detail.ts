/** What a metric's row says below the list: its curve, its baseline, who measured, what went wrong. */
import type { Measure } from '../../../../machines/context.ts';
import { metricRecord } from '../../../../machines/records/metrics.ts';
import type { Metric } from '../../../plan/types.ts';
import { failureText } from '../../log/around.ts';
import { whenText } from '../../messages/when.ts';
import { instant, type Scene } from '../../scene/scene.ts';
import { lasting } from '../../schedule/time.ts';
import type { DossierRow, Tone } from '../../types.ts';
import { figureText } from '../figure.ts';
import { drift, probeFor, shareText, thresholdText } from './reading.ts';
import { sparkline } from './sparkline.ts';

type Line = DossierRow['detail'][number];

/** Bars of a curve: what half a screen of 80 columns holds. */
const width = 40;

export function metricDetail(scene: Scene, metric: Metric): Line[] {
  return [
    ...(metric.text && metric.text !== metric.title ? [line(scene, metric.text, 'muted')] : []),
    ...curveLines(scene, metric),
    ...lastLines(scene, metric),
    ...baselineLines(scene, metric),
    ...failureLines(scene, metric),
    line(scene, sourceText(scene, metric), 'muted'),
  ];
}

function line({ text }: Scene, raw: string, tone: Tone = 'normal'): Line {
  return { text: text(raw), tone };
}

/** Of the figures in the unit of the latest: others would draw another curve. */
function curveLines(scene: Scene, { id }: Metric): Line[] {
  const { recent } = metricRecord(scene.context, id);
  const unit = recent.at(-1)?.unit ?? '';
  const values = recent.filter(measure => measure.unit === unit).map(({ value }) => value);
  if (values.length < 2) return [];
  const shown = (value: number) => figureText(scene, { value, unit });
  const [least, most] = [Math.min(...values), Math.max(...values)].map(shown);
  const range = scene.words.around.metrics.range(least!, most!, values.length);
  // Bars are drawn as they are: folded to ASCII they would all be the same.
  return [
    { text: sparkline(values, width, scene.input.ascii), tone: 'active' },
    line(scene, range),
  ];
}

function lastLines(scene: Scene, metric: Metric): Line[] {
  const last = metricRecord(scene.context, metric.id).recent.at(-1);
  const words = scene.words.around.metrics;
  if (!last) return [line(scene, words.noFigure, 'muted')];
  const text = words.last(figureText(scene, last), whenOf(scene, last), howOf(scene, last));
  return [
    line(scene, text, last.verdict === 'fail' ? 'bad' : 'normal'),
    ...(last.verdict === 'none' && metric.threshold
      ? [line(scene, words.notCompared(thresholdText(scene, metric)), 'warning')]
      : []),
    ...(last.note ? [line(scene, words.note(last.note))] : []),
  ];
}

function whenOf(scene: Scene, { at }: { at: string }): string {
  return whenText(scene, instant(at) ?? 0);
}

/** `sonde HTTP, 20 échantillons`. */
function howOf({ words }: Scene, { source, samples }: Measure): string {
  const { sources, samples: counted } = words.around.metrics;
  return [sources[source], samples === undefined ? '' : counted(samples)]
    .filter(Boolean)
    .join(', ');
}

function baselineLines(scene: Scene, metric: Metric): Line[] {
  const { baseline } = metricRecord(scene.context, metric.id);
  const words = scene.words.around.metrics;
  if (!baseline) return probeFor(scene, metric) ? [line(scene, words.noBaseline, 'muted')] : [];
  const figure = figureText(scene, baseline);
  const share = drift(scene, metric);
  return [
    line(scene, words.baseline(figure, whenOf(scene, baseline))),
    ...(share === null ? [] : [line(scene, words.against(shareText(scene, share), figure))]),
  ];
}

function failureLines(scene: Scene, { id }: Metric): Line[] {
  const { failed } = metricRecord(scene.context, id);
  if (!failed) return [];
  const why = failureText(scene, failed.why, failed.detail);
  return [line(scene, scene.words.around.metrics.failed(why, whenOf(scene, failed)), 'warning')];
}

function sourceText(scene: Scene, metric: Metric): string {
  const words = scene.words.around.metrics;
  const probe = probeFor(scene, metric);
  if (probe) {
    return words.measuredBy(words.sources[probe.type], lasting(probe.every * 1000, scene.words));
  }
  return metric.threshold ? words.byHand : words.judged;
}
