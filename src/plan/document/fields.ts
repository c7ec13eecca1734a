/** `**Label** : value`, in paragraphs, list items and two-column tables. */
import type { ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Place } from '../types.ts';
import type { Section } from './outline.ts';
import { placeOf } from './source.ts';
import { plain, withoutColon } from './text.ts';

export interface Field extends Place {
  label: string;
  value: string;
}

/** Inline nodes, cut where the author broke the line. */
function linesOf(paragraph: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of paragraph.children) {
    if (child.type === 'break') lines.push([]);
    else if (child.type === 'text') splitText(child.value, lines);
    else lines.at(-1)!.push(child);
  }
  return lines;
}

function splitText(value: string, lines: PhrasingContent[][]): void {
  value.split('\n').forEach((part, index) => {
    if (index > 0) lines.push([]);
    lines.at(-1)!.push({ type: 'text', value: part });
  });
}

function startsBold(line: PhrasingContent[]): boolean {
  return line.find(node => node.type !== 'text' || node.value.trim() !== '')?.type === 'strong';
}

function boldField(line: PhrasingContent[], place: Place): Field {
  const bold = line.findIndex(node => node.type === 'strong');
  const value = plain(line.slice(bold + 1)).replace(/^\s*[:–—-]\s*/, '');
  return { ...place, label: withoutColon(plain(line[bold]!)), value };
}

/** Fields of a paragraph; a line without a label continues the value above it. */
export function paragraphFields(paragraph: Paragraph): Field[] {
  const fields: Field[] = [];
  linesOf(paragraph).forEach((line, index) => {
    const last = fields.at(-1);
    const place = { line: placeOf(paragraph).line + index, column: placeOf(paragraph).column };
    if (startsBold(line)) fields.push(boldField(line, place));
    else if (last) last.value = `${last.value} ${plain(line)}`.trim();
  });
  return fields;
}

/** A list item as a field: its bold part, or what stands before its first colon. */
export function itemField(item: ListItem): Field {
  const head = item.children.find(child => child.type === 'paragraph');
  const place = placeOf(item);
  if (!head) return { ...place, label: '', value: '' };
  const bold = paragraphFields(head)[0];
  if (bold) return { ...bold, ...place };
  const text = plain(head);
  const colon = text.indexOf(':');
  if (colon < 0) return { ...place, label: text, value: '' };
  return { ...place, label: text.slice(0, colon).trim(), value: text.slice(colon + 1).trim() };
}

function blockFields(block: RootContent): Field[] {
  if (block.type === 'paragraph') return paragraphFields(block);
  if (block.type === 'list') return block.children.map(itemField);
  if (block.type !== 'table' || block.children[0]?.children.length !== 2) return [];
  return block.children.map(row => ({
    ...placeOf(row),
    label: plain(row.children[0]!),
    value: row.children[1] ? plain(row.children[1]) : '',
  }));
}

/** Every field written directly in a section. */
export function fieldsOf(section: Section): Field[] {
  return section.blocks.flatMap(blockFields);
}
