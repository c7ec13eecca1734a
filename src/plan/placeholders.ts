/** Variables in a text: `{{name}}`, `[name]`, and what only looks like one. */

export interface Placeholder {
  name: string;
  /** As written: `[timestamp]`. */
  text: string;
  index: number;
  /** Declared or captured somewhere; else a look-alike. */
  known: boolean;
}

/** What may be written between the marks. */
const name = '\\p{L}[\\p{L}\\p{N}_]*(?:-[\\p{L}\\p{N}_]+)*';

/**
 * One alternative for each form. Square brackets are never an index (`files[last]`, after a word), a
 * test (`[[`, `[ -f x ]`), a link or an escaped bracket.
 */
const forms = new RegExp(
  [
    `\\{\\{\\s*(?<braces>${name})\\s*\\}\\}`,
    `(?<![\\p{L}\\p{N}_\\]}\\[\\\\$])\\[(?<square>${name}(?: ${name}){0,4})\\](?![\\](])`,
    `(?<![<\\p{L}\\p{N}_])<(?<angle>[A-Z][A-Z0-9_-]{2,})>`,
    `(?<![\\p{L}\\p{N}_$\\{-])(?<yours>(?:YOUR|VOTRE)[_-][A-Z0-9_]+)(?![A-Z0-9_=])`,
  ].join('|'),
  'gu',
);

/** Words that programs print in brackets. */
const tags = /^(?:ok|ko|info|warn|warning|error|debug|trace|fatal|fail|failed|pass|done|skip)$/i;

/** `[a-z]`, `[A-Za-z_]`: ranges of characters. */
const range = /^(?:[A-Za-z0-9]-[A-Za-z0-9]|_|-)+$/;

/** Every placeholder of a shell script or another text, in order. `known` are the names declared. */
export function placeholders(
  text: string,
  known: ReadonlySet<string>,
  shell: boolean,
): Placeholder[] {
  return [...text.matchAll(forms)].flatMap(match => {
    const { braces, square, angle, yours } = match.groups!;
    const found = {
      name: (braces ?? square ?? angle ?? yours)!,
      text: match[0],
      index: match.index,
    };
    const declared = (braces ?? square) !== undefined && known.has(found.name);
    if (declared || braces !== undefined) return [{ ...found, known: declared }];
    if (!shell || inComment(text, match.index)) return [];
    if (square !== undefined && !looksLikeVariable(square, text, match)) return [];
    return [{ ...found, known: false }];
  });
}

/** Tools whose arguments are regular expressions or sets of characters: `sed 's/[aeiou]//'`. */
const takesPatterns = /\b(?:sed|[ef]?grep|rg|tr|awk|perl|find|case)\b/;

function lineUpTo(text: string, index: number): string {
  return text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
}

const inComment = (text: string, index: number): boolean =>
  lineUpTo(text, index).trimStart().startsWith('#');

/** Not a glob (`[abc]*`), a range, nor the tag of a printed line (`"[deploy] …"`). */
function looksLikeVariable(word: string, text: string, match: RegExpMatchArray): boolean {
  if (word.length < 3 || tags.test(word) || range.test(word)) return false;
  const before = text[match.index! - 1] ?? '';
  const after = text[match.index! + match[0].length] ?? '';
  if (/["']/.test(before) && /[\s:]/.test(after)) return false;
  // A character class never repeats a letter: `[timestamp]*` is no glob.
  if (new Set(word).size < word.length) return true;
  return !/[*+?{]/.test(after) && !takesPatterns.test(lineUpTo(text, match.index!));
}
