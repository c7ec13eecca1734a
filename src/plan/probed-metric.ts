import type { Environment, Metric, Plan, Probe } from './types.ts';
import { normalise } from './vocabulary/words.ts';

/** The metrics that a probe of an environment means, by their number, else by their title, whatever its case. */
export function metricsOfProbe(plan: Pick<Plan, 'metrics'>, probe: string): Metric[] {
  const all = plan.metrics.flatMap(group => group.items);
  const numbered = all.filter(({ id }) => id === probe);
  if (numbered.length > 0) return numbered;
  const title = normalise(probe);
  return title === '' ? [] : all.filter(metric => normalise(metric.title) === title);
}

/** The probe that measures a metric: named by its number, else by its title; null where nothing does. */
export function probeOfMetric(
  { probes }: Pick<Environment, 'probes'>,
  metric: Pick<Metric, 'id' | 'title'>,
): Probe | null {
  if (Object.hasOwn(probes, metric.id)) return probes[metric.id]!;
  const title = normalise(metric.title);
  return Object.entries(probes).find(([name]) => normalise(name) === title)?.[1] ?? null;
}
