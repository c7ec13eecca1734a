/** Moving in the step pane: through its failure card first, then through the output behind it. */
import { inside } from '../layout.ts';
import type { Look } from '../look.tsx';
import type { OutputMove, Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import type { Viewport } from '../output/page.ts';
import { withCardTop } from './card-top.ts';
import { viewportOf } from './output-rows.ts';
import { type StepRoom, stepAreas } from './step-areas.ts';

function roomOf({ layout }: Situation): StepRoom {
  const width = (layout.panes.step?.width ?? layout.columns) - 4;
  return { width, height: inside(layout, 'step'), focused: true };
}

/** The cells that the output has, or would have. */
export function outputViewport(look: Look, ui: Ui, s: Situation): Viewport {
  const room = roomOf(s);
  return viewportOf(look, room.width, Math.max(1, stepAreas(look, ui, s, room).output));
}

/** The card scrolled; null where the move is the output's: above the top of a card comes the output. */
export function cardMoved(look: Look, ui: Ui, s: Situation, move: OutputMove): Ui | null {
  const { scroll, sheet } = stepAreas(look, ui, s, roomOf(s));
  if (!s.shown || !scroll) return null;
  const by = rowsOf(move, Math.max(1, sheet.length - 2));
  if (by === null || (by < 0 && scroll.top === 0)) return null;
  const top = Math.max(0, Math.min(scroll.last, scroll.top + by));
  return withCardTop(ui, s.shown, top);
}

/** Rows that a move goes down; null where it is no move through a card. A page is one of the card's. */
function rowsOf(move: OutputMove, page: number): number | null {
  if (move.type === 'follow') return Number.POSITIVE_INFINITY;
  if (move.type === 'top') return Number.NEGATIVE_INFINITY;
  if (move.type !== 'scroll') return null;
  return Math.max(-page, Math.min(page, move.rows));
}
