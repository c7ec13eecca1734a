import type { Field } from '../asking/field.ts';
import type { Span, Theme } from '../theme.ts';

/** A field being typed, its cursor seen with and without colours. */
export function fieldSpans(theme: Theme, field: Field): Span[] {
  const chars = [...field.text];
  const before = { text: chars.slice(0, field.cursor).join('') };
  if (!theme.color) return [before, { text: '_' }, { text: chars.slice(field.cursor).join('') }];
  return [
    before,
    { text: chars[field.cursor] ?? ' ', inverse: true },
    { text: chars.slice(field.cursor + 1).join('') },
  ];
}
