/** Sections of the document, and the files that it links to, as rows. */

import { readableRows } from '../text/markdown.ts';
import type { Link, Section, Situation } from './situation.ts';

/** Of the row of a link, after those of the sections. */
export function linkKey(at: number): string {
  return `link:${at}`;
}

/** The link of a row; undefined for a section's. */
export function linkOf({ links }: Pick<Situation, 'links'>, key: string): Link | undefined {
  return links.find((_, at) => linkKey(at) === key);
}

/** A linked file may be long: it is broken into rows once, not at every key. */
const broken = new WeakMap<Section, { width: number; rows: readonly string[] }>();

/** Rows of at most `width` cells; none without a section. */
export function sectionRows(section: Section | null, width: number): readonly string[] {
  if (!section) return [];
  const known = broken.get(section);
  if (known?.width === width) return known.rows;
  const rows = readableRows(section.markdown, width);
  broken.set(section, { width, rows });
  return rows;
}
