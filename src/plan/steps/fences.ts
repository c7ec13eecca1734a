/** The account of fences: what became of every one, so that none is dropped in silence. */
import type { Code } from 'mdast';
import type { Context } from '../context.ts';
import { placeOf, type Source, startOffset } from '../document/source.ts';
import type { Fence } from '../types.ts';
import { fenceLanguage } from './languages.ts';

export type Fate = Omit<Fence, 'line' | 'column' | 'language'>;

export class FenceAccount {
  readonly #fences = new Map<number, Fence>();

  settle(node: Code, fate: Fate): void {
    const entry = { ...placeOf(node), language: fenceLanguage(node), ...fate };
    this.#fences.set(startOffset(node), entry);
  }

  isSettled(node: Code): boolean {
    return this.#fences.has(startOffset(node));
  }

  /** In the order of the document. */
  all(): Fence[] {
    return [...this.#fences.entries()].sort(([a], [b]) => a - b).map(([, fence]) => fence);
  }
}

/** A block by indentation is a code block too, but has no fence to close. */
export function isFenced(source: Source, node: Code): boolean {
  return /^(?:```|~~~)/.test(source.text.slice(startOffset(node), startOffset(node) + 3));
}

function isClosed(source: Source, node: Code): boolean {
  const end = node.position?.end;
  if (!end || end.line === node.position?.start.line) return false;
  const mark = source.text.slice(startOffset(node)).match(/^(`{3,}|~{3,})/)![0];
  const last = (source.lines[end.line - 1] ?? '').trimEnd().replace(/^[\s>]*/, '');
  return last.length >= mark.length && [...last].every(character => character === mark[0]);
}

/** Settles the fences that no section claimed: reading material, or a command left out. */
export function settleRest(nodes: readonly Code[], context: Context): void {
  for (const node of nodes) {
    if (isFenced(context.source, node) && !isClosed(context.source, node)) {
      context.report('unclosed-fence', placeOf(node), {}, { length: 3 });
    }
    if (!context.fences.isSettled(node)) settleLoose(node, context);
  }
}

function settleLoose(node: Code, context: Context): void {
  const language = fenceLanguage(node);
  const sample = /(?:^|\s)sample(?:\s|$)/.test(node.meta ?? '');
  if (sample || !context.runs(language)) {
    context.fences.settle(node, { fate: 'shown', why: sample ? 'sample' : 'reading' });
    return;
  }
  context.fences.settle(node, { fate: 'left-out', why: 'outside-step' });
  context.report('fence-outside-step', placeOf(node), { language }, { length: 3 });
}
