/** `**If it fails**:` at the margin right under a list: Markdown takes it for more words of the last item. */
import type { List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { wordsFor } from '../vocabulary/recognise.ts';
import { normalise } from '../vocabulary/words.ts';
import { endOffset, placeOf, type Source, startOffset } from './source.ts';

/** Sets such labels apart, in place: the list ends above, and what follows is a list of its own. */
export function setLabelsApart(root: Root, source: Source): void {
  root.children = root.children.flatMap(block =>
    block.type === 'list' ? cutList(block, source) : [block],
  );
}

function cutList(list: List, source: Source): RootContent[] {
  const parts: RootContent[] = [];
  let items: ListItem[] = [];
  const close = () => {
    if (items.length > 0) parts.push({ ...list, ...spanOf(items), children: items });
    items = [];
  };
  for (const item of list.children) {
    items.push(item);
    const label = takeLabel(item, placeOf(item).column, source);
    if (!label) continue;
    close();
    parts.push(label);
  }
  close();
  return parts;
}

function spanOf(items: readonly ListItem[]): Pick<List, 'position'> {
  const [start, end] = [items[0]?.position?.start, items.at(-1)?.position?.end];
  return start && end ? { position: { start, end } } : {};
}

/** The label that is the last line of the item's last paragraph, taken out of it. */
function takeLabel(item: ListItem, margin: number, source: Source): Paragraph | undefined {
  const last = item.children.at(-1);
  if (last?.type === 'list') return takeLabel(last.children.at(-1)!, margin, source);
  if (last?.type !== 'paragraph' || !last.position) return undefined;
  const { start, end } = last.position;
  const written = source.lines[end.line - 1]!;
  // Indented like the item's text, it is the item's own.
  const indent = written.replaceAll('\t', '    ').search(/\S/);
  if (start.line === end.line || indent > margin || !isLabel(written)) return undefined;
  const from = { line: end.line, column: 1, offset: end.offset! - (end.column - 1) };
  const cut = cutAt(last, from, source);
  if (!cut) return undefined;
  last.children = cut.above;
  return { type: 'paragraph', children: cut.below, position: { start: from, end } };
}

/** Bold words and a colon, or the words that announce actions on failure: other lines are the item's. */
function isLabel(written: string): boolean {
  const line = written.trim();
  const bold = /^(\*\*|__)(?:(?!\1).)+\1\s*:?$/.test(line);
  const colon = /:(?:\*\*|__)?$/.test(line);
  if (bold && colon) return true;
  return (bold || colon) && wordsFor(words => words.actionsOnFailure).includes(normalise(line));
}

type Point = NonNullable<Paragraph['position']>['start'];

/** What stands before and after the start of a line; undefined when a mark spans it. */
function cutAt({ children }: Paragraph, from: Point, source: Source) {
  const above: PhrasingContent[] = [];
  const below: PhrasingContent[] = [];
  for (const node of children) {
    const spans = startOffset(node) < from.offset! && endOffset(node) > from.offset!;
    if (!spans) (startOffset(node) < from.offset! ? above : below).push(node);
    else if (node.type !== 'text') return undefined;
    else {
      const { start, end } = node.position!;
      const [before, after] = cutText(node.value);
      above.push({ ...node, value: before, position: { start, end: from } });
      below.push({ ...node, value: after, position: { start: afterIndent(from, source), end } });
    }
  }
  return { above, below };
}

function cutText(value: string): [string, string] {
  const at = value.lastIndexOf('\n');
  return at < 0 ? [value, ''] : [value.slice(0, at), value.slice(at + 1)];
}

function afterIndent(from: Point, { lines }: Source): Point {
  const indent = lines[from.line - 1]!.search(/\S/);
  return { line: from.line, column: 1 + indent, offset: from.offset! + indent };
}
