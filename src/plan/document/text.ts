/** Plain words out of Markdown nodes. */
import type { Nodes, Parents, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** Text of a node without marks, comments or line breaks. */
export function plain(node: Nodes | readonly Nodes[]): string {
  return textOf(node, { includeHtml: false }).replace(/\s+/g, ' ').trim();
}

/** Every node below, in the order of the document. Own stack: a plan may nest deeper than ours. */
export function descendants(root: Nodes | readonly Nodes[]): Nodes[] {
  const found: Nodes[] = [];
  const pending: Nodes[] = Array.isArray(root) ? [...root].reverse() : [root as Nodes];
  for (let node = pending.pop(); node; node = pending.pop()) {
    found.push(node);
    if ('children' in node) pending.push(...[...(node as Parents).children].reverse());
  }
  return found;
}

/** `Vérification (15 min) :` and the like end with a colon that is not part of the name. */
export function withoutColon(text: string): string {
  return text.replace(/\s*:\s*$/, '').trim();
}

export function isBlock<T extends RootContent['type']>(
  type: T,
): (node: Nodes) => node is Extract<Nodes, { type: T }> {
  return (node): node is Extract<Nodes, { type: T }> => node.type === type;
}
