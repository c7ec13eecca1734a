/** A shell script, roughly: enough to compare what two scripts do, never to run one. */

/** One command of a line, quotes taken off, redirections set apart. */
export interface SimpleCommand {
  words: string[];
  /** Files that its output goes to. */
  writes: string[];
}

/** A line as the shell takes it: continued lines are one. */
export interface ShellLine {
  /** What stands first in it, up to the end of its first written line. */
  text: string;
  /** Where it starts in the script. */
  index: number;
  commands: SimpleCommand[];
}

const token = new RegExp(
  [
    '(?<blank>[ \\t]+|\\\\\\n)',
    '(?<comment>(?<![^\\s;&|(])#[^\\n]*)',
    '(?<end>\\n)',
    '<<-?[ \\t]*[\'"]?(?<here>\\w+)[\'"]?',
    '(?:\\d+|&)?(?<redirect>>>?|<)(?<copy>&[\\d-]+)?',
    '(?<separator>&&|\\|\\||[;|&()])',
    "'(?<single>[^']*)'",
    '"(?<double>(?:\\\\[\\s\\S]|[^"\\\\])*)"',
    '\\\\(?<escaped>[\\s\\S])',
    '(?<plain>(?:\\d+(?![<>\\d]))|[^\\s\'"\\\\;&|<>()\\d]+|[\\s\\S])',
  ].join('|'),
  'gu',
);

class Reader {
  readonly lines: ShellLine[] = [];
  readonly script: string;
  #line: ShellLine | undefined;
  #command: SimpleCommand | undefined;
  #word: string | undefined;
  #redirect: string | undefined;

  constructor(script: string) {
    this.script = script;
  }

  add(text: string, index: number): void {
    this.#line ??= this.#open(index);
    this.#word = (this.#word ?? '') + text;
  }

  #open(index: number): ShellLine {
    const end = this.script.indexOf('\n', index);
    const text = this.script.slice(index, end < 0 ? undefined : end).trimEnd();
    const line = { text, index, commands: [] };
    this.lines.push(line);
    return line;
  }

  redirect(sign: string): void {
    this.endWord();
    this.#redirect = sign;
  }

  endWord(): void {
    if (this.#word === undefined || !this.#line) return;
    if (!this.#command) {
      this.#command = { words: [], writes: [] };
      this.#line.commands.push(this.#command);
    }
    if (this.#redirect === undefined) this.#command.words.push(this.#word);
    else if (this.#redirect !== '<') this.#command.writes.push(this.#word);
    this.#word = undefined;
    this.#redirect = undefined;
  }

  endCommand(): void {
    this.endWord();
    this.#redirect = undefined;
    this.#command = undefined;
  }

  endLine(): void {
    this.endCommand();
    this.#line = undefined;
  }
}

/** The lines of a script that hold something. Heredocs are skipped; whatever the text, it ends. */
export function shellLines(script: string): ShellLine[] {
  const reader = new Reader(script);
  const heredocs: string[] = [];
  token.lastIndex = 0;
  for (let match = token.exec(script); match; match = token.exec(script)) {
    take(match, reader);
    if (match.groups!.here !== undefined) heredocs.push(match.groups!.here);
    if (match.groups!.end !== undefined && heredocs.length > 0)
      token.lastIndex = afterHeredocs(script, match.index, heredocs.splice(0));
  }
  reader.endLine();
  return reader.lines;
}

function take({ groups, index }: RegExpExecArray, reader: Reader): void {
  const { blank, comment, end, here, redirect, copy, separator } = groups!;
  const { single, double, escaped, plain } = groups!;
  const text = single ?? double ?? escaped ?? plain;
  if (text !== undefined) reader.add(text, index);
  else if (end !== undefined) reader.endLine();
  else if (separator !== undefined) reader.endCommand();
  else if (redirect !== undefined && copy === undefined) reader.redirect(redirect);
  else if (blank ?? comment ?? here ?? copy) reader.endWord();
}

/** Offset of the line break that follows the last of the texts announced before `index`. */
function afterHeredocs(script: string, index: number, delimiters: readonly string[]): number {
  let at = index;
  for (const delimiter of delimiters) {
    const end = new RegExp(`\\n\\t*${delimiter}[ \\t]*(?=\\n|$)`, 'g');
    end.lastIndex = at;
    const found = end.exec(script);
    if (!found) return script.length;
    at = found.index + found[0].length;
  }
  return at;
}
