/** Sizes of the Gantt's drawing, in its own units, and what fits in them. */
export const width = 960;
export const plotLeft = 252;
/** What is said beside a bar has room after it. */
export const plotRight = 880;
export const rowHeight = 30;
export const axisHeight = 34;
export const laneHeight = 17;
/** Units of a letter, on the generous side: fonts differ. */
export const letter = 6.7;

export function clipped(text: string, room: number): string {
  const letters = [...text];
  return letters.length <= room ? text : `${letters.slice(0, Math.max(1, room - 1)).join('')}…`;
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
