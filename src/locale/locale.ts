/** The catalogue of texts, one per language. */
import type { Language } from '../plan/types.ts';
import { toAscii } from './ascii.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** Texts by theme; those with parameters are functions. */
export type Words = typeof fr;

const catalogues: Record<Language, Words> = { fr, en };
const folded = new Map<Language, Words>();

/** The texts of a language; with `ascii`, accents and signs are folded to ASCII, parameters included. */
export function wordsOf(language: Language, ascii = false): Words {
  if (!ascii) return catalogues[language];
  const known = folded.get(language);
  if (known) return known;
  const made = foldAll(catalogues[language]) as Words;
  folded.set(language, made);
  return made;
}

function foldAll(value: unknown): unknown {
  if (typeof value === 'string') return toAscii(value);
  if (typeof value === 'function') {
    return (...given: unknown[]) => foldAll((value as (...given: unknown[]) => unknown)(...given));
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([key, inner]) => [key, foldAll(inner)]),
  );
}
