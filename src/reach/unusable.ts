/** What is asked cannot be done as it is written: nothing was said to anybody. The message hides nothing. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
  readonly why: string;

  /** @param what the setting at fault; @param why a code, or a few words of technical English */
  constructor(what: string, why: string) {
    super(`${what}: ${why}`);
    this.why = why;
  }
}
