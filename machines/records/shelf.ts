/** The context's maps (steps, jobs, marks, checks): never changed once somebody may hold them, yet cheap to fill. */
import type { RunContext } from '../context.ts';

/**
 * Maps that one fold is filling and that nobody else has seen. Copying a map of some thousand keys
 * for every entry would make the fold of a long journal quadratic.
 */
const unpublished = new WeakSet<object>();

/** The map with some values put in, and those that are `undefined` taken out. */
export function changed<T>(
  map: Readonly<Record<string, T>>,
  edits: Readonly<Record<string, NoInfer<T> | undefined>>,
): Record<string, T> {
  const target: Record<string, T> = unpublished.has(map) ? map : { ...map };
  for (const [key, value] of Object.entries(edits)) {
    if (value === undefined) delete target[key];
    else target[key] = value;
  }
  return target;
}

/** The map without some keys. */
export function without<T>(
  map: Readonly<Record<string, T>>,
  keys: readonly string[],
): Record<string, T> {
  return changed(map, Object.fromEntries(keys.map(key => [key, undefined])));
}

/**
 * Runs a fold that starts from a context of its own, whose maps it may fill in place; they are as
 * unchangeable as any once it returns.
 */
export function filling<T>(context: RunContext, fold: () => T): T {
  const maps = [context.steps, context.jobs, context.marks, context.checks];
  for (const map of maps) unpublished.add(map);
  try {
    return fold();
  } finally {
    for (const map of maps) unpublished.delete(map);
  }
}
