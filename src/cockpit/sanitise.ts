/**
 * What a command printed, made safe to show: its colours stay (folded to sixteen), every other
 * escape sequence, control and trick of direction or width goes, and every row fits.
 */
import { toAscii } from '../locale/ascii.ts';
import { widthOf } from './text/fit.ts';
import { steady } from './text/inert.ts';
import { plainStyle, sgrOf, styled } from './text/sgr.ts';

export interface SanitiseOptions {
  /** Cells of a row, at least 2. */
  width: number;
  /** Keep colours. */
  color: boolean;
  /** Shown for a NUL and where a line was cut. */
  ascii: boolean;
  /** Rows a single line may take; what is beyond is cut. */
  maxRows: number;
}

/**
 * One escape sequence: CSI, finished or not; a closed OSC, DCS, APC, PM or SOS string; a short one.
 * A string that is never closed loses its opening only, so that nobody can hide what follows it.
 */
const sequence =
  /\x1b\[([0-?]*)([ -/]*)([@-~])?|\x9b[0-?]*[ -/]*[@-~]?|(?:\x1b[\]P_^X]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]*[0-~]?/g;

/** A progress bar rewrites its line after a carriage return: only its last state is worth showing. */
function lastState(line: string): string {
  let end = line.length;
  while (line[end - 1] === '\r') end--;
  return line.slice(line.lastIndexOf('\r', end - 1) + 1, end);
}

class Rows {
  readonly done: string[] = [];
  private row = '';
  private used = 0;
  private column = 0;
  private style = plainStyle;
  /** Colours wanted for what comes, and colours in force in the row so far. */
  private wanted = '';
  private inForce = '';
  private readonly options: SanitiseOptions;

  constructor(options: SanitiseOptions) {
    this.options = options;
  }

  get full(): boolean {
    return this.done.length >= this.options.maxRows;
  }

  restyle(parameters: string): void {
    if (!this.options.color || /^[<-?]/.test(parameters)) return;
    this.style = styled(this.style, parameters);
    this.wanted = sgrOf(this.style);
  }

  add(text: string): void {
    for (const char of text) {
      if (this.full) return;
      if (char === '\t') this.spread(8 - (this.column % 8));
      else this.put(char, widthOf(char));
    }
  }

  end(): string[] {
    if (!this.full) this.close();
    return this.done;
  }

  private spread(cells: number): void {
    for (let n = 0; n < cells && !this.full; n++) this.put(' ', 1);
  }

  private put(char: string, width: number): void {
    if (this.used + width > this.options.width) this.close();
    if (this.full) {
      this.mark();
      return;
    }
    if (this.wanted !== this.inForce) this.color(this.wanted);
    this.row += char;
    this.used += width;
    this.column += width;
  }

  private color(sgr: string): void {
    if (this.inForce !== '') this.row += '\x1b[0m';
    if (sgr !== '') this.row += `\x1b[${sgr}m`;
    this.inForce = sgr;
  }

  private close(): void {
    this.color('');
    this.done.push(this.row);
    this.row = '';
    this.used = 0;
  }

  /** The last row becomes a sign that the line goes on. */
  private mark(): void {
    this.done[this.done.length - 1] = this.options.ascii ? '~' : '…';
  }
}

/**
 * Rows for one line of output, without its line end; at least one, each at most `width` cells and
 * with its colours closed.
 */
export function rowsOf(line: string, options: SanitiseOptions): string[] {
  const text = lastState(line);
  const short = text.length <= options.width;
  if (short && /^[\x20-\x7e]*$/.test(text)) return [text];
  const rows = new Rows(options);
  let from = 0;
  sequence.lastIndex = 0;
  for (let found = sequence.exec(text); found && !rows.full; found = sequence.exec(text)) {
    rows.add(
      visible(text.slice(from, Math.min(found.index, from + reach(options))), options.ascii),
    );
    if (found[3] === 'm' && found[2] === '') rows.restyle(found[1]!);
    from = found.index + found[0].length;
  }
  if (!rows.full) rows.add(visible(text.slice(from, from + reach(options)), options.ascii));
  return rows.end();
}

/** Characters that may still matter: enough to fill every row with the narrowest ones. */
function reach(options: SanitiseOptions): number {
  return options.width * (options.maxRows + 1) * 4;
}

function visible(text: string, ascii: boolean): string {
  const shown = text
    .toWellFormed()
    .replace(/\x00/g, ascii ? '.' : '·')
    .replace(/[\x01-\x08\x0a-\x1f\x7f-\x9f]/g, '');
  return ascii ? toAscii(shown) : steady(shown);
}
