/** The first line of a step: its time, its title, its duration, and what the title makes of it. */
import type { ListItem, Paragraph, PhrasingContent } from 'mdast';
import { plain } from '../document/text.ts';
import { leadingTime, takeDuration } from '../quantities/time.ts';
import type { StepKind } from '../types.ts';
import { announces, wordsFor } from '../vocabulary/recognise.ts';
import { normalise } from '../vocabulary/words.ts';

export interface StepTitle {
  title: string;
  time?: string;
  /** A time that cannot exist, as written. */
  badTime?: string;
  minutes?: number;
  kind: StepKind;
  window?: 'opens' | 'closes';
}

function headOf(item: ListItem): Paragraph | undefined {
  return item.children.find(child => child.type === 'paragraph');
}

const separators = /^[\s:–—-]+/;

export function readTitle(item: ListItem): StepTitle {
  const head = headOf(item);
  const text = head ? plain(head) : '';
  const found = leadingTime(text);
  const rest = found ? text.slice(found.written.length).replace(separators, '') : text;
  const { title, minutes } = takeDuration(rest);
  return {
    title,
    kind: kindOf(title, head),
    ...(found?.time === undefined ? {} : { time: found.time }),
    ...(found && found.time === undefined ? { badTime: found.written } : {}),
    ...(minutes === undefined ? {} : { minutes }),
    ...windowOf(title, head),
  };
}

function kindOf(title: string, head: Paragraph | undefined): StepKind {
  if (isCheckpoint(title)) return 'checkpoint';
  if (/\bgo\s*\/\s*no[\s-]?go\b/i.test(title)) return 'gate';
  return isMilestone(head) ? 'milestone' : 'manual';
}

/** At the start, or in capitals: elsewhere a title only speaks of a checkpoint. */
function isCheckpoint(title: string): boolean {
  const words = wordsFor(vocabulary => vocabulary.checkpoint);
  const start = normalise(title);
  if (words.some(word => start === word || start.startsWith(`${word} `))) return true;
  const capitals = title.match(/\p{Lu}[\p{Lu}\s-]+/gu) ?? [];
  return capitals.some(part => announces(part, vocabulary => vocabulary.checkpoint));
}

/** What stands beside the time: the nodes that carry words. */
function wordNodes(head: Paragraph | undefined): PhrasingContent[] {
  return (head?.children ?? []).filter(node => {
    const text = plain(node);
    const time = leadingTime(text);
    const left = time ? text.slice(time.written.length) : text;
    return takeDuration(left.replace(separators, '')).title !== '';
  });
}

/** A title wholly in bold capitals. */
function isMilestone(head: Paragraph | undefined): boolean {
  const [only, ...others] = wordNodes(head);
  if (only?.type !== 'strong' || others.length > 0) return false;
  const text = plain(only);
  return /\p{Lu}/u.test(text) && text === text.toUpperCase();
}

function windowOf(title: string, head: Paragraph | undefined): Pick<StepTitle, 'window'> {
  if (!isMilestone(head)) return {};
  if (announces(title, vocabulary => vocabulary.windowOpens)) return { window: 'opens' };
  if (announces(title, vocabulary => vocabulary.windowCloses)) return { window: 'closes' };
  return {};
}
