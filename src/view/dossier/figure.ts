/** Figures of metrics, in the reader's way of writing them. */
import type { Scene } from '../scene/scene.ts';

/** `312 ms`, `2,563 s`, `99,95 %`: at most three decimals, and seconds as plans write them. */
export function figureText(
  { input }: { input: Pick<Scene['input'], 'language'> },
  { value, unit }: { value: number; unit: string },
): string {
  if (unit === 'ms' && Math.abs(value) >= 1000) {
    return figureText({ input }, { value: value / 1000, unit: 's' });
  }
  const plain = String(Math.round(value * 1000) / 1000);
  const text = input.language === 'fr' ? plain.replace('.', ',') : plain;
  return unit === '' ? text : `${text} ${unit}`;
}
