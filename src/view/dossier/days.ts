/** The days of a run in words. Dates are `YYYY-MM-DD` in the run's zone. */
import { dateOf, daysBetween } from '../../../machines/calendar.ts';
import { dateInWords } from '../messages/when.ts';
import type { Scene } from '../scene/scene.ts';
import { day } from '../schedule/time.ts';

export function todayOf({ now, zone }: Scene): string {
  return day(now, zone);
}

/** `mardi 1er décembre`; with its year where it is another one than today's. */
export function dayText(scene: Scene, date: string): string {
  const year = date.slice(0, 4);
  const text = scene.text(dateInWords(date, scene.words));
  return todayOf(scene).startsWith(year) ? text.replace(` ${year}`, '') : text;
}

/** `mardi 1er décembre (dans 3 jours)`. */
export function datedText(scene: Scene, date: string): string {
  const { dated } = scene.words.around.agenda.days;
  return dated(dayText(scene, date), awayText(scene, daysBetween(todayOf(scene), date)));
}

/** `dans 3 jours`, `demain`, `hier`. */
function awayText({ words }: Scene, count: number): string {
  const { days } = words.around.agenda;
  if (count === 0) return days.today;
  if (Math.abs(count) === 1) return count > 0 ? days.tomorrow : days.yesterday;
  return count > 0 ? days.in(count) : days.ago(-count);
}

/** `J-7`, `Jour J`: where a day stands to J, in the reader's words. */
export function offsetText({ words }: Scene, offset: number): string {
  const { days } = words.around.agenda;
  return offset === 0 ? days.theDay : days.offset(offset);
}

/** Days from J to today; null before the run is created. */
export function offsetToday(scene: Scene): number | null {
  const { run } = scene.context;
  return run && daysBetween(run.date, todayOf(scene));
}

/** The date of a day of the plan; null before the run is created. */
export function dateAt({ context }: Scene, offsetDays: number): string | null {
  return context.run && dateOf(context.run.date, offsetDays);
}
