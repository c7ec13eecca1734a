/** What a measure says about a threshold, and about the measure taken before. */
import type { Threshold } from '../types.ts';
import { thresholdIn } from './thresholds.ts';
import { inUnit } from './units.ts';

/** How far apart two equal figures may be, relative to them: what arithmetic on floats loses. */
const tolerance = 1e-9;

const comparisons: Record<Threshold['operator'], (order: number) => boolean> = {
  '<': order => order < 0,
  '<=': order => order <= 0,
  '>': order => order > 0,
  '>=': order => order >= 0,
  '=': order => order === 0,
};

/** Is the threshold met? null when the units cannot be compared. */
export function meets(threshold: Threshold, value: number, unit: string): boolean | null {
  const comparable = inUnit(value, unit, threshold.unit);
  if (comparable === null) return null;
  const gap = comparable - threshold.value;
  const nothing = tolerance * Math.max(1, Math.abs(threshold.value));
  return comparisons[threshold.operator](Math.abs(gap) <= nothing ? 0 : gap);
}

/** The same as the journal says it: `none` without a threshold, or one that cannot be compared. */
export function verdictOf(
  threshold: Threshold | undefined,
  value: number,
  unit: string,
): 'pass' | 'fail' | 'none' {
  const met = threshold ? meets(threshold, value, unit) : null;
  if (met === null) return 'none';
  return met ? 'pass' : 'fail';
}

/**
 * By how many percent a figure that should be low has grown, negative when it fell; both in one unit.
 * @returns null for a baseline that nothing can be compared to: 0, or less
 */
export function degradation(value: number, baseline: number): number | null {
  return baseline > 0 ? (value / baseline - 1) * 100 : null;
}

const degraded = /d[ée]grad/i;
/** `dégradée de 50 %` says the same as `dégradée de plus de 50 %`. */
const by = /\b(?:de|by)\s+(?=\d)/i;

/**
 * Percent of degradation that a rollback's trigger does not allow: 50 of `Performance dégradée > 50%`, or
 * `performance degraded by more than 50 %`. undefined when the text states none.
 */
export function degradationLimit(text: string): number | undefined {
  if (!degraded.test(text)) return undefined;
  const threshold = thresholdIn(text) ?? thresholdIn(text.replace(by, '> '));
  const isLimit = threshold?.unit === '%' && threshold.operator.startsWith('>');
  return isLimit ? threshold.value : undefined;
}
