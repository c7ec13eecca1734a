/** A duration written as another one is: the same signs, the same language. */
import { durationIn } from './time.ts';

const hourForm = /^(\d+)(\s*)(h|heures?|hours?|hrs?)(?:(\s*)\d{1,2})?(\s*(?:min|mn|m))?$/i;
const minuteForm = /^\d+(\s*)([a-z]+)(\.?)$/i;

/**
 * Minutes as `figure` writes a duration: 100 as `1h30` does are `1h40`, as `90 min` does `100 min`.
 * Null when that form cannot say it.
 */
export function inSameForm(figure: string, minutes: number): string | null {
  const written = inHours(figure, minutes) ?? inMinutes(figure, minutes);
  if (written === null) return null;
  return durationIn(`(${written})`)?.minutes === minutes ? written : null;
}

function inHours(figure: string, minutes: number): string | null {
  const match = hourForm.exec(figure);
  if (!match) return null;
  const [, , gap = '', unit = '', innerGap = gap, tail = ''] = match;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  const whole = `${hours}${gap}${numbered(unit, hours)}`;
  if (rest === 0) return whole;
  // `1h05`, but `2 heures 5 min`.
  if (unit.length === 1) return `${whole}${innerGap}${String(rest).padStart(2, '0')}${tail}`;
  return `${whole} ${rest}${tail || ' min'}`;
}

function inMinutes(figure: string, minutes: number): string | null {
  const match = minuteForm.exec(figure);
  if (!match) return null;
  const [, gap = '', unit = '', point = ''] = match;
  return `${minutes}${gap}${numbered(unit, minutes)}${point}`;
}

/** Whole words have a plural; signs (`h`, `min`, `mn`) do not. */
function numbered(unit: string, count: number): string {
  if (!/^(?:heure|hour|hr|minute)s?$/i.test(unit)) return unit;
  const one = unit.replace(/s$/i, '');
  return count > 1 ? `${one}s` : one;
}
