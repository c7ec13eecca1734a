/** Where an operator wants to go in a run, as typed: `07:45`, `+10m`, `50%`, `J+1 08:00`. */
import { dateOf } from '../../../machines/calendar.ts';
import type { Scene } from '../scene/scene.ts';
import { day, instantAt } from '../schedule/time.ts';
import type { Recording } from './recording.ts';
import { instantText } from './when.ts';

/** Milliseconds since the epoch, or why it is nowhere in the run. */
export type Sought = { at: number } | { why: string };

/**
 * A distance counts from `from` by the run's clock and stops at its ends; a part of the whole is one of the
 * scrubber. A time alone is the next one on a day on which something happened, and where none comes, the last
 * one before. @param from milliseconds since the epoch
 */
export function soughtAt(recording: Recording, from: number, typed: string): Sought {
  const text = typed.trim();
  const { axis, begin, end, scene } = recording;
  const words = scene.words.seen.playback.seek;
  const shown = scene.text(text);
  const distance = distanceOf(text);
  if (distance !== null) return { at: Math.min(end, Math.max(begin, from + distance)) };
  const share = shareOf(text);
  if (share !== null) return { at: axis.atRatio(share) };
  const times = timesOf(scene, text);
  if (times === null) return { why: words.unknown(shown) };
  const inside = times
    .filter(({ first, last }) => last >= begin && first <= end)
    .map(({ aim }) => Math.min(end, Math.max(begin, aim)));
  const at = inside.find(one => one > from) ?? inside.at(-1);
  if (at !== undefined) return { at };
  return { why: words.outside(shown, instantText(scene, begin), instantText(scene, end)) };
}

const unit: Record<string, number> = {
  s: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  j: 86_400_000,
};

/** `+10m`, `-30s`, `+1h30m`, `- 2 h`: milliseconds. */
function distanceOf(text: string): number | null {
  const [, sign, parts = ''] = /^([-+−])((?:\s*\d+\s*(?:min|[smhdj]))+)$/i.exec(text) ?? [];
  if (sign === undefined) return null;
  const lengths = [...parts.matchAll(/(\d+)\s*(min|[smhdj])/gi)].map(
    ([, count, name]) => Number(count) * unit[name!.toLowerCase()]!,
  );
  const sum = lengths.reduce((total, length) => total + length, 0);
  return sign === '+' ? sum : -sum;
}

/** `50%`, `12,5 %`: 0 to 1. */
function shareOf(text: string): number | null {
  const [, number] = /^(\d+(?:[.,]\d+)?)\s*%$/.exec(text) ?? [];
  const share = number === undefined ? Number.NaN : Number(number.replace(',', '.')) / 100;
  return share >= 0 && share <= 1 ? share : null;
}

const time = String.raw`(\d{1,2})[:h](\d{2})(?::(\d{2}))?`;
const dayName = String.raw`(\d{4}-\d{2}-\d{2}|(?:jour j|d-day|[jd])(?:\s*([-+−])\s*(\d{1,4}))?)`;
const timeAlone = new RegExp(`^${time}$`, 'i');
const timeOnDay = new RegExp(String.raw`^${dayName}\s+${time}$`, 'i');

/** What a clock shows for a while: from when, until when, and where in it to go. Milliseconds. */
interface Shown {
  first: number;
  last: number;
  aim: number;
}

/** What a text may mean, in order; null when it means nothing. */
function timesOf(scene: Scene, text: string): Shown[] | null {
  const alone = timeAlone.exec(text);
  if (alone) return instantsOn(scene, livedDays(scene), alone.slice(1));
  const [, named, sign, count, ...rest] = timeOnDay.exec(text) ?? [];
  if (named === undefined) return null;
  const date = /^\d{4}/.test(named) ? named : dayAt(scene, sign, Number(count ?? 0));
  return date === null ? null : instantsOn(scene, [date], rest);
}

function dayAt({ context }: Scene, sign: string | undefined, count: number): string | null {
  return (
    context.run && dateOf(context.run.date, sign === undefined || sign === '+' ? count : -count)
  );
}

/**
 * A time of the clock on some days; null when no clock shows it. A minute is gone to at its beginning, a
 * second at its end: what happened in that second is then on the screen.
 */
function instantsOn(
  { zone }: Scene,
  dates: readonly string[],
  [hours = '', minutes = '', seconds]: readonly (string | undefined)[],
): Shown[] | null {
  const clock = `${hours.padStart(2, '0')}:${minutes}:${seconds ?? '00'}`;
  const starts = dates.map(date => instantAt(date, 0, clock, zone)).filter(at => at !== null);
  if (starts.length < dates.length) return null;
  return starts.map(first => {
    const last = first + (seconds === undefined ? 60_000 : 1_000) - 1;
    return { first, last, aim: seconds === undefined ? first : last };
  });
}

function livedDays({ input, zone }: Scene): string[] {
  return [...new Set(input.entries.map(({ at }) => day(Date.parse(at), zone)))].sort();
}
