/** HTML put together so that nothing from outside can be more than text. */
import { inert } from '../inert.ts';

/** HTML that may stand in HTML as it is. */
export interface Markup {
  readonly markup: string;
}

/** What a template takes: strings are escaped; null and false are nothing. */
export type Content = string | number | Markup | readonly Markup[] | null | false;

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};

/** Trusts HTML: for what this folder has written itself. */
export function trusted(markup: string): Markup {
  return { markup };
}

/** Long text of an element: only what must be is escaped. Never for an attribute. */
export function longText(text: string): Markup {
  return trusted(inert(text).replace(/[&<>]/g, char => entities[char]!));
}

function written(content: Content): string {
  if (content === null || content === false) return '';
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') {
    return inert(content).replace(/[&<>"']/g, char => entities[char]!);
  }
  if ('markup' in content) return content.markup;
  let all = '';
  for (const { markup } of content) all += markup;
  return all;
}

/** A template of HTML: what is put in is escaped, unless it is `Markup`. Attributes are to be quoted. */
export function html(parts: TemplateStringsArray, ...contents: Content[]): Markup {
  let all = parts[0]!;
  for (const [at, content] of contents.entries()) all += written(content) + parts[at + 1]!;
  return trusted(all);
}

export const nothing: Markup = trusted('');
