/** Names what headings and labels announce, in either language: teams mix them. */
import type { Language } from '../types.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { mentions, normalise, type SectionName, type Vocabulary } from './words.ts';

const vocabularies: Record<Language, Vocabulary> = { fr, en };

/** The words of both languages for one concept. */
export function wordsFor(pick: (vocabulary: Vocabulary) => readonly string[]): string[] {
  return [...pick(fr), ...pick(en)];
}

/** Does `text` announce the concept, in French or English? */
export function announces(
  text: string,
  pick: (vocabulary: Vocabulary) => readonly string[],
): boolean {
  return mentions(text, wordsFor(pick));
}

/** The key of a table of words that `text` announces first. */
export function keyFor<K extends string>(
  text: string,
  pick: (vocabulary: Vocabulary) => Record<K, readonly string[]>,
): K | undefined {
  const keys = Object.keys(pick(fr)) as K[];
  return keys.find(key => announces(text, vocabulary => pick(vocabulary)[key]));
}

function sectionIn(title: string, vocabulary: Vocabulary): SectionName | undefined {
  return vocabulary.sections.find(([, phrases]) => mentions(title, phrases))?.[0];
}

/** The section that a heading announces. */
export function sectionNamed(title: string): SectionName | undefined {
  return sectionIn(title, fr) ?? sectionIn(title, en);
}

function countCommon(text: string, language: Language): number {
  const words = new Set(vocabularies[language].common);
  return normalise(text)
    .split(' ')
    .filter(word => words.has(word)).length;
}

/** The language of a plan: of its headings, else of its small words; French when nothing tells. */
export function guessLanguage(headings: readonly string[], text: string): Language {
  const score = (language: Language) =>
    headings.filter(title => sectionIn(title, vocabularies[language])).length;
  const lead = score('en') - score('fr');
  if (lead !== 0) return lead > 0 ? 'en' : 'fr';
  const sample = text.slice(0, 20_000);
  return countCommon(sample, 'en') > countCommon(sample, 'fr') ? 'en' : 'fr';
}
