import type { MomentKind, PlaybackView } from '../../view/types.ts';
import { scrubberRows } from '../layout.ts';
import { type Look, useLook } from '../look.tsx';
import type { Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { cut, widthOf } from '../text/fit.ts';
import { widthOfSpans } from '../text/flow.ts';
import { row, type Span } from '../theme.ts';
import { fieldSpans } from './field-spans.ts';
import { Rows } from './rows.tsx';

/** Where a run that plays again stands, and what lies on its way; or the field of a time to go to. */
export function Scrubber({ ui, s, playback }: { ui: Ui; s: Situation; playback: PlaybackView }) {
  const look = useLook();
  const { columns } = s.layout;
  const seeking = ui.seeking ? seekingSpans(look, ui.seeking) : null;
  const line = (left: readonly Span[], right: readonly Span[] = []) =>
    row(look.theme, columns, left, right);
  if (scrubberRows(s.layout) === 1) {
    return <Rows rows={[line(seeking ?? inOneRow(look, playback, columns))]} />;
  }
  const standing = seeking ? line(seeking) : line(standingSpans(look, playback), place(playback));
  return <Rows rows={[standing, line(barSpans(look, playback, columns))]} />;
}

function seekingSpans({ theme, words }: Look, field: NonNullable<Ui['seeking']>): Span[] {
  const { goTo, goToHow } = words.seen.playback.keys;
  return [
    { text: ` ${goTo} `, tone: 'active', strong: true },
    ...fieldSpans(theme, field),
    { text: `   ${goToHow}`, tone: 'muted' },
  ];
}

/** `▶ lecture ×60`, `▮▮ pause ×60`, `■ fin`. */
function stateSpans({ theme, words }: Look, { playing, speed, ratio }: PlaybackView): Span[] {
  const { keys } = words.seen.playback;
  const [play, pause, stop] = theme.ascii ? ['>', '||', '[]'] : ['▶', '▮▮', '■'];
  if (!playing && ratio >= 1) return [{ text: ` ${stop} ${keys.over}`, strong: true }];
  const [sign, word] = playing ? [play, keys.playing] : [pause, keys.paused];
  return [
    { text: ` ${sign} ${word}`, tone: playing ? 'good' : 'warning', strong: true },
    { text: ` ${speed}` },
  ];
}

/** How it plays, when it is there, and the moment it passed last. */
function standingSpans(look: Look, playback: PlaybackView): Span[] {
  const { clock, end, idle, moments, passed } = playback;
  const moment = moments[passed];
  return [
    ...stateSpans(look, playback),
    { text: `  ${clock}`, strong: true },
    { text: ` / ${end}`, tone: 'muted' },
    { text: idle === '' ? '' : `   ${idle}`, tone: 'active' },
    { text: moment ? `   ${moment.badge.glyph} ${moment.time} ` : '', tone: moment?.badge.tone },
    { text: moment?.text ?? '' },
  ];
}

/** The stage or phase, at the right. */
function place({ spans }: PlaybackView): Span[] {
  const here = spans.find(({ current }) => current);
  return here ? [{ text: `${here.label} `, tone: 'muted' }] : [];
}

/** Cells of the shortest bar that says something. */
const leastBar = 20;

/** In few rows the bar has what the rest leaves; idle time is said where both have room. */
function inOneRow(look: Look, playback: PlaybackView, columns: number): Span[] {
  const { clock, end, idle } = playback;
  const before = [...stateSpans(look, playback), { text: `  ${clock}  `, strong: true }];
  const after = [{ text: `  ${end} `, tone: 'muted' as const }];
  const room = columns - widthOfSpans([...before, ...after]);
  const said = idle !== '' && room - widthOf(idle) - 2 >= leastBar ? `${idle}  ` : '';
  return [
    ...before,
    { text: said, tone: 'active' },
    ...barSpans(look, playback, room - widthOf(said)),
    ...after,
  ];
}

/** The whole run in `width` cells: phases between bars, moments as marks, what was seen of it drawn stronger. */
export function barSpans({ theme }: Look, playback: PlaybackView, width: number): Span[] {
  const [seen, toCome, edge, here] = theme.ascii ? ['=', '-', '|', '#'] : ['━', '─', '┃', '█'];
  const cellAt = (ratio: number) => Math.min(width - 1, Math.floor(ratio * width));
  const at = cellAt(playback.ratio);
  const marks = marksByCell(playback, cellAt);
  const edges = new Set(playback.spans.slice(1).map(({ from }) => cellAt(from)));
  return Array.from({ length: width }, (_, cell): Span => {
    const tone = cell < at ? 'good' : 'muted';
    const mark = marks.get(cell)?.badge;
    if (cell === at) {
      // Without colours the glyph alone would not say that it stands there.
      const text = mark && theme.color ? cut(mark.glyph, 1) : here!;
      return { text, tone: mark?.tone ?? 'active', strong: true, inverse: mark !== undefined };
    }
    if (mark) return { text: cut(mark.glyph, 1), tone: mark.tone, strong: true };
    return { text: edges.has(cell) ? edge! : cell < at ? seen! : toCome!, tone };
  });
}

type Mark = PlaybackView['marks'][number];

const grave: Record<MomentKind, number> = { failure: 4, checkpoint: 3, decision: 2, delay: 1 };

/** Of several in one cell the gravest: what went wrong before what went well. */
function gravity({ kind, badge }: Mark): number {
  return grave[kind] + (badge.tone === 'bad' ? 10 : 0);
}

function marksByCell(
  { marks }: PlaybackView,
  cellAt: (ratio: number) => number,
): Map<number, Mark> {
  const byCell = new Map<number, Mark>();
  for (const mark of marks) {
    const cell = cellAt(mark.at);
    const there = byCell.get(cell);
    if (!there || gravity(mark) > gravity(there)) byCell.set(cell, mark);
  }
  return byCell;
}
