/** What the rollback's commands undo, as far as they tell. */
import { shellLines } from '../shell/lines.ts';
import { isShell } from '../steps/languages.ts';
import type { Command, Step } from '../types.ts';
import { type Call, type Change, callOf, isInDatabase } from './changes.ts';
import { changesData, opposites, oppositeTools, restores, withActions } from './tables.ts';

export interface WayBack {
  /** What its calls undo, as {@link keysOf} names it. */
  keys: ReadonlySet<string>;
  /** Every word of its commands, and the files that they write. */
  words: ReadonlySet<string>;
  restoresDatabase: boolean;
}

/** Names under which a call and the one that undoes it meet: the same action, or the same row of opposites. */
function keysOf({ tool, action }: Call): string[] {
  const tools = oppositeTools.flatMap((row, at) => (row.includes(tool) ? [`tools ${at}`] : []));
  if (!withActions.has(tool)) return [tool, ...tools];
  const cut = Math.max(action.lastIndexOf(':'), action.lastIndexOf(' ')) + 1;
  const [prefix, word] = [action.slice(0, cut), action.slice(cut)];
  const rows = opposites.flatMap((row, at) => {
    if (row.includes(action)) return [`${tool} opposites ${at}`];
    return row.includes(word) ? [`${tool} ${prefix}opposites ${at}`] : [];
  });
  return [`${tool} ${action}`, ...rows, ...tools];
}

/** `optimize:clear` takes every cache of the application away. */
function cachesCleared({ tool, action }: Call): string[] {
  return action === 'optimize:clear' || action === 'optimize' ? [`${tool} every cache`] : [];
}

/** The commands of the rollback's steps; null when nothing runs there: nobody can tell what people undo. */
export function wayBackOf(steps: readonly Step[]): WayBack | null {
  const commands = steps.flatMap(step => step.commands.filter(({ runnable }) => runnable));
  if (commands.length === 0) return null;
  const simple = commands
    .filter(({ language }) => isShell(language))
    .flatMap(({ script }) => shellLines(script).flatMap(line => line.commands));
  const calls = simple.flatMap(command => callOf(command) ?? []);
  return {
    keys: new Set(calls.flatMap(call => [...keysOf(call), ...cachesCleared(call)])),
    words: new Set(simple.flatMap(({ words, writes }) => [...words, ...writes])),
    restoresDatabase: commands.some(restoresData),
  };
}

function restoresData({ language, script }: Command): boolean {
  return restores.test(script) || (!isShell(language) && changesData.test(script));
}

/** Of people, who run nothing: nothing of what they undo can be told. */
export const nobody: WayBack = { keys: new Set(), words: new Set(), restoresDatabase: false };

/** Does something of the rollback seem to undo this? */
export function isUndoneBy(change: Change, back: WayBack): boolean {
  if ('file' in change) return back.words.has(change.file);
  const { call } = change;
  if (isInDatabase(call) && back.restoresDatabase) return true;
  if (call.action.endsWith(':cache') && back.keys.has(`${call.tool} every cache`)) return true;
  return keysOf(call).some(key => back.keys.has(key));
}
