import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../../src/plan/settings/json-schemas.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'docs', 'schema');

describe('the JSON Schemas for editors', () => {
  it.each(Object.entries(jsonSchemas()))(
    '%s is up to date (node scripts/schema.ts)',
    (name, schema) => {
      expect(JSON.parse(readFileSync(join(folder, name), 'utf8'))).toEqual(schema);
    },
  );
});
