/** How messages leave, as an environment file says it. */
import { z } from 'zod';
import { duration, text } from './fields.ts';
import { authority, count, hidden } from './hidden.ts';

const base = {
  names: z.array(text).default([]).meta({ description: 'Words by which the plan calls it.' }),
  timeout: duration.default(20).meta({ description: 'After which it is given up; default 20s.' }),
};

const recipients = z.array(text).default([]);

export const channel = z.discriminatedUnion('type', [
  z.strictObject({
    ...base,
    type: z.literal('smtp'),
    host: text,
    port: count(1, 65_535).default(587),
    security: z.enum(['tls', 'starttls', 'none']).default('starttls').meta({
      description:
        '`tls` from the first byte, `starttls` owed, `none` for a relay on this machine.',
    }),
    user: text.optional(),
    password: hidden.optional(),
    from: text,
    to: z.array(text).min(1, { error: '[users@example.org]' }),
    ca: authority,
  }),
  z.strictObject({ ...base, type: z.literal('slack'), url: hidden, ca: authority }),
  z.strictObject({ ...base, type: z.literal('teams'), url: hidden, ca: authority }),
  z.strictObject({
    ...base,
    type: z.literal('webhook'),
    url: hidden,
    method: z.enum(['POST', 'PUT']).default('POST'),
    headers: z.record(z.string(), hidden).default({}),
    body: text.optional().meta({
      description: '`{{subject}}`, `{{body}}`, `{{to}}` and `{{id}}` are put in as JSON strings.',
    }),
    to: recipients,
    ca: authority,
  }),
  z.strictObject({ ...base, type: z.literal('command'), run: text, to: recipients }),
]);
