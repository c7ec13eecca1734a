/** Fields that front matter and environment files share. */
import { z } from 'zod';
import { secondsOf } from '../quantities/time.ts';

function isExpression(pattern: string): boolean {
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
    return true;
  } catch {
    return false;
  }
}

export const variableName = z
  .string()
  .regex(/^\p{L}[\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*$/u, { error: 'release-tag' });

export const text = z.string();

/** `90s`, `40m`, `1h30`; a bare number is seconds. */
export const duration = z
  .string()
  .refine(value => /^\d{1,6}$/.test(value) || secondsOf(value) !== undefined, {
    error: '90s, 40m, 1h30',
  })
  .transform(value => secondsOf(value) ?? Number(value))
  .meta({ description: 'A duration: `90s`, `40m`, `1h30`.' });

export const variable = z.union([
  text,
  z.strictObject({
    description: text.optional().meta({ description: 'What it is, for the person who is asked.' }),
    pattern: text
      .refine(isExpression, { error: '[0-9]+' })
      .optional()
      .meta({ description: 'Regular expression that the whole value must match.' }),
    value: text.optional().meta({ description: 'Value known before the run starts.' }),
    ask: z
      .boolean()
      .optional()
      .meta({ description: 'Asked of the operator when the run is created.' }),
    secret: z.boolean().optional(),
  }),
]);

export const runners = z.record(z.string(), text).default({}).meta({
  description:
    'Language of a fence, to the shell command that reads the fence on its standard input: `sql: mysql app`.',
});
