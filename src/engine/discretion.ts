/** What an operator states, without the secrets of the environment. */
import type { Fact } from '../../machines/entries.ts';
import { masked } from './outcome/secrets.ts';
import type { Refusal } from './types.ts';

/** Texts that run, or go into what runs: covering a secret there would change it. */
const runs: ReadonlySet<string> = new Set(['script', 'diff', 'value']);

/**
 * The fact with every secret covered in what people wrote; a refusal where a secret stands in what would
 * run: a command takes it from its environment, and the journal is for reading.
 */
export function discreet<F extends Fact>(
  fact: F,
  secrets: readonly string[],
): { fact: F } | { refusal: Refusal } {
  const cover = (text: string): string => masked(Buffer.from(text), secrets).toString();
  const covered = Object.entries(fact).map(([name, value]) => {
    return [name, typeof value === 'string' ? cover(value) : value] as const;
  });
  const changed = covered.find(
    ([name, value]) => runs.has(name) && !Object.is(value, fact[name as keyof F]),
  );
  if (changed) return { refusal: { code: 'secret', detail: changed[0] } };
  return { fact: Object.fromEntries(covered) as F };
}
