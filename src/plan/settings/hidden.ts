/** Values that an environment file names without saying them. */
import { z } from 'zod';
import { text } from './fields.ts';

/** A text, or where it is read when it is needed. */
export const hidden = z.union([
  text,
  z.strictObject({
    secret: text.meta({ description: 'Name of one of the environment’s secrets.' }),
  }),
  z.strictObject({
    file: text.meta({ description: 'File that holds it; `{{run}}` and `{{plan}}` are folders.' }),
  }),
]);

/** A whole number, as YAML writes it. */
export const count = (least: number, most: number) =>
  text
    .refine(value => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most, {
      error: `${least}–${most}`,
    })
    .transform(Number);

export const authority = text
  .optional()
  .meta({ description: 'PEM file of the authority that signed the server’s certificate.' });
