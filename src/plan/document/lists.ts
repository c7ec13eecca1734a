/** Lists, and the words that announce them. */
import type { List, ListItem, RootContent } from 'mdast';
import type { Item, Place } from '../types.ts';
import { paragraphFields } from './fields.ts';
import type { Section } from './outline.ts';
import { placeOf } from './source.ts';
import { plain, withoutColon } from './text.ts';

export function listItems(blocks: readonly RootContent[]): ListItem[] {
  return blocks.flatMap(block => (block.type === 'list' ? block.children : []));
}

/** Title of a list item: its first paragraph, in plain words. */
export function headText(item: ListItem): string {
  const head = item.children.find(child => child.type === 'paragraph');
  return head ? plain(head) : '';
}

export function toItem(item: ListItem, id: string): Item {
  return { ...placeOf(item), id, title: headText(item) };
}

export interface LabelledList extends Place {
  /** The bold words above the list, else the heading's. */
  label: string;
  list: List;
}

function announcement(block: RootContent): string | undefined {
  if (block.type !== 'paragraph') return undefined;
  const field = paragraphFields(block).at(-1);
  if (field?.value === '') return field.label;
  const text = plain(block);
  return text.endsWith(':') ? withoutColon(text) : undefined;
}

/** Every list of a section and of those below, with what announces it. */
export function labelledLists(section: Section): LabelledList[] {
  const found: LabelledList[] = [];
  let label = section.title;
  for (const block of section.blocks) {
    label = announcement(block) ?? label;
    if (block.type === 'list') found.push({ ...placeOf(block), label, list: block });
  }
  return [...found, ...section.sections.flatMap(labelledLists)];
}
