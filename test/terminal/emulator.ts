/** What a person sees: the bytes of a program, drawn by a terminal emulator. */
import xterm from '@xterm/headless';

/** `null` is the terminal's own colour; a number, its palette; `#rrggbb`, itself. */
export type Colour = number | string | null;

export interface Cell {
  text: string;
  foreground: Colour;
  background: Colour;
  bold: boolean;
  dim: boolean;
  italic: boolean;
  underline: boolean;
  inverse: boolean;
}

export interface Emulator {
  /** Draws bytes; the screen shows them once `drawn` resolves. */
  write(bytes: Uint8Array): void;
  /** Resolves when everything written so far is on the screen. */
  drawn(): Promise<void>;
  resize(columns: number, rows: number): void;
  /** Rows of the screen, without trailing spaces. */
  screen(): string[];
  /** What scrolled away, then the screen. */
  transcript(): string[];
  /** From 0. */
  cell(row: number, column: number): Cell;
  cursor(): { row: number; column: number };
  title(): string;
  alternate(): boolean;
  applicationCursorKeys(): boolean;
}

/**
 * A screen of `columns` by `rows`.
 * @param answer receives what a terminal says by itself when a program asks it who it is or where
 *   its cursor stands.
 */
export function createEmulator(
  columns: number,
  rows: number,
  answer: (bytes: string) => void,
): Emulator {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  let title = '';
  terminal.onData(answer);
  terminal.onTitleChange(text => {
    title = text;
  });
  const lines = (from: number): string[] => {
    const { active } = terminal.buffer;
    const count = active.baseY + terminal.rows - from;
    return Array.from({ length: count }, (_, index) => {
      return (
        active
          .getLine(from + index)
          ?.translateToString(true)
          .trimEnd() ?? ''
      );
    });
  };
  return {
    write: bytes => terminal.write(bytes),
    drawn: () => new Promise(resolve => terminal.write('', resolve)),
    resize: (newColumns, newRows) => terminal.resize(newColumns, newRows),
    screen: () => lines(terminal.buffer.active.baseY),
    transcript: () => lines(0),
    cell: (row, column) => cellAt(terminal, row, column),
    cursor: () => ({
      row: terminal.buffer.active.cursorY,
      column: terminal.buffer.active.cursorX,
    }),
    title: () => title,
    alternate: () => terminal.buffer.active.type === 'alternate',
    applicationCursorKeys: () => terminal.modes.applicationCursorKeysMode,
  };
}

function cellAt(terminal: xterm.Terminal, row: number, column: number): Cell {
  const { active } = terminal.buffer;
  const cell = active.getLine(active.baseY + row)?.getCell(column);
  if (!cell) throw new RangeError(`no cell at row ${row}, column ${column}`);
  return {
    text: cell.getChars() || ' ',
    foreground: colour(cell.isFgDefault(), cell.isFgRGB(), cell.getFgColor()),
    background: colour(cell.isBgDefault(), cell.isBgRGB(), cell.getBgColor()),
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
    italic: cell.isItalic() !== 0,
    underline: cell.isUnderline() !== 0,
    inverse: cell.isInverse() !== 0,
  };
}

function colour(own: boolean, rgb: boolean, value: number): Colour {
  if (own) return null;
  return rgb ? `#${value.toString(16).padStart(6, '0')}` : value;
}
