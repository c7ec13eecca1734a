/** A row of figures as a row of bars. */

const bars = '▁▂▃▄▅▆▇█';
const asciiBars = '.:-=+*#';

/**
 * The latest figures, oldest first, a bar each from the lowest to the highest; all in the middle where they are
 * equal. What is no number is left out.
 * @param width most bars
 */
export function sparkline(values: readonly number[], width: number, ascii: boolean): string {
  const shown = width < 1 ? [] : values.filter(Number.isFinite).slice(-width);
  const scale = [...(ascii ? asciiBars : bars)];
  const least = Math.min(...shown);
  const span = Math.max(...shown) - least;
  const share = (value: number) => (span === 0 ? 0.5 : (value - least) / span);
  return shown
    .map(value => scale[Math.min(scale.length - 1, Math.floor(share(value) * scale.length))])
    .join('');
}
