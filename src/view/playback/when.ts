/** Instants of a run that is seen again. */
import { daysBetween } from '../../../machines/calendar.ts';
import { offsetText } from '../dossier/days.ts';
import type { Scene } from '../scene/scene.ts';
import { clockSeconds, day } from '../schedule/time.ts';

/** `07:45:10` in the run's zone; `J+1 07:45:10` when the run spans several days. */
export function instantText(scene: Scene, ms: number): string {
  const time = clockSeconds(ms, scene.zone);
  if (!spansDays(scene)) return time;
  return scene.words.seen.playback.onDay(dayLabel(scene, ms), time);
}

/** Where the day of an instant stands to J; its date while nobody knows J. */
function dayLabel(scene: Scene, ms: number): string {
  const [date, run] = [day(ms, scene.zone), scene.context.run];
  return run ? offsetText(scene, daysBetween(run.date, date)) : date;
}

function spansDays({ input: { entries }, zone }: Scene): boolean {
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return false;
  return day(Date.parse(first.at), zone) !== day(Date.parse(last.at), zone);
}
