import type { ReadingSection } from '../types.ts';
import { everySection, type Section } from './outline.ts';
import { endOffset, type Source, startOffset } from './source.ts';

/** The whole document by heading, as written: what no section understood can still be read. */
export function readingSections(document: Section, source: Source): ReadingSection[] {
  return everySection(document).flatMap(({ blocks, line, column, title, depth }) => {
    const written = blocks.filter(block => block.type !== 'yaml');
    const [first, last] = [written[0], written.at(-1)];
    if (!first || !last) return [];
    const markdown = source.text.slice(startOffset(first), endOffset(last));
    return [{ line, column, title, depth, markdown }];
  });
}
