import type { Look } from '../look.tsx';
import { row } from '../theme.ts';
import type { Block } from './sheet/block.ts';

export interface WindowRoom {
  width: number;
  height: number;
  /** The pane cannot be made larger. */
  zoomed: boolean;
  /** First row to draw of what keys scroll; the cursor decides where it is absent. */
  top?: number;
}

/** The part of rows that are too many which holds the cursor; its edges say how much is hidden. */
export function windowed(look: Look, { rows, cursor }: Block, room: WindowRoom): string[] {
  const { width, height, zoomed, top } = room;
  if (rows.length <= height) return rows;
  const start = Math.max(0, Math.min(rows.length - height, top ?? cursor - height + 2));
  const shown = rows.slice(start, start + height);
  const { moreAbove, moreBelow } = look.words.cockpit.notices;
  const { hidden } = look.words.cockpit.panes;
  const above = start;
  const below = rows.length - start - height;
  const arrows = look.theme.ascii ? ['/\\', '\\/'] : ['↑', '↓'];
  const { pageUp, pageDown } = look.words.cockpit.keyNames;
  const say = (arrow: string, text: string, key: string) => {
    const said = `${arrow} ${text}${top === undefined ? '' : ` · ${key}`}`;
    return row(look.theme, width, [{ text: `  ${zoomed ? said : hidden(said)}`, tone: 'muted' }]);
  };
  if (above > 0 && height > 2) shown[0] = say(arrows[0]!, moreAbove(above + 1), pageUp);
  if (below > 0 && height > 1) shown[height - 1] = say(arrows[1]!, moreBelow(below + 1), pageDown);
  return shown;
}
