/** How the step pane shares its rows: the sheet above, the output in the middle, the choices below. */
import type { Look } from '../look.tsx';
import { cursorOf, rowsOfList } from '../model/lists.ts';
import { isLooking, isOwnOutput, type Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { row } from '../theme.ts';
import { choiceRows } from './choice-rows.ts';
import { sheetOf } from './step-sheet.ts';

export interface StepAreas {
  sheet: string[];
  /** Rows for output, its heading left out; 0 for none. The last step's output only takes what is left. */
  output: number;
  choices: string[];
}

export interface StepRoom {
  width: number;
  height: number;
  focused: boolean;
}

/** Rows that output keeps however long the rest is. */
const leastOutput = 3;
/** Rows below which the last step's output is not worth its heading. */
const leastGlimpse = 2;

export function stepAreas(look: Look, ui: Ui, s: Situation, room: StepRoom): StepAreas {
  const step = s.shown;
  if (!step) return { sheet: [], output: 0, choices: [] };
  const own = isOwnOutput(s);
  const tall = room.height >= 16;
  const choices =
    s.readOnly || isLooking(s) ? [] : choiceRows(look, s.view, room.width, tall ? 8 : 4);
  const left = room.height - choices.length;
  const sheet = sheetOf(look, step, {
    width: room.width,
    commands: !own ? left : tall ? 6 : 2,
    selected: room.focused ? selectedBox(ui, s) : undefined,
    place: tall || (!own && step.boxes.length < 3),
  });
  if (isLooking(s) && s.view.current) {
    const text = look.words.cockpit.notices.looking(step.id, s.view.current.id);
    sheet.rows.unshift(row(look.theme, room.width, [{ text, tone: 'warning' }]));
  }
  const space = Math.max(1, left - (own ? leastOutput + 1 : 0));
  const rows = windowed(look, sheet.rows, sheet.cursor, space, room.width);
  const spare = left - rows.length - 1;
  const shown = s.output.job !== null && (own || spare >= leastGlimpse);
  return { sheet: rows, output: shown ? Math.max(0, spare) : 0, choices };
}

function selectedBox(ui: Ui, s: Situation): string | undefined {
  const boxes = rowsOfList('boxes', ui, s);
  return boxes[cursorOf('boxes', boxes, ui, s)]?.key;
}

/** The part of a sheet that is too long which holds the cursor; its edges say how much is hidden. */
function windowed(
  look: Look,
  rows: string[],
  cursor: number,
  height: number,
  width: number,
): string[] {
  if (rows.length <= height) return rows;
  const start = Math.max(0, Math.min(rows.length - height, cursor - height + 2));
  const shown = rows.slice(start, start + height);
  const { moreAbove, moreBelow } = look.words.cockpit.notices;
  const above = start;
  const below = rows.length - start - height;
  const arrows = look.theme.ascii ? ['^', 'v'] : ['↑', '↓'];
  const say = (text: string) => row(look.theme, width, [{ text: `  ${text}`, tone: 'muted' }]);
  if (above > 0 && height > 2) shown[0] = say(`${arrows[0]} ${moreAbove(above + 1)}`);
  if (below > 0 && height > 1) shown[height - 1] = say(`${arrows[1]} ${moreBelow(below + 1)}`);
  return shown;
}
