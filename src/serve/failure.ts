/** It cannot be served as asked: what, and what to do. */
export class ServeFailure extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'ServeFailure';
    this.remedy = remedy;
  }
}
