/** What the author of the plan left to be filled in. */
import { wordsFor } from '../../plan/vocabulary/recognise.ts';
import { normalise } from '../../plan/vocabulary/words.ts';

/** `{{lien}}`, `[Nom]`, `+33 X XX XX XX XX`, `<NAME>`, `YOUR_NAME`; not `[text](link)`, `![image]`, `[^note]`. */
const blank = new RegExp(
  [
    '\\{\\{[^{}\\n]+\\}\\}',
    '(?<![!\\\\\\p{L}\\p{N}])\\[\\p{L}[^\\[\\]\\n]{1,60}\\](?![(\\[:])',
    '\\+?\\d{0,3}(?:[ .-]?X{1,2}){4,8}(?![\\p{L}\\p{N}])',
    '<[A-Z][A-Z0-9_-]{2,}>',
    '(?<![\\p{L}\\p{N}_])(?:YOUR|VOTRE)_[A-Z0-9_]+',
  ].join('|'),
  'gu',
);
const undecided = new Set(wordsFor(words => words.undecided).map(normalise));

/** The blanks of a text as written, each once. */
export function blanksOf(text: string): string[] {
  return [...new Set([...text.matchAll(blank)].map(([found]) => found.trim()))];
}

/** Is there nothing here yet, or only in part? `à définir`, `-` and '' are blanks too. */
export function isBlank(text: string): boolean {
  const said = normalise(text);
  return said === '' || undecided.has(said) || blanksOf(text).length > 0;
}
