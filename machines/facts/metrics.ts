/** Facts about the success metrics of a plan. */
import { z } from 'zod';

export const metricFacts = [
  z.object({
    type: z.literal('metric.measured'),
    metric: z.string(),
    value: z.number(),
    unit: z.string(),
    /** Against the plan's threshold; `none` where there is none, or it cannot be compared. */
    verdict: z.enum(['pass', 'fail', 'none']),
    /** Who measured: a probe's type, or `hand`. */
    source: z.enum(['http', 'prometheus', 'command', 'hand']),
    /** `baseline`: before the maintenance window, to compare with. */
    as: z.enum(['baseline', 'watch']),
    samples: z.int().optional(),
    note: z.string().optional(),
  }),
  /** Nothing could be measured. */
  z.object({
    type: z.literal('metric.failed'),
    metric: z.string(),
    as: z.enum(['baseline', 'watch']),
    /** `unreachable`, `timeout`, `no-figure` …: see probes/types.ts. */
    why: z.string(),
    detail: z.string(),
  }),
] as const;
