/** Where attributes are written: HTML comments, and what follows the language of a fence. */
import type { Code, Html } from 'mdast';
import type { Context } from '../context.ts';
import { placeOf, placeWithin, rawOf } from '../document/source.ts';
import { attributeNames } from './attribute-set.ts';
import { type Token, tokens } from './tokens.ts';

/** Prose in a comment is prose: only `name=…`, or known names alone, are attributes. */
function areAttributes(found: readonly Token[]): boolean {
  const [first] = found;
  if (!first) return false;
  if (first.value !== undefined && /^[a-z][\w-]*$/i.test(first.name)) return true;
  return found.every(({ name }) => attributeNames.includes(name));
}

/** Of the comments of one HTML node, those that are attributes. */
export function commentTokens(comment: Html, { source }: Pick<Context, 'source'>): Token[] {
  const raw = rawOf(source, comment);
  const found: Token[] = [];
  for (let start = raw.indexOf('<!--'); start >= 0; ) {
    const end = raw.indexOf('-->', start + 4);
    if (end < 0) break;
    const cut = tokens(raw.slice(start + 4, end), placeWithin(placeOf(comment), raw, start + 4));
    if (areAttributes(cut)) found.push(...cut);
    start = raw.indexOf('<!--', end);
  }
  return found;
}

/** As written: Markdown would eat the backslashes of a regular expression. */
export function fenceTokens(node: Code, { source }: Pick<Context, 'source'>): Token[] {
  if (!node.meta) return [];
  const { line, column } = placeOf(node);
  const written = (source.lines[line - 1] ?? '').slice(column - 1);
  const language = /^(?:`+|~+)[ \t]*\S*/.exec(written)?.[0] ?? '';
  return tokens(written.slice(language.length), { line, column: column + language.length });
}
