/** A text as lines that keep their ends: what is not changed goes back as it was. */

export interface Line {
  text: string;
  /** `\n`, `\r\n`, `\r`, or '' at the end of the file. */
  end: string;
}

export function linesOf(source: string): Line[] {
  return [...source.matchAll(/([^\r\n]*)(\r\n|\r|\n|$)/g)]
    .map(([, text, end]) => ({ text: text!, end: end! }))
    .filter(({ text, end }) => text !== '' || end !== '');
}

export function textOf(lines: readonly Line[]): string {
  return lines.map(({ text, end }) => text + end).join('');
}
