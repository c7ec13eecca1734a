import { fieldsOf } from '../document/fields.ts';
import { everySection, type Section } from '../document/outline.ts';
import { present } from '../present.ts';
import type { General } from '../types.ts';
import { keyFor } from '../vocabulary/recognise.ts';

/** Version, date, duration, window and environments, as written; the first of each wins. */
export function readGeneral(section: Section | undefined): General {
  const found: Partial<Record<string, string>> = {};
  for (const { label, value } of section ? everySection(section).flatMap(fieldsOf) : []) {
    const key = keyFor(label, vocabulary => vocabulary.general);
    if (key && value !== '') found[key] ??= value;
  }
  const { version, date, duration, window, environments = '' } = found;
  return {
    ...present({ version, date, duration, window }),
    environments: environments
      .split(/→|->|>|,|;|\//)
      .map(name => name.trim())
      .filter(name => name !== ''),
  };
}
