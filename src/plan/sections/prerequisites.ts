import { groupsOf } from '../document/groups.ts';
import { toItem } from '../document/lists.ts';
import type { Section } from '../document/outline.ts';
import type { Group, Item } from '../types.ts';

/** What must be true before anything starts, by group: `P1.3` is the third of the first group. */
export function readPrerequisites(section: Section | undefined): Group<Item>[] {
  return groupsOf(section, (item, group, index) => toItem(item, `P${group}.${index}`));
}
