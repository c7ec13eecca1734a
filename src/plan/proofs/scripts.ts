/** Proofs made from the rollback's own commands: the script files that they call are there. */

import { present } from '../present.ts';
import { shellLines } from '../shell/lines.ts';
import { baseName, calledWords, isInterpreter } from '../shell/programs.ts';
import { isShell } from '../steps/languages.ts';
import type { Command, Language, Proof, Step } from '../types.ts';

interface ScriptFile {
  path: string;
  /** Called itself, not given to an interpreter. */
  executable: boolean;
}

/** A path written in full: what a variable or a pattern would make of it cannot be known here. */
const literal = /^[\p{L}\p{N}._/@%+=:,-]+$/u;
const isScript = /\.(?:sh|bash|py|php|mjs|cjs|js|ts|rb|pl)$/;
/** Programs of the system, and what the installation of dependencies puts there. */
const notOurs = /^\/(?:bin|sbin|usr)\/|(?:^|\/)(?:node_modules|vendor)\//;

function isOwnFile(word: string, called: boolean): boolean {
  if (!literal.test(word) || notOurs.test(word)) return false;
  if (called) return /^(?:\.{0,2}\/)/.test(word) || (word.includes('/') && isScript.test(word));
  return word.includes('/') || isScript.test(word);
}

function fileOf(words: readonly string[]): ScriptFile | undefined {
  const [program, ...rest] = calledWords(words);
  if (program === undefined) return undefined;
  if (!isInterpreter(program))
    return isOwnFile(program, true) ? { path: program, executable: true } : undefined;
  const first = rest[0];
  if (first === undefined || !isOwnFile(first, false)) return undefined;
  return { path: first, executable: false };
}

/** The script files that a shell script calls; after a `cd`, only those with a whole path. */
export function scriptFiles(script: string): ScriptFile[] {
  const found = new Map<string, ScriptFile>();
  let moved = false;
  for (const { words } of shellLines(script).flatMap(({ commands }) => commands)) {
    const file = fileOf(words);
    if (file && (!moved || file.path.startsWith('/')) && !found.has(file.path))
      found.set(file.path, file);
    moved ||= ['cd', 'pushd'].includes(calledWords(words)[0] ?? '');
  }
  return [...found.values()];
}

const said: Record<Language, { title: string; missing: string; closed: string; there: string }> = {
  fr: {
    title: 'scripts présents : ',
    missing: 'absent',
    closed: 'non exécutable',
    there: 'scripts présents',
  },
  en: {
    title: 'scripts present: ',
    missing: 'missing',
    closed: 'not executable',
    there: 'scripts present',
  },
};

/** Says each file that is missing or cannot be executed; ends with 1 then. Nothing in it looks like a variable. */
function checkScript(files: readonly ScriptFile[], language: Language): string {
  const { missing, closed, there } = said[language];
  const tests = files.map(({ path, executable }) => {
    const file = `'${path}'`;
    const unready = executable
      ? `elif ! test -x ${file}; then echo ${closed}: ${file}; bad=1`
      : `elif ! test -r ${file}; then echo ${missing}: ${file}; bad=1`;
    return `if ! test -f ${file}; then echo ${missing}: ${file}; bad=1\n${unready}; fi`;
  });
  return ['bad=0', ...tests, `if test $bad = 0; then echo ${there}; fi`, 'exit $bad'].join('\n');
}

/** `./docs/…/restore-script.sh`: a title must fit on a line. */
function short(path: string): string {
  const parts = path.split('/');
  if (parts.length <= 4) return path;
  return `${parts.slice(0, 2).join('/')}/…/${baseName(path)}`;
}

const mostInTitle = 3;

function titleOf(files: readonly ScriptFile[]): string {
  const names = files.slice(0, mostInTitle).map(({ path }) => short(path));
  const more = files.length - names.length;
  return names.join(', ') + (more > 0 ? ` (+${more})` : '');
}

function toProof(
  step: Step,
  id: string,
  commands: readonly Command[],
  language: Language,
): Proof[] {
  const files = commands.flatMap(({ script }) => scriptFiles(script));
  const once = [...new Map(files.map(file => [file.path, file])).values()];
  const [first] = commands;
  if (!first || once.length === 0) return [];
  const { line, column, attributes } = first;
  const { dir, on } = attributes;
  const check: Command = {
    line,
    column,
    index: 0,
    language: 'sh',
    script: checkScript(once, language),
    runnable: true,
    variables: [],
    attributes: { timeout: 30, ...present({ dir, on }) },
  };
  const title = said[language].title + titleOf(once);
  return [{ line, column, id, step: step.id, title, check }];
}

/** One proof for each place where the step's scripts are called: `R.2/files`, `R.2/files2`… */
export function scriptProofs(step: Step, language: Language): Proof[] {
  const calling = step.commands.filter(
    command => command.runnable && isShell(command.language) && scriptFiles(command.script).length,
  );
  const places = Map.groupBy(calling, ({ attributes: { dir, on } }) => JSON.stringify([dir, on]));
  return [...places.values()].flatMap((commands, at) =>
    toProof(step, `${step.id}/files${at === 0 ? '' : at + 1}`, commands, language),
  );
}
