/** Which lines of a command change something that the way back does not undo. */
import { shellLines } from '../shell/lines.ts';
import { isShell } from '../steps/languages.ts';
import type { Command } from '../types.ts';
import { changesOf } from './changes.ts';
import { changesData } from './tables.ts';
import { isUndoneBy, type WayBack } from './way-back.ts';

export interface LeftLine {
  /** Its first written line. */
  text: string;
  /** Where it starts in the script. */
  index: number;
}

export function linesLeft({ language, script }: Command, back: WayBack): LeftLine[] {
  if (!isShell(language)) return statementsLeft(script, back);
  return shellLines(script).filter(({ commands }) =>
    commands.flatMap(changesOf).some(change => !isUndoneBy(change, back)),
  );
}

/** Of another language only what is written in words of SQL can be told. */
function statementsLeft(script: string, back: WayBack): LeftLine[] {
  const found = back.restoresDatabase ? null : changesData.exec(script);
  if (!found) return [];
  const index = found.index + (found[0].length - found[0].trimStart().length);
  return [{ text: script.slice(index).split('\n')[0]!.trimEnd(), index }];
}
