/** Text from outside that can move nothing, wherever it is drawn. */

/** Controls but tab and line end, marks that reorder what follows, half characters. */
const uneasy =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]/;
const controls =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Each control, mark of direction and half character becomes `�`, every line end a line feed. The text keeps its
 * length, so that positions in it stay true.
 */
export function inert(text: string): string {
  if (!uneasy.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/\r(?=\n)/g, ' ')
    .replace(/[\r\u2028\u2029]/g, '\n')
    .replace(controls, '\ufffd');
}
