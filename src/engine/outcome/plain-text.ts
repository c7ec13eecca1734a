/** What is read of an output, without what a terminal only obeys. */

/**
 * One escape sequence: CSI, a closed OSC, DCS, APC, PM or SOS string, a short one. A string that its
 * line does not close loses its opening only: what follows is read.
 */
const sequence =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|(?:\x1b[\]P_^X]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)|\x1b[ -/]*[0-~]?/g;
/** Controls, marks of direction, joiners; not what parts lines and columns. */
const unseen = /[^\P{Cc}\t\n\r]|\p{Cf}/gu;
const ordinary = /^[\t\n\r\x20-\x7e]*$/;

/** Without colours, other sequences and characters that are not seen; tabs, carriage returns and line ends stay. */
export function plainText(text: string): string {
  if (ordinary.test(text)) return text;
  return text.replace(sequence, '').replace(unseen, '');
}

/** What a line looks like in the end: a carriage return starts it anew. */
export function asLeft(line: string): string {
  const text = line.replace(/\r+$/, '');
  return text.slice(text.lastIndexOf('\r') + 1);
}
