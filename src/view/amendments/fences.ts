/** Puts other texts into the fences of a plan's source, and leaves every other byte as it is. */
import type { Command } from '../../plan/types.ts';
import { type Line, linesOf, textOf } from './lines.ts';

interface Change {
  command: Command;
  script: string;
}

/** The source with each command's fence holding its new script; a fence that is not where the plan says is left alone. */
export function withFences(source: string, changes: readonly Change[]): string {
  const lines = linesOf(source);
  // From the bottom up, so that the lines above stay where they are.
  for (const change of changes.toSorted((a, b) => b.command.line - a.command.line)) {
    replace(lines, change);
  }
  return textOf(lines);
}

function replace(lines: Line[], { command, script }: Change): void {
  const at = command.line - 1;
  const opening = lines[at];
  const mark = opening && markOf(opening, command);
  if (!opening || !mark) return;
  const old = command.script.split('\n');
  const written = lines.slice(at + 1, at + 1 + old.length);
  if (!written.every(({ text }, index) => text.endsWith(old[index]!.trimStart()))) return;
  const end = opening.end || '\n';
  const fresh = script.split(/\r\n|\r|\n/).map(text => ({ text: placed(text), end }));
  // A fence left open at the end of the file has no line end to keep.
  if (written.at(-1)?.end === '') fresh.at(-1)!.end = '';
  lines.splice(at + 1, old.length, ...fresh);
  outgrow(lines, at, at + 1 + fresh.length, mark, script);

  function placed(text: string): string {
    const kept = old.indexOf(text);
    if (kept >= 0) return written[kept]!.text;
    const indent = indentOf(opening!.text.slice(0, opening!.text.indexOf(mark!)));
    return text === '' ? indent.trimEnd() : indent + text;
  }
}

/** The run of marks that opens the fence; null when there is none there. */
function markOf({ text }: Line, { column }: Command): string | null {
  return text.slice(Math.max(0, column - 2)).match(/`{3,}|~{3,}/)?.[0] ?? null;
}

/** What stands before the fence, with the marks of lists made blank; a quotation goes on. */
function indentOf(before: string): string {
  return before.replace(/[^\s>]/g, ' ');
}

/** A text that holds a line of marks would close its fence: the fence takes longer ones. */
function outgrow(
  lines: Line[],
  opening: number,
  closing: number,
  mark: string,
  script: string,
): void {
  const sign = mark[0]!;
  const held = script
    .split(/\r\n|\r|\n/)
    .map(line => line.trim())
    .filter(line => line.length >= mark.length && [...line].every(one => one === sign));
  if (held.length === 0) return;
  const longer = sign.repeat(Math.max(...held.map(({ length }) => length)) + 1);
  for (const at of [opening, closing]) {
    const line = lines[at];
    if (line) line.text = line.text.replace(mark, () => longer);
  }
}
