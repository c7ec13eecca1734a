/** What a command of a shell changes, as far as its words tell. */

import type { SimpleCommand } from '../shell/lines.ts';
import { baseName, calledWords, isInterpreter } from '../shell/programs.ts';
import { looksOnly } from './looks.ts';
import { applications, databases, leavesFiles, looks, withActions } from './tables.ts';

export interface Call {
  /** Name of the program: `artisan` of `php artisan …`. */
  tool: string;
  /** What it is asked to do; '' for a tool that always does one thing. */
  action: string;
  words: readonly string[];
}

/** Characters of a name that are looked at. */
const longest = 100;

/** Options that take the next word: `git -C folder checkout`. */
const takesWord = /^(?:-[CnfH]|--(?:namespace|context|file|host|prefix|working-dir|kubeconfig))$/;

function firstWords(words: readonly string[]): string[] {
  return words.filter((word, at) => !word.startsWith('-') && !takesWord.test(words[at - 1] ?? ''));
}

/** The program and its action; undefined when the line only holds structure. */
export function callOf({ words }: SimpleCommand): Call | undefined {
  const called = calledWords(words);
  const from = isInterpreter(called[0] ?? '') && called.length > 1 ? 1 : 0;
  const [program, ...rest] = called.slice(from);
  if (program === undefined) return undefined;
  const tool = baseName(program).slice(0, longest);
  const [first = '', second = ''] = withActions.has(tool) ? firstWords(rest) : [];
  const compound = ['run', 'compose', 'exec', 'stash', 'rollout', 'image'].includes(first);
  const action = compound ? `${first} ${second}`.trim() : first;
  return { tool, action: action.slice(0, longest), words: called };
}

const notAFile = /^(?:\/dev\/|&)/;

/** A change to account for: a call, or a file that is written. */
export type Change = { call: Call } | { file: string };

/** What a command leaves changed behind it. */
export function changesOf(command: SimpleCommand): Change[] {
  const files = command.writes.filter(file => !notAFile.test(file));
  const call = callOf(command);
  const saves = call !== undefined && looks.test(call.tool);
  return [
    ...(call && !looksOnly(call) ? [{ call }] : []),
    ...(saves ? [] : files.map(file => ({ file }))),
  ];
}

/** Are its effects in the database, so that restoring it undoes them? */
export function isInDatabase({ tool, action, words }: Call): boolean {
  if (databases.has(tool)) return true;
  if (/migrat|(?:^|:)db(?::|$)|schema|seed/i.test(`${tool} ${action}`)) return true;
  if (/(?:^| )(?:\S*:)?(?:migrate|seed)/.test(words.slice(1, 4).join(' '))) return true;
  return applications.has(tool) && !leavesFiles.test(action);
}
