/** Does a row match what was typed? Case and accents do not matter. */

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Every word of the filter is in the text. */
export function matches(text: string, filter: string): boolean {
  const where = folded(text);
  return folded(filter)
    .split(/\s+/)
    .every(word => where.includes(word));
}

/** The same filter for a command's output, where accents are kept: a plain search. */
export function patternOf(filter: string): RegExp {
  return new RegExp(filter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'iu');
}
