/** What the author of a plan left to be filled in. */
import { wordsFor } from './vocabulary/recognise.ts';
import { normalise } from './vocabulary/words.ts';

export interface Blank {
  /** As written: `[Nom]`. */
  text: string;
  index: number;
  /** Between square brackets: a variable may be written so too. */
  name?: string | undefined;
}

/** `à définir`, `TBD`: the words of both languages. */
export const undecidedWords: readonly string[] = wordsFor(words => words.undecided);

const undecided = new Set(undecidedWords.map(normalise));

const blank = new RegExp(
  [
    '\\{\\{[^{}\\n]+\\}\\}',
    // [Nom], [lien vers documentation]; not [x], ![image], \[escaped], [text](link), [^note].
    '(?<![!\\\\\\p{L}\\p{N}])\\[(?<bracket>\\p{L}[^\\[\\]\\n]{1,60})\\](?![(\\[:])',
    // +33 X XX XX XX XX
    '\\+?\\d{0,3}(?:[ .-]?X{1,2}){4,8}(?![\\p{L}\\p{N}])',
    '<[A-Z][A-Z0-9_-]{2,}>',
    '(?<![\\p{L}\\p{N}_])(?:YOUR|VOTRE)_[A-Z0-9_]+',
  ].join('|'),
  'gu',
);

/** The blanks of a text, in order; `{{name}}`, which nobody has put in, is among them. */
export function blanksIn(text: string): Blank[] {
  return [...text.matchAll(blank)].map(match => {
    const written = match[0].trim();
    const index = match.index + match[0].indexOf(written);
    return { text: written, index, name: match.groups?.bracket };
  });
}

/** As written, each once. */
export function blanksOf(text: string): string[] {
  return [...new Set(blanksIn(text).map(found => found.text))];
}

/** Is there nothing here yet, or only in part? `à définir`, `-` and '' are blanks too. */
export function isBlank(text: string): boolean {
  const said = normalise(text);
  return said === '' || undecided.has(said) || blanksIn(text).length > 0;
}
