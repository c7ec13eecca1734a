/** Where the source of a plan writes the durations that its titles give. */
import type { Nodes } from 'mdast';
import { setLabelsApart } from './document/margin-labels.ts';
import { parseDocument } from './document/parse.ts';
import { placeOf, placeWithin, rawOf, readSource, type Source } from './document/source.ts';
import { descendants, isBlock } from './document/text.ts';
import { durationIn } from './quantities/time.ts';
import type { Place } from './types.ts';

/** A duration as written; its place is that of the figure, in the source. */
export interface WrittenDuration extends Place {
  /** `90 min`, `1h30`. */
  figure: string;
  minutes: number;
}

/**
 * Reads a source that compiled, and finds the duration in the title of what stands at a place (a phase, a step,
 * the rollback). Null where none is written in one piece: marks or signs may stand in its midst.
 */
export function durationFinder(original: string): (at: Place) => WrittenDuration | null {
  const source = readSource(original);
  const root = parseDocument(source.text);
  setLabelsApart(root, source);
  const titles = new Map(
    descendants(root).flatMap(node => {
      const title = titleOf(node);
      return title ? [[keyOf(placeOf(node)), title] as const] : [];
    }),
  );
  return at => {
    const title = titles.get(keyOf(at));
    return title ? durationWithin(title, source) : null;
  };
}

const keyOf = ({ line, column }: Place): string => `${line}:${column}`;

function titleOf(node: Nodes): Nodes | undefined {
  if (node.type === 'heading') return node;
  return node.type === 'listItem' ? node.children.find(isBlock('paragraph')) : undefined;
}

function durationWithin(title: Nodes, source: Source): WrittenDuration | null {
  for (const node of descendants(title)) {
    if (node.type !== 'text' && node.type !== 'inlineCode') continue;
    const raw = rawOf(source, node);
    const found = durationIn(raw);
    if (!found) continue;
    const { figure, minutes, index } = found;
    if (figure.includes('\n')) return null;
    return { ...placeWithin(placeOf(node), raw, index), figure, minutes };
  }
  return null;
}
