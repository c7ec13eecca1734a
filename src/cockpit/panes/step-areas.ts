/** How the step pane shares its rows: the sheet above, the output in the middle, the choices below. */

import type { StepView } from '../../view/types.ts';
import type { Look } from '../look.tsx';
import { decidable, isLooking, mayDecide } from '../model/deciding.ts';
import { cursorOf, rowsOfList } from '../model/lists.ts';
import { isGuided, isOwnOutput, type Situation } from '../model/situation.ts';
import type { Ui } from '../model/ui.ts';
import { row } from '../theme.ts';
import { asideRow } from './aside.ts';
import { cardTop } from './card-top.ts';
import { type ChoiceRoom, choiceRows } from './choice-rows.ts';
import { type SheetRoom, sheetHead, sheetOf } from './step-sheet.ts';
import { windowed } from './windowed.ts';

export interface StepAreas {
  sheet: string[];
  /** Rows for output, its heading left out; 0 for none. The last step's output only takes what is left. */
  output: number;
  /** The output waits behind a failure card, which says its last lines, until one scrolls it. */
  hidden: boolean;
  /** A card too long for its rows: the first of them in view, and how far that can go. Null for none. */
  scroll: { top: number; last: number } | null;
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
/** Rows of output that say more than the last lines of a failure card. */
const moreThanCard = 8;

export function stepAreas(look: Look, ui: Ui, s: Situation, room: StepRoom): StepAreas {
  const step = s.shown;
  if (!step) return { sheet: [], output: 0, hidden: false, scroll: null, choices: [] };
  const choices =
    s.readOnly || !mayDecide(s) ? [] : choiceRows(look, decidable(s), choiceRoom(room));
  const left = room.height - choices.length;
  const above = sharedAbove(look, s, room.width);
  const areas = step.card
    ? cardAreas(look, ui, s, step, { ...room, height: left - above.length })
    : plainAreas(look, ui, s, step, { ...room, height: left - above.length });
  return { ...areas, sheet: [...above, ...areas.sheet], choices };
}

function choiceRoom({ width, height }: StepRoom): ChoiceRoom {
  return { width, height: height >= 16 ? 8 : 4, shared: 1 };
}

type Shares = Omit<StepAreas, 'choices'>;

function plainAreas(look: Look, ui: Ui, s: Situation, step: StepView, room: StepRoom): Shares {
  const { height, width } = room;
  const wanted = isWanted(s);
  const sheet = sheetOf(look, step, sheetRoom(ui, s, step, room));
  const space = Math.max(1, height - (wanted ? leastOutput + 1 : 0));
  const rows = windowed(look, sheet, { width, height: space, zoomed: ui.zoomed });
  const spare = height - rows.length - 1;
  const shown = s.output.job !== null && (wanted || spare >= leastGlimpse);
  return { sheet: rows, output: shown ? Math.max(0, spare) : 0, hidden: false, scroll: null };
}

/** The card says the last lines: the output takes their place where it has room for more, or once asked for. */
function cardAreas(look: Look, ui: Ui, s: Situation, step: StepView, room: StepRoom): Shares {
  const { height, width } = room;
  const head = sheetHead(look, step, width);
  const reading = { sheet: head.rows, output: Math.max(0, height - head.rows.length - 1) };
  if (s.output.job !== null && (s.output.anchor || s.outputAside))
    return { ...reading, hidden: false, scroll: null };
  const draw = sheetRoom(ui, s, step, room);
  if (isOwnOutput(s) && height > moreThanCard + 4) {
    const { rows } = sheetOf(look, step, { ...draw, withOutput: true });
    const spare = height - rows.length - 1;
    if (spare >= moreThanCard) return { sheet: rows, output: spare, hidden: false, scroll: null };
  }
  const { rows, scroll } = cardInView(look, ui, step, draw, height);
  const output = s.output.job === null ? 0 : reading.output;
  return { sheet: rows, output, hidden: true, scroll };
}

/** All of a card where it fits; else the most important of it, and all of it again once it is scrolled. */
function cardInView(
  look: Look,
  ui: Ui,
  step: StepView,
  draw: SheetRoom,
  height: number,
): { rows: string[]; scroll: StepAreas['scroll'] } {
  const whole = sheetOf(look, step, { ...draw, tall: true, commands: Number.POSITIVE_INFINITY });
  const last = Math.max(0, whole.rows.length - height);
  if (last === 0) return { rows: whole.rows, scroll: null };
  const top = Math.min(last, cardTop(ui, step));
  const scroll = { top, last };
  const room = { width: draw.width, height, zoomed: ui.zoomed };
  if (top > 0) return { rows: windowed(look, whole, { ...room, top }), scroll };
  // Shortened to fit, it says so by its ellipses.
  const fitting = sheetOf(look, step, draw);
  if (fitting.rows.length <= height) return { rows: fitting.rows, scroll };
  const short = sheetOf(look, step, { ...draw, tall: false });
  // The box under the cursor stays in sight.
  const at = short.cursor > height - 2 ? {} : { top };
  return { rows: windowed(look, short, { ...room, ...at }), scroll };
}

/** Of the step in view, or of a command that the operator ran beside it. */
function isWanted(s: Situation): boolean {
  return isOwnOutput(s) || s.outputAside;
}

function sheetRoom(ui: Ui, s: Situation, step: StepView, room: StepRoom): SheetRoom {
  const tall = room.height >= 12;
  const own = isOwnOutput(s);
  return {
    width: room.width,
    commands: step.card ? 3 : !own ? room.height : tall ? 6 : 2,
    // One cursor at a time: after a NO-GO it goes through the actions.
    selected: room.focused && !isGuided(s) ? keyUnder('boxes', ui, s) : undefined,
    action: room.focused ? Number(keyUnder('actions', ui, s) ?? -1) : -1,
    place: tall || (!own && !step.failing && step.boxes.length < 3),
    tall,
    now: s.now,
    withOutput: false,
  };
}

function keyUnder(list: 'boxes' | 'actions', ui: Ui, s: Situation): string | undefined {
  const rows = rowsOfList(list, ui, s);
  return rows[cursorOf(list, rows, ui, s)]?.key;
}

/** What is said before anything else: that one looks at another step, that something runs beside it. */
function sharedAbove(look: Look, s: Situation, width: number): string[] {
  const { shown, view } = s;
  const elsewhere =
    isLooking(s) && view.current
      ? [look.words.cockpit.notices.looking(shown?.id ?? '', view.current.id)]
      : [];
  return [
    ...elsewhere.map(text => row(look.theme, width, [{ text, tone: 'warning' }])),
    ...asideRow(look, s, width),
  ];
}
