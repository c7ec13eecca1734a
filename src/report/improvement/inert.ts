/** Text from outside written into Markdown so that it stays text: for readers, and for our compiler. */
import { blanksOf } from '../../plan/blanks.ts';

const longest = 500;

/**
 * One line that is no box, fence, comment, heading, link or variable, whatever it holds. Its blanks (`XX XX`,
 * `YOUR_KEY`) are no longer blanks. A bare address stays one.
 */
export function inert(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest).trimEnd()} …` : text;
  const words = cut.replaceAll('\uFFFD', '?').trim().split(/\s+/);
  return guarded(words.map(word => (isAddress(word) ? word : escaped(word))).join(' '));
}

/** Nothing in it speaks Markdown. */
const isAddress = (word: string): boolean =>
  /^https?:\/\/[\w.:/?=%+,;#-]+$/.test(word) && blanksOf(word).length === 0;

function escaped(word: string): string {
  const safe = word
    .replace(/[\\`*{}[\]<~]|&(?=#?\w+;)/g, '\\$&')
    // Within a word it is a sign like any other, but for `YOUR_KEY`.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|(?<=YOUR|VOTRE)_/gu, '\\_');
  return word.includes('<') ? safe.replaceAll('>', '\\>') : safe;
}

/** What would begin another block, and telephone numbers to be filled in. */
function guarded(line: string): string {
  return line
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^[-+#>]/, '\\$&')
    .replace(/(?:[ .-]?X){4,}/g, run => run.replaceAll('X', 'x'));
}
