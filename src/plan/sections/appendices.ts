import type { Link as LinkNode, Nodes } from 'mdast';
import { listItems, toItem } from '../document/lists.ts';
import { everySection, type Section } from '../document/outline.ts';
import { placeOf } from '../document/source.ts';
import { plain } from '../document/text.ts';
import type { Item, Link } from '../types.ts';
import { announces } from '../vocabulary/recognise.ts';

/** The final checklist, wherever its heading stands: `L.1`… */
export function readChecklist(document: Section): Item[] {
  const titled = everySection(document).filter(part =>
    announces(part.title, words => words.checklist),
  );
  return titled
    .flatMap(part => listItems(part.blocks))
    .map((item, index) => toItem(item, `L.${index + 1}`));
}

const address = /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i;

/** The file a link names, relative to the plan; undefined for addresses and anchors. */
function fileOf(url: string): string | undefined {
  if (url === '' || address.test(url)) return undefined;
  const path = url.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Every link of the document. `exists` answers for paths relative to the plan's folder. */
export function readLinks(nodes: readonly Nodes[], exists?: (relative: string) => boolean): Link[] {
  const links = nodes.filter((node): node is LinkNode => node.type === 'link');
  return links.map(node => {
    const file = fileOf(node.url);
    const known = file !== undefined && exists ? { exists: exists(file) } : {};
    return { ...placeOf(node), text: plain(node), url: node.url, ...known };
  });
}
