/** The document as a tree of sections, by its headings. */
import type { Heading, Html, Root, RootContent } from 'mdast';
import type { Place } from '../types.ts';
import { placeOf } from './source.ts';
import { plain } from './text.ts';

export interface Section extends Place {
  title: string;
  /** 0 for the document itself. */
  depth: number;
  /** Blocks before the first heading below this one. */
  blocks: RootContent[];
  sections: Section[];
  /** Comments on the heading, or right under it: its attributes may be there. */
  comments: Html[];
}

function open(heading: Heading): Section {
  return {
    ...placeOf(heading),
    title: plain(heading),
    depth: heading.depth,
    blocks: [],
    sections: [],
    comments: heading.children.filter(child => child.type === 'html'),
  };
}

/** Sections nest by depth; a heading that skips a level still lands under the nearest shallower one. */
export function outline(root: Root): Section {
  const document: Section = {
    line: 1,
    column: 1,
    title: '',
    depth: 0,
    blocks: [],
    sections: [],
    comments: [],
  };
  const path = [document];
  for (const block of root.children) {
    if (block.type === 'heading') {
      while (path.length > 1 && path.at(-1)!.depth >= block.depth) path.pop();
      const section = open(block);
      path.at(-1)!.sections.push(section);
      path.push(section);
    } else place(path.at(-1)!, block);
  }
  return document;
}

function place(section: Section, block: RootContent): void {
  if (block.type === 'html' && section.blocks.length === 0) section.comments.push(block);
  section.blocks.push(block);
}

/** The section and all below it, in order. */
export function everySection(section: Section): Section[] {
  return [section, ...section.sections.flatMap(everySection)];
}
