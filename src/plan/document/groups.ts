import type { ListItem } from 'mdast';
import { listItems } from '../document/lists.ts';
import type { Group } from '../types.ts';
import type { Section } from './outline.ts';

/**
 * The lists of a section, one group for each heading that has any. `read` gets an item with the
 * numbers, from 1, of its group and of itself.
 */
export function groupsOf<T>(
  section: Section | undefined,
  read: (item: ListItem, group: number, index: number) => T,
): Group<T>[] {
  if (!section) return [];
  const found = withItems(section, '');
  return found.map(({ title, items }, group) => ({
    title,
    items: items.map((item, index) => read(item, group + 1, index + 1)),
  }));
}

function withItems(section: Section, title: string): Group<ListItem>[] {
  const items = listItems(section.blocks);
  const below = section.sections.flatMap(part => withItems(part, part.title));
  return items.length > 0 ? [{ title, items }, ...below] : below;
}
