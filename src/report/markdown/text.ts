/** Markdown put together so that nothing from outside can be more than text. */
import { inert } from '../inert.ts';
import type { Reading } from '../reading.ts';

/** An address too, lest the signs before others in it be taken for its own. */
const special = /[\\`*_[\]|~$]|<(?=[a-z/!?])|&(?=[#\w]+;)|:(?=\/\/)|(?<=www)\./gi;
/** What would begin a heading, a list, a quote or a rule. */
const opening = /^(?:[#+=>-]|\d+(?=[.)](?:\s|$)))/;

/** One line of text: in a paragraph, an item or a cell of a table it is itself, and no mark-up. */
export function plain(text: string): string {
  return inert(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(special, '\\$&')
    .replace(opening, start => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** Lines as they are, in a fence that they cannot close. @param language `diff`, or '' */
export function fenced(text: string, language = ''): string {
  const body = inert(text).replace(/\n$/, '');
  const runs = body.match(/`+/g) ?? [];
  const fence = '`'.repeat(runs.reduce((most, run) => Math.max(most, run.length + 1), 3));
  return `${fence}${language}\n${body}\n${fence}`;
}

/** Cells are Markdown already. */
export function tableOf(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell => cell || ' ').join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Items are Markdown already; '' is left out. */
export function listOf(items: readonly string[]): string {
  return items
    .filter(Boolean)
    .map(item => `- ${item}`)
    .join('\n');
}

/** Blocks with a blank line between them; '' is left out. */
export function blocks(parts: readonly string[]): string {
  return parts.filter(Boolean).join('\n\n');
}

/** What was said, after what it was said of. */
export function said(reading: Reading, text: string): string {
  return text === '' ? '' : ` — ${reading.said.around.quoted(plain(text))}`;
}
