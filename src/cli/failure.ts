/** Exit codes: COCKPIT.md, convention 20. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  noGo: 3,
  rolledBack: 4,
  helmTaken: 5,
  planInvalid: 6,
  interrupted: 130,
} as const;

/** Something the user can mend: said on standard error with what to do, and an exit code of its own. */
export class CliFailure extends Error {
  readonly code: number;
  readonly remedy: string;

  constructor(message: string, remedy = '', code: number = exitCodes.usage) {
    super(message);
    this.name = 'CliFailure';
    this.remedy = remedy;
    this.code = code;
  }
}

/** Writes one line of message to standard error. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Writes one line of data to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** As a shell takes it back. */
export const quoted = (text: string): string =>
  /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
