/** Days and hours as a message, or its row, writes them. */
import type { Words } from '../../locale/locale.ts';
import type { Scene } from '../scene/scene.ts';
import { clock, day } from '../schedule/time.ts';

/** `mardi 1er décembre 2026`. @param date `YYYY-MM-DD` */
export function dateInWords(date: string, { around }: Words): string {
  const { weekday, dayOfMonth, month, year } = partsOf(date);
  return around.messages.date(weekday, dayOfMonth, month, year);
}

/** `24/11`: the day of an instant, in the run's zone. */
export function shortDate(scene: Scene, ms: number): string {
  const { dayOfMonth, month } = partsOf(day(ms, scene.zone));
  return scene.words.around.messages.shortDate(dayOfMonth, month);
}

/** `07:46`; `24/11 07:46` on another day than today. */
export function whenText(scene: Scene, ms: number): string {
  const time = clock(ms, scene.zone);
  if (day(ms, scene.zone) === day(scene.now, scene.zone)) return time;
  return scene.words.around.messages.at(shortDate(scene, ms), time);
}

function partsOf(date: string) {
  const at = new Date(`${date}T00:00Z`);
  return {
    weekday: at.getUTCDay(),
    dayOfMonth: at.getUTCDate(),
    month: at.getUTCMonth(),
    year: at.getUTCFullYear(),
  };
}
