import { normalise } from '../vocabulary/words.ts';

/** Words of a title that are longer than an article. */
export function significant(title: string): Set<string> {
  return new Set(
    normalise(title)
      .split(' ')
      .filter(word => word.length > 2),
  );
}

export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter(word => other.has(word)).length;
}

/** Words that two titles share. */
export function kinship(one: string, other: string): number {
  return shared(significant(one), significant(other));
}
