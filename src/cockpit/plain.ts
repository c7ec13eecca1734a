/** One fact of the journal as a plain line, for whoever has no terminal. */
import type { LogLine } from '../view/types.ts';
import { inert } from './text/inert.ts';

/** `07:02:30 ops  action 3.3 lancée`: no colour, no control character, no line end. */
export function plainLine(line: LogLine): string {
  return inert(`${line.time} ${line.by.padEnd(8)} ${line.text}`).trimEnd();
}
