/** Figures of metrics, in the reader's way of writing them. */
import type { Scene } from '../scene/scene.ts';

/** `312 ms`, `99,95 %`: at most three decimals. */
export function figureText(
  { input }: Scene,
  { value, unit }: { value: number; unit: string },
): string {
  const plain = String(Math.round(value * 1000) / 1000);
  const text = input.language === 'fr' ? plain.replace('.', ',') : plain;
  return unit === '' ? text : `${text} ${unit}`;
}
