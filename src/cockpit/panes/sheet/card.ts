/** The failure card: what to know before deciding, the most important first. */
import type { FailureCard, StepView } from '../../../view/types.ts';
import type { Look } from '../../look.tsx';
import { cut, widthOf, wrap, wrapTo } from '../../text/fit.ts';
import { flow } from '../../text/flow.ts';
import { row, type Span } from '../../theme.ts';

export interface CardRoom {
  width: number;
  /** There is room to say things in full. */
  tall: boolean;
  /** The last lines are left out: the output below shows them. */
  withOutput: boolean;
}

/** All of it. */
export function cardRows(look: Look, step: StepView, card: FailureCard, room: CardRoom): string[] {
  const { width, tall } = room;
  const say = (text: string, height: number, tone?: Span['tone']) =>
    text === ''
      ? []
      : wrapTo(text, width, height).map(part => row(look.theme, width, [{ text: part, tone }]));
  return [
    ...cardHead(look, step, card, width),
    ...lineRows(look, card, room),
    ...peopleRows(look, card, width, tall ? 3 : 1),
    ...say(card.timing, 2),
    ...say(card.purpose, 1, 'muted'),
  ];
}

/** How it ended, and the time left to go back: what stays in sight while one reads the output. */
export function cardHead(
  { theme }: Look,
  { status: { glyph } }: StepView,
  { status, returnLeft }: FailureCard,
  width: number,
): string[] {
  const line = (left: Span[], right: Span[] = []) => row(theme, width, left, right);
  const bad = (text: string): Span => ({ text, tone: 'bad', strong: true });
  const left: Span = { ...returnLeft, strong: returnLeft.tone !== 'normal' };
  const head = `${glyph} ${status}`;
  if (widthOf(head) + widthOf(left.text) + 2 <= width) return [line([bad(head)], [left])];
  const rows = wrap(head, width).map(part => line([bad(part)]));
  return left.text === '' ? rows : [...rows, line([left])];
}

/** Rows of output in a card, and of one line of it. */
const fewRows = 6;
const manyRows = 7;
const mostOfOne = 4;

interface Part {
  kind: 'first' | 'last';
  /** All of the line. */
  rows: string[];
}

/** The first error, then the last lines, behind a bar: they are the command's words, not ours. */
function lineRows({ theme }: Look, { lines }: FailureCard, room: CardRoom): string[] {
  const bar: Span = { text: theme.ascii ? '| ' : '│ ', tone: 'bad' };
  const width = room.width - 2;
  const parts = lines
    .filter(({ kind }) => !room.withOutput || kind === 'first')
    .map(({ text, kind }): Part => ({ kind, rows: wrap(text, width) }));
  const { kept, limit } = chosen(parts, room.tall ? manyRows : fewRows);
  return kept.flatMap(({ rows, kind }) =>
    cutTo(rows, limitOf(kind, limit), width, theme.ascii).map(text =>
      row(theme, room.width, [bar, { text, tone: kind === 'first' ? 'bad' : 'normal' }]),
    ),
  );
}

/** Long lines give way first, then the oldest of the last ones: the first error and the end say most. */
function chosen(parts: readonly Part[], height: number): { kept: readonly Part[]; limit: number } {
  const size = (kept: readonly Part[], limit: number) =>
    kept.reduce((sum, { rows, kind }) => sum + Math.min(rows.length, limitOf(kind, limit)), 0);
  let limit = mostOfOne;
  while (limit > 1 && size(parts, limit) > height) limit--;
  const from = parts.findIndex(({ kind }) => kind === 'last');
  const kept = [...parts];
  while (from >= 0 && from < kept.length - 1 && size(kept, limit) > height) kept.splice(from, 1);
  return { kept, limit };
}

/** An error is not worth reading without its second row. */
function limitOf(kind: Part['kind'], limit: number): number {
  return kind === 'first' ? Math.max(2, limit) : limit;
}

function cutTo(rows: readonly string[], height: number, width: number, ascii: boolean): string[] {
  if (rows.length <= height) return [...rows];
  const rest = rows.slice(height - 1).join(' ');
  return [...rows.slice(0, height - 1), cut(rest, width, ascii ? '~' : '…')];
}

/** Whom to call, in order. */
function peopleRows(look: Look, { people }: FailureCard, width: number, height: number): string[] {
  if (people.length === 0) return [];
  const { call, next } = look.words.cockpit.panes.card;
  const things = people.map(({ role, who, contact }, at): Span[] => [
    { text: `${at === 0 ? call : next} `, tone: 'active', strong: at === 0 },
    { text: role, tone: 'muted' },
    { text: who === '' ? '' : ` ${who}` },
    { text: contact === '' ? '' : ` ${contact}`, strong: true },
  ]);
  return flow(things, width, height).map(spans => row(look.theme, width, spans));
}
