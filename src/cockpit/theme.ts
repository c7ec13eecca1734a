/** How things look: sixteen colours, no assumed background, or none of it. */
import { toAscii } from '../locale/ascii.ts';
import type { Tone } from '../view/types.ts';
import { cut, widthOf } from './text/fit.ts';

/** A stretch of text in one style. */
export interface Span {
  text: string;
  tone?: Tone | undefined;
  strong?: boolean | undefined;
  inverse?: boolean | undefined;
}

export interface Borders {
  topLeft: string;
  topRight: string;
  bottomLeft: string;
  bottomRight: string;
  across: string;
  down: string;
  leftTee: string;
  rightTee: string;
}

/** `plain` for rehearsals, `protected` for production, `rollback` for the way back. */
export type Mood = 'plain' | 'protected' | 'rollback';

export interface Theme {
  color: boolean;
  ascii: boolean;
  mood: Mood;
}

const borders: Record<Mood, string> = {
  plain: '┌┐└┘─│├┤',
  protected: '┏┓┗┛━┃┣┫',
  rollback: '╔╗╚╝═║╠╣',
};
const asciiBorders: Record<Mood, string> = {
  plain: '++++-|++',
  protected: '****=|**',
  rollback: '####=###',
};

export function bordersOf(theme: Theme): Borders {
  const [topLeft, topRight, bottomLeft, bottomRight, across, down, leftTee, rightTee] = (theme.ascii
    ? asciiBorders
    : borders)[theme.mood] as unknown as string[];
  return { topLeft, topRight, bottomLeft, bottomRight, across, down, leftTee, rightTee } as Borders;
}

/** Tone of the frames, so that no one mistakes where they are. */
export function moodTone(mood: Mood): Tone {
  return mood === 'plain' ? 'muted' : mood === 'protected' ? 'warning' : 'bad';
}

const codes: Record<Tone, string> = {
  normal: '',
  muted: '2',
  good: '32',
  warning: '33',
  bad: '31',
  active: '36',
};

/** One span with its colours; the bare text when colours are off. */
export function paint(theme: Theme, { text, tone = 'normal', strong, inverse }: Span): string {
  const sgr = [strong ? '1' : '', inverse ? '7' : '', codes[tone]].filter(Boolean).join(';');
  return theme.color && sgr !== '' && text !== '' ? `\x1b[${sgr}m${text}\x1b[0m` : text;
}

/** One row of exactly `width` cells: `left` is cut where it must be, `right` is kept whole if it fits. */
export function row(
  theme: Theme,
  width: number,
  left: readonly Span[],
  right: readonly Span[] = [],
): string {
  const end = cutSpans(right, width, theme.ascii);
  const room = width - end.width;
  const start = cutSpans(left, end.width > 0 ? Math.max(0, room - 1) : room, theme.ascii);
  const gap = ' '.repeat(Math.max(0, room - start.width));
  return [...start.spans, { text: gap }, ...end.spans].map(span => paint(theme, span)).join('');
}

function cutSpans(
  spans: readonly Span[],
  width: number,
  ascii: boolean,
): { spans: Span[]; width: number } {
  const kept: Span[] = [];
  let used = 0;
  for (const span of spans) {
    if (used >= width) break;
    const text = cut(ascii ? toAscii(span.text) : span.text, width - used, ascii ? '~' : '…');
    kept.push({ ...span, text });
    used += widthOf(text);
  }
  return { spans: kept, width: used };
}
