/** What a command of a shell calls, once what only surrounds it is taken away. */

/** Keywords and programs that run the rest of their line. */
const wrappers: ReadonlySet<string> = new Set([
  'do',
  'then',
  'else',
  'if',
  'elif',
  'while',
  'until',
  '!',
  '{',
  'sudo',
  'env',
  'time',
  'nohup',
  'exec',
  'command',
  'nice',
  'ionice',
  'doas',
]);

/** Structure: nothing is called. */
const silent: ReadonlySet<string> = new Set([
  'for',
  'select',
  'case',
  'esac',
  'fi',
  'done',
  'in',
  'function',
  '}',
  '[[',
  '[',
]);

const isAssignment = (word: string): boolean => /^[A-Za-z_]\w*\+?=/.test(word);

/** The words of a command without assignments, `sudo` and the like; none when it calls nothing. */
export function calledWords(words: readonly string[]): readonly string[] {
  let from = 0;
  let wrapped = false;
  for (; from < words.length; from++) {
    const word = words[from]!;
    if (wrappers.has(word)) wrapped = true;
    else if (!isAssignment(word) && !(wrapped && word.startsWith('-'))) break;
  }
  const rest = words.slice(from);
  return rest[0] === undefined || silent.has(rest[0]) ? [] : rest;
}

/** Programs that run the file named after them. */
const interpreters: ReadonlySet<string> = new Set([
  'sh',
  'bash',
  'dash',
  'zsh',
  'ksh',
  'php',
  'python',
  'python3',
  'node',
  'perl',
  'ruby',
  '.',
  'source',
]);

/** Name of a program without its folder. */
export const baseName = (word: string): string => word.slice(word.lastIndexOf('/') + 1);

export function isInterpreter(word: string): boolean {
  return interpreters.has(baseName(word));
}
