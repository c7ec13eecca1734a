import { itemField } from '../document/fields.ts';
import { groupsOf } from '../document/groups.ts';
import type { Section } from '../document/outline.ts';
import { placeOf } from '../document/source.ts';
import type { Contact, Group } from '../types.ts';

/** Whom to call, in the order of escalation. */
export function readContacts(section: Section | undefined): Group<Contact>[] {
  return groupsOf(section, item => {
    const { label, value } = itemField(item);
    return { ...placeOf(item), role: label, ...(value === '' ? {} : { contact: value }) };
  });
}
