import { z } from 'zod';
import { environmentSchema } from './environment-schema.ts';
import { frontMatterSchema } from './front-matter.ts';

/** Figures keep the text they were written in, so editors must not underline them. */
function admitFigures({
  jsonSchema,
  path,
}: {
  jsonSchema: z.core.JSONSchema.BaseSchema;
  path: (string | number)[];
}) {
  if (jsonSchema.type !== 'string' || jsonSchema.enum || path.includes('propertyNames')) return;
  (jsonSchema as { type: unknown }).type = ['string', 'number'];
}

function toJson(schema: z.ZodType): unknown {
  return z.toJSONSchema(schema, { io: 'input', override: admitFigures });
}

/** The JSON Schemas that editors use, by file name; made from what checks the files themselves. */
export function jsonSchemas(): Record<string, unknown> {
  return {
    'environment.schema.json': toJson(environmentSchema),
    'front-matter.schema.json': toJson(frontMatterSchema),
  };
}
