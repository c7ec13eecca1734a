/** A message that is sent at each checkpoint has one occasion for each of them. */

/** `during@4.3`, or `before` for a message that is sent once. */
export function occasionOf(message: string, step?: string): string {
  return step === undefined ? message : `${message}@${step}`;
}

/** `during` of `during@4.3`. */
export function messageOf(occasion: string): string {
  return occasion.split('@', 1)[0]!;
}

/** `4.3` of `during@4.3`; undefined for a message that is sent once. */
export function stepOfOccasion(occasion: string): string | undefined {
  return occasion.includes('@') ? occasion.slice(occasion.indexOf('@') + 1) : undefined;
}
