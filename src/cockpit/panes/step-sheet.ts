/** The upper part of the step pane: what it is, what to read now, its commands, its boxes. */
import type { StepView } from '../../view/types.ts';
import type { Look } from '../look.tsx';
import { wrap } from '../text/fit.ts';
import { row, type Span } from '../theme.ts';
import { actionRows } from './sheet/actions.ts';
import type { Block } from './sheet/block.ts';
import { boxRows } from './sheet/boxes.ts';
import { cardHead, cardRows } from './sheet/card.ts';
import { commandRows } from './sheet/commands.ts';

export interface SheetRoom {
  width: number;
  /** Rows its commands may take. */
  commands: number;
  /** Id of the box under the cursor, when the pane has the focus. */
  selected: string | undefined;
  /** Index of the action under the cursor, after a NO-GO; -1 for none. */
  action: number;
  /** Room to say where the step stands in the plan. */
  place: boolean;
  /** Room to say things in full. */
  tall: boolean;
  /** Milliseconds since the epoch. */
  now: number;
  /** The output stands below: a failure card leaves out the lines that it shows. */
  withOutput: boolean;
}

export function sheetOf(look: Look, step: StepView, room: SheetRoom): Block {
  const { width } = room;
  const plain = (rows: string[]): Block => ({ rows, cursor: 0 });
  const remarks = plain(remarkRows(look, step, width));
  const commands = plain(commandsOf(look, step, room));
  const boxes = boxRows(look, step, room);
  const actions = actionRows(look, step, width, room.action);
  if (step.card) {
    const card = plain(cardRows(look, step, step.card, room));
    return stacked([card, remarks, commands, boxes, actions]);
  }
  const head = plain(headRows(look, step, room));
  return step.failing
    ? stacked([head, remarks, actions, commands, boxes])
    : stacked([head, remarks, commands, boxes, actions]);
}

/** All that is left of a sheet while one reads the output of a step that failed. */
export function sheetHead(look: Look, step: StepView, width: number): Block {
  return { rows: step.card ? cardHead(look, step, step.card, width) : [], cursor: 0 };
}

/** Blocks above each other; the cursor of the one that has it. */
function stacked(blocks: readonly Block[]): Block {
  let cursor = 0;
  const rows: string[] = [];
  for (const block of blocks) {
    if (block.cursor > 0) cursor = rows.length + block.cursor;
    rows.push(...block.rows);
  }
  return { rows, cursor };
}

function headRows({ theme }: Look, { place, role }: StepView, room: SheetRoom): string[] {
  const left: Span[] = [{ text: place, tone: 'muted' }];
  return room.place ? [row(theme, room.width, left, [{ text: role, tone: 'muted' }])] : [];
}

/** Under a card, what it has said already is not said again. */
function remarkRows({ theme }: Look, { remarks, card }: StepView, width: number): string[] {
  return remarks
    .filter(({ text }) => !card?.status.includes(text))
    .flatMap(({ text, tone }) =>
      wrap(text, width).map(part =>
        row(theme, width, [{ text: part, tone, strong: tone === 'bad' }]),
      ),
    );
}

function commandsOf(look: Look, step: StepView, { width, commands }: SheetRoom): string[] {
  const rows = step.commands.flatMap(command => commandRows(look, command, width));
  if (rows.length <= commands) return rows;
  const more = row(look.theme, width, [{ text: '  …', tone: 'muted' }]);
  return [...rows.slice(0, Math.max(0, commands - 1)), more];
}
