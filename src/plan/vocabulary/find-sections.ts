/** Finds the sections of a plan among its headings. */
import type { Section } from '../document/outline.ts';
import { sectionNamed } from './recognise.ts';
import type { SectionName } from './words.ts';

export type Sections = Partial<Record<SectionName, Section>>;

/** A second section of the same name goes under the first: nothing said is dropped. */
function add(found: Sections, name: SectionName, section: Section): void {
  const first = found[name];
  found[name] = first ? { ...first, sections: [...first.sections, section] } : section;
}

function search(parts: readonly Section[], found: Sections): void {
  for (const part of parts) {
    const name = sectionNamed(part.title);
    if (name) add(found, name, part);
    else search(part.sections, found);
  }
}

/** The one heading of the first level that a document may have: its title, not a section. */
export function titleSection(document: Section): Section | undefined {
  const top = document.sections.filter(({ depth }) => depth === 1);
  return top.length === 1 ? top[0] : undefined;
}

/** The outermost headings that announce each section; what is inside one belongs to it. */
export function sectionsByName(document: Section): Sections {
  const found: Sections = {};
  const title = titleSection(document);
  search(
    document.sections.flatMap(part => (part === title ? part.sections : [part])),
    found,
  );
  return found;
}
