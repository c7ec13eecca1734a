/** How a line of output says that something went wrong, in the languages that tools write in. */

const word =
  '(?:errors?|erreurs?|fatale?|fail(?:ed|ure|ures)?|échecs?|échoué|exception|traceback|panic|denied|refused|not found|introuvable|sqlstate)';
/** Words that a number in front of them counts, never numbers: «worker 0 failed» is no count. */
const counted = '(?:errors|error(?=\\(s\\))|erreurs?|failures|échecs?)';

const none = "(?<!\\p{L})(?:(?:no|zero|zéro|aucune?|sans|without(?: any)?)\\s+|pas\\s+d['’]\\s*)";
const zero = '(?<=^|[\\s(\\[|,;])0\\s*';
/** A zero that no word or number is in front of, unless it is one that leads to a count. */
const clearZero = `(?:(?<![\\p{L}\\p{N}]\\s+)|(?<=(?:passed|and|with|et|avec)\\s+))${zero}`;

const isCountedZero = [
  `${none}(?:(?:${word}|tests?)\\s+)?${word}`,
  `${zero}(?:(?:${word}|tests?|en)\\s+)?${counted}`,
  `${clearZero}(?:\\p{L}+\\s+){0,2}${word}`,
].join('|');

/** `failed=0 `, `"errors": 0}`, `Failures: 0, `; not `Error: 0 rows` nor `error: 0x80`. */
const isZeroAfter = [
  '(?:\\(s\\)|["\'])?',
  '(?:\\s*=\\s*0(?![\\p{L}\\p{N}]|[.,]\\p{N})',
  '|\\s*[:|]?\\s*0(?=\\s*(?:$|[,;](?!\\p{N})|[)\\]}|/]|\\.(?!\\p{N})|\\s\\s|\\s\\p{L}+\\s*[:=])))',
].join('');

/** Finds where a plain line, without control sequences, speaks of an error; a count of none is none. */
export const errorPattern = new RegExp(
  `(?<!\\p{L})${word}(?!\\p{L})(?!${isZeroAfter})(?<!${isCountedZero})`,
  'iu',
);
