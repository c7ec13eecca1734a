/** The upper part of the step pane: what it is, what to read now, its commands, its boxes. */
import type { BoxView, CommandView, StepView } from '../../view/types.ts';
import type { Look } from '../look.tsx';
import { widthOf, wrap } from '../text/fit.ts';
import { row, type Span } from '../theme.ts';

export interface SheetRoom {
  width: number;
  /** Rows its commands may take. */
  commands: number;
  /** Id of the box under the cursor, when the pane has the focus. */
  selected: string | undefined;
  /** Room to say where the step stands in the plan. */
  place: boolean;
}

export interface Sheet {
  rows: string[];
  /** Index of the row of the selected box; 0 without one. */
  cursor: number;
}

export function sheetOf(look: Look, step: StepView, room: SheetRoom): Sheet {
  const line = (left: Span[], right: Span[] = []) => row(look.theme, room.width, left, right);
  const head = room.place
    ? [line([{ text: step.place, tone: 'muted' }], [{ text: step.role, tone: 'muted' }])]
    : [];
  const remarks = step.remarks.flatMap(({ text, tone }) =>
    wrap(text, room.width).map(part => line([{ text: part, tone, strong: tone === 'bad' }])),
  );
  const commands = cutTo(
    room.commands,
    step.commands.flatMap(command => commandRows(look, command, room.width)),
    line([{ text: '  …', tone: 'muted' }]),
  );
  const boxes = boxRows(look, step, room);
  const before = [...head, ...remarks, ...commands];
  const actions = failureRows(look, step, room.width);
  if (step.failing)
    return { rows: [...head, ...remarks, ...actions, ...commands, ...boxes], cursor: 0 };
  const at = step.boxes.findIndex(box => box.id === room.selected);
  return {
    rows: [...before, ...boxes, ...actions],
    cursor: at < 0 ? 0 : before.length + 1 + at,
  };
}

function cutTo(height: number, rows: string[], more: string): string[] {
  return rows.length <= height ? rows : [...rows.slice(0, Math.max(0, height - 1)), more];
}

/** The whole command, wrapped; its status ends the first row that has the room. */
function commandRows({ theme }: Look, command: CommandView, width: number): string[] {
  const tone = command.status.tone === 'muted' ? 'muted' : 'normal';
  const { glyph, word, tone: statusTone } = command.status;
  const status: Span = { text: `${glyph} ${word}`, tone: statusTone };
  const lines = command.script
    .trimEnd()
    .split('\n')
    .flatMap(line => wrap(line.trimEnd(), width - 2));
  const fits = (line: string) => widthOf(line) + widthOf(status.text) + 4 <= width;
  if (!lines.some(fits)) lines.push('');
  const last = lines.findIndex(fits);
  return lines.map((text, at) => {
    const sign: Span = { text: at === 0 ? '$ ' : '  ', tone: 'active' };
    return row(
      theme,
      width,
      [sign, { text, tone, strong: tone === 'normal' }],
      at === last ? [status] : [],
    );
  });
}

function boxRows({ theme, words }: Look, step: StepView, room: SheetRoom): string[] {
  if (step.boxes.length === 0) return [];
  const { panes } = words.cockpit;
  const title =
    { checkpoint: panes.criteria, validation: panes.validation }[step.kind as string] ??
    panes.boxes;
  const ticked = step.boxes.filter(box => box.mark !== 'open').length;
  const heading = row(
    theme,
    room.width,
    [{ text: title, strong: true }],
    [{ text: `${ticked}/${step.boxes.length}`, tone: 'muted' }],
  );
  return [
    heading,
    ...step.boxes.map(box =>
      row(theme, room.width, ...boxSpans(box, box.id === room.selected, room.width)),
    ),
  ];
}

/** Who ticked it and when comes after what it says. */
function boxSpans(box: BoxView, selected: boolean, width: number): [Span[], Span[]] {
  const left: Span[] = [
    { text: selected ? '> ' : '  ', tone: 'active', strong: true },
    { text: `${box.badge.glyph} `, tone: box.badge.tone, strong: true },
    { text: box.title, inverse: selected },
  ];
  const word = box.mark === 'open' ? '' : box.badge.word;
  const long = box.note === '' ? word : `${word} (${box.note})`;
  const room = width - widthOf(box.title) - 5;
  return [left, [{ text: widthOf(long) <= room ? long : word, tone: box.badge.tone }]];
}

function failureRows({ theme, words }: Look, step: StepView, width: number): string[] {
  if (step.actions.length === 0) return [];
  const heading = row(theme, width, [{ text: words.cockpit.panes.actionsOnFailure, strong: true }]);
  const actions = step.actions.flatMap(({ text }, at) =>
    wrap(`${at + 1}. ${text}`, width - 2).map(part =>
      row(theme, width, [{ text: `  ${part}`, tone: 'muted' }]),
    ),
  );
  return [heading, ...actions];
}
