/** Is a document with something more in it still the same document? Only the part around it is parsed again. */
import type { RootContent } from 'mdast';
import { parseDocument } from '../../plan/document/parse.ts';
import { readSource } from '../../plan/document/source.ts';
import { descendants } from '../../plan/document/text.ts';

/** What is to stand there: headings, a paragraph, one list. */
export interface Added {
  headings: number;
  intro: boolean;
  items: readonly string[];
}

interface Region {
  /** Lines from 1: a heading, or the beginning. */
  from: number;
  /** The heading that follows; null at the end of the document. */
  next: number | null;
}

/** Has `after` in this region what `before` has, then what was added, and nothing else? */
export function addsOnly(before: string, after: string, region: Region, added: Added): boolean {
  const olds = linesIn(before);
  const news = linesIn(after);
  const below = region.next === null ? 0 : olds.length - region.next + 1;
  const nodesIn = (lines: readonly string[]) =>
    parseDocument(lines.slice(region.from - 1, lines.length - below).join('\n')).children;
  const nodes = nodesIn(news);
  const kept = nodes.length - added.headings - (added.intro ? 2 : 1);
  return (
    isSame(nodesIn(olds), nodes.slice(0, Math.max(0, kept))) && isAdded(nodes.slice(kept), added)
  );
}

const linesIn = (text: string): string[] => readSource(text).lines;

function isSame(one: readonly RootContent[], other: readonly RootContent[]): boolean {
  return told(one) === told(other);
}

/** Without places, nor the end of a comment that was left open. */
function told(nodes: readonly RootContent[]): string {
  const said = nodes.map(node =>
    node.type === 'html' ? { ...node, value: node.value.replace(/\s*-->$/, '').trimEnd() } : node,
  );
  return JSON.stringify(said, (key, value: unknown) => (key === 'position' ? undefined : value));
}

function isAdded(nodes: readonly RootContent[], { headings, intro, items }: Added): boolean {
  const types = nodes.map(({ type }) => type);
  const wanted = [...Array<string>(headings).fill('heading'), ...(intro ? ['paragraph'] : [])];
  if (types.join() !== [...wanted, 'list'].join()) return false;
  const list = nodes.at(-1);
  return (
    list?.type === 'list' && list.children.length === items.length && list.children.every(isPlain)
  );
}

/** One paragraph of text; addresses may be links. */
function isPlain(item: RootContent): boolean {
  const [whole, paragraph, ...rest] = descendants(item);
  return (
    whole?.type === 'listItem' &&
    typeof whole.checked !== 'boolean' &&
    paragraph?.type === 'paragraph' &&
    rest.every(({ type }) => type === 'text' || type === 'link')
  );
}
