import { z } from 'zod';
import { environmentSchema } from './environment-schema.ts';
import { frontMatterSchema } from './front-matter.ts';

/** The JSON Schemas that editors use, by file name; made from what checks the files themselves. */
export function jsonSchemas(): Record<string, unknown> {
  return {
    'environment.schema.json': z.toJSONSchema(environmentSchema, { io: 'input' }),
    'front-matter.schema.json': z.toJSONSchema(frontMatterSchema, { io: 'input' }),
  };
}
