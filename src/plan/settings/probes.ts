/** How metrics are measured, as an environment file says it. */
import { z } from 'zod';
import { duration, text } from './fields.ts';
import { authority, count, hidden } from './hidden.ts';

const base = {
  every: duration
    .default(60)
    .meta({ description: 'Between two measures while the run is watched; default 1m.' }),
  timeout: duration
    .default(20)
    .meta({ description: 'After which a measure is given up; default 20s.' }),
  unit: text.optional().meta({ description: 'Unit of the figure, where the source has none.' }),
};

export const probe = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    type: z.literal('http'),
    url: hidden,
    measure: z.enum(['availability', 'error-rate', 'p50', 'p95', 'p99']),
    requests: count(1, 200).default(20),
    ok: z
      .array(count(100, 599))
      .optional()
      .meta({ description: 'Statuses that are no error; default 200 to 399.' }),
    ca: authority,
  }),
  z.strictObject({
    ...base,
    type: z.literal('prometheus'),
    url: hidden,
    query: text,
    headers: z.record(z.string(), hidden).default({}),
    ca: authority,
  }),
  z.strictObject({ ...base, type: z.literal('command'), run: text }),
]);
