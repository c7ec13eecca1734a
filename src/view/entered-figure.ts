/** A figure as somebody types it, read elsewhere: `312`, `99,95 %`, `1.2 s`, `1 200`. */

/** Thousands may be parted by spaces, as French has it. */
const written = /^\s*(-?(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:[.,]\d+)?)\s*(.*?)\s*$/;
/** `12,500` is twelve and a half for some, twelve thousand for others. */
const twofold = /^-?[1-9]\d{0,2}[.,]\d{3}$/;
/** What follows the figure is more of it, not a unit: `1e9`, `1,200.5`, `3-4`. */
const unfinished = /^(?:[\d.,+-]|e[+-]?\d)/i;

/**
 * The figure and its unit, '' where none is written.
 * @returns null for what is no figure, or could be read as two
 */
export function enteredFigure(text: string): { value: number; unit: string } | null {
  const [, figure, unit = ''] = written.exec(text) ?? [];
  if (figure === undefined || twofold.test(figure) || unfinished.test(unit)) return null;
  return { value: Number(figure.replace(/[ \u00a0\u202f]/g, '').replace(',', '.')), unit };
}
