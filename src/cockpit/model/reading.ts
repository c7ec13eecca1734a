/** Enter on the page of the document: a section opens, and so does a file that the plan links to. */

import { cursorOf, rowsOfList } from './lists.ts';
import { linkOf } from './sections.ts';
import {
  type Link,
  noticed,
  type Outcome,
  only,
  type Section,
  type Situation,
} from './situation.ts';
import type { Ui } from './ui.ts';

export function enterOnDocument(ui: Ui, s: Situation): Outcome {
  const rows = rowsOfList('reading', ui, s);
  const key = rows[cursorOf('reading', rows, ui, s)]?.key;
  if (key === undefined) return only(ui);
  const link = linkOf(s, key);
  if (link) return only(ui, { type: 'open', link });
  const section = s.reading[Number(key)];
  return only(section ? opened(ui, section) : ui);
}

/** The file of a link, as a page; an address is said instead, and `y` copies it. */
export function linkOpened(
  ui: Ui,
  s: Situation,
  link: Link,
  read: (url: string) => Section | null,
): Ui {
  const { notices } = s.words.cockpit;
  try {
    const section = read(link.url);
    if (section) return opened(ui, section);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return noticed(ui, s, notices.linkUnread(link.url, why), 'bad');
  }
  if (link.exists === false) return noticed(ui, s, notices.linkMissing(link.url));
  return noticed(ui, s, notices.linkAddress(link.url), 'active');
}

function opened(ui: Ui, section: Section): Ui {
  const { section: _, ...cursors } = ui.cursors;
  const { section: _filter, ...filters } = ui.filters;
  return { ...ui, page: 'section', section, cursors, filters };
}
