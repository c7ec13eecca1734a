/** The page of the success metrics, and their alerts. */
import type { metrics as french } from '../../fr/around/metrics.ts';

const s = (count: number) => (count === 1 ? '' : 's');

export const metrics: typeof french = {
  title: 'Metrics',
  none: 'The plan has no success metrics.',
  good: (count, total) => `${count} of ${total} within their threshold`,
  failing: count => `${count} wrong`,
  badges: {
    pass: 'good',
    fail: 'wrong',
    none: 'measured',
    open: 'no figure',
    failed: 'not measured',
  },
  all: 'All the metrics',
  probes: (count, total) => `${count} of ${total} by probe`,
  missed: (figure, threshold) => `${figure}, threshold ${threshold}`,
  range: (least, most, count) => `min ${least}, max ${most}, ${count} measure${s(count)}`,
  last: (figure, when, how) => `Latest: ${figure} at ${when} (${how})`,
  noFigure: 'No figure yet.',
  notCompared: threshold => `Not compared with the threshold ${threshold}: the unit is another.`,
  note: text => `Note: ${text}`,
  baseline: (figure, when) => `Baseline: ${figure} (${when})`,
  noBaseline: 'No baseline: it is measured before the maintenance window.',
  against: (share, baseline) => `${share} against the baseline ${baseline}`,
  failed: (why, when) => `Latest try failed at ${when}: ${why}`,
  sources: {
    http: 'HTTP probe',
    prometheus: 'Prometheus',
    command: 'command',
    hand: 'entered by hand',
  },
  samples: count => `${count} sample${s(count)}`,
  measuredBy: (source, every) => `Measured by: ${source}, rhythm: ${every}`,
  byHand: 'To be entered by hand.',
  judged: 'No figure in the plan: to be judged.',
  alerts: {
    judged: metric => `${metric}: judged wrong`,
    failing: (metric, figure, threshold) => `${metric}: ${figure}, the plan wants ${threshold}`,
    degraded: (metric, share, trigger) =>
      `${metric}: ${share} against the baseline, a trigger of the rollback: “${trigger}”`,
  },
};
