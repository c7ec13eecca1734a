/** The success metrics: each figure against the plan's threshold, and how to take it again. */
import type { Metric } from '../../plan/types.ts';
import { boxBadge, commandBadge, pieceBadge } from '../badge.ts';
import { type RowOffer, rowChoices } from '../choices/row.ts';
import type { Scene } from '../scene/scene.ts';
import type { Badge, DossierRow, DossierView, Tone } from '../types.ts';
import { metricDetail } from './metrics/detail.ts';
import { figureOf, metricsOf, probeFor, type Standing, standingOf } from './metrics/reading.ts';
import { headingRow, plainRow } from './rows.ts';

export function metricsPage(scene: Scene): DossierView {
  const words = scene.words.around.metrics;
  const groups = scene.plan.metrics.flatMap(({ title, items }) => [
    headingRow(scene, title, title, `${goodOf(scene, items)}/${items.length}`),
    ...items.map(metric => metricRow(scene, metric)),
  ]);
  return { title: words.title, note: noteOf(scene), rows: [...allRow(scene), ...groups] };
}

function goodOf(scene: Scene, metrics: readonly Metric[]): number {
  return metrics.filter(metric => standingOf(scene, metric) === 'pass').length;
}

function noteOf(scene: Scene): DossierView['note'] {
  const words = scene.words.around.metrics;
  const metrics = metricsOf(scene);
  if (metrics.length === 0) return { text: words.none, tone: 'muted' };
  const failing = metrics.filter(metric => standingOf(scene, metric) === 'fail').length;
  const good = words.good(goodOf(scene, metrics), metrics.length);
  if (failing === 0) return { text: good, tone: 'muted' };
  return { text: [good, words.failing(failing)].join(', '), tone: 'bad' };
}

/** All those that have a probe, at once. */
function allRow(scene: Scene): DossierRow[] {
  const words = scene.words.around.metrics;
  const { labels, consequences } = scene.words.around.choices;
  const metrics = metricsOf(scene);
  const probed = metrics.filter(metric => probeFor(scene, metric)).length;
  if (probed === 0) return [];
  const measureAll: RowOffer = {
    id: 'measureAll',
    label: labels.measureAll,
    consequence: consequences.measure,
    primary: true,
    tone: 'active',
  };
  return [
    plainRow(scene, 'all', words.all, {
      right: words.probes(probed, metrics.length),
      choices: rowChoices(scene, [measureAll]),
    }),
  ];
}

function metricRow(scene: Scene, metric: Metric): DossierRow {
  const standing = standingOf(scene, metric);
  const figure = figureOf(scene, metric);
  const { titled } = scene.words.around.agenda.rows;
  // Where the plan gives no figure, its words say what is wanted.
  const wanted = !metric.threshold && metric.text !== '';
  return plainRow(scene, metric.id, wanted ? titled(metric.title, metric.text) : metric.title, {
    badge: badgeOf(scene, standing),
    right: figure,
    tone: tones[standing],
    detail: metricDetail(scene, metric),
    choices: rowChoices(scene, offersOf(scene, metric)),
    copy: figure ? titled(scene.text(metric.title), figure) : scene.text(metric.title),
  });
}

const tones: Record<Standing, Tone> = {
  pass: 'normal',
  fail: 'bad',
  none: 'normal',
  open: 'normal',
  failed: 'warning',
};

function badgeOf(scene: Scene, standing: Standing): Badge {
  const word = scene.words.around.metrics.badges[standing];
  if (standing === 'none') return commandBadge(scene, 'willRun', word);
  if (standing === 'failed') return pieceBadge(scene, 'unproved', word);
  return { ...boxBadge(scene, standing), word };
}

/** What has no figure in the plan, nor a probe, is judged by a person. */
function offersOf(scene: Scene, metric: Metric): RowOffer[] {
  const { labels, consequences, refusals } = scene.words.around.choices;
  const about = metric.id;
  const probed = probeFor(scene, metric) !== null;
  const judged = !probed && !metric.threshold;
  const measure: RowOffer = {
    id: 'measure',
    about,
    label: labels.measure,
    consequence: consequences.measure,
    why: probed ? '' : refusals['no-probe'](metric.title),
    primary: probed,
    tone: 'active',
  };
  const enterFigure: RowOffer = {
    id: 'enterFigure',
    about,
    label: labels.enterFigure,
    consequence: consequences.enterFigure,
    text: '',
    reason: 'optional',
    primary: !probed && !judged,
  };
  if (judged) return [...judgements(scene, metric), enterFigure];
  return probed ? [measure, enterFigure] : [enterFigure, measure];
}

function judgements(scene: Scene, metric: Metric): RowOffer[] {
  const { labels, consequences } = scene.words.choices;
  const about = metric.id;
  const pass: RowOffer = {
    id: 'tickPass',
    about,
    label: labels.tickPass,
    consequence: consequences.tick,
    reason: 'optional',
    // Enter must not clear what was said.
    primary: standingOf(scene, metric) !== 'pass',
    tone: 'good',
  };
  return [
    pass,
    {
      ...pass,
      id: 'tickFail',
      label: labels.tickFail,
      reason: 'required',
      primary: false,
      tone: 'bad',
    },
  ];
}
