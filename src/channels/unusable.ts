/** The channel cannot be used as it is written: nothing was said to anybody. The message holds no secret. */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}
