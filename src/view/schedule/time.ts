/** Wall clocks and durations. Instants are milliseconds since the epoch. */
import { Temporal } from 'temporal-polyfill';
import type { Words } from '../../locale/locale.ts';

const quarter = 15 * 60_000;
const two = (value: number) => String(value).padStart(2, '0');
const offsets = new Map<string, Map<number, number>>();

/** Milliseconds to add to UTC in a zone; an unknown zone counts as UTC. Offsets change on quarters of an hour. */
function offsetAt(ms: number, zone: string): number {
  const known = knownOffsets(zone);
  const bucket = Math.floor(ms / quarter);
  const offset = known.get(bucket) ?? readOffset(bucket * quarter, zone);
  known.set(bucket, offset);
  return offset;
}

function knownOffsets(zone: string): Map<number, number> {
  const before = offsets.get(zone);
  if (before && before.size < 20_000) return before;
  const fresh = new Map<number, number>();
  offsets.set(zone, fresh);
  return fresh;
}

function readOffset(ms: number, zone: string): number {
  try {
    const there = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
    return there.offsetNanoseconds / 1e6;
  } catch {
    return 0;
  }
}

/** `HH:MM:SS` in a zone. */
export function clockSeconds(ms: number, zone: string): string {
  return `${clock(ms, zone)}:${two(secondOfDay(ms, zone) % 60)}`;
}

/** `HH:MM` in a zone. */
export function clock(ms: number, zone: string): string {
  const minutes = Math.floor(secondOfDay(ms, zone) / 60);
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function secondOfDay(ms: number, zone: string): number {
  const seconds = Math.floor((ms + offsetAt(ms, zone)) / 1000);
  return ((seconds % 86_400) + 86_400) % 86_400;
}

/** `YYYY-MM-DD` in a zone. */
export function day(ms: number, zone: string): string {
  return new Date(ms + offsetAt(ms, zone)).toISOString().slice(0, 10);
}

/**
 * The instant of a wall-clock time, `days` after a date. A time that a change of clocks leaves out
 * is read with the offset before it; one that happens twice is the first. Null for nonsense.
 */
export function instantAt(date: string, days: number, time: string, zone: string): number | null {
  try {
    return Temporal.PlainDate.from(date)
      .add({ days })
      .toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) })
      .epochMilliseconds;
  } catch {
    return null;
  }
}

/** `04:41`, `1:04:41`. */
export function stopwatch(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(total / 3600);
  const rest = `${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** `12 s`, `9 min 58`, `1 h 12`, `2 d 3 h`: what a clock measured. */
export function lasting(ms: number, words: Words): string {
  const { units } = words;
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return units.seconds(seconds);
  if (minutes >= 60) return rounded(ms, words);
  return seconds % 60 ? units.minutesSeconds(minutes, seconds % 60) : units.minutes(minutes);
}

/** `10 min`, `1 h 30`, `4 h`, `6 d`: in whole minutes, for what is planned. */
export function rounded(ms: number, { units }: Words): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) return hours % 24 ? units.daysHours(days, hours % 24) : units.days(days);
  if (hours === 0) return units.minutes(minutes);
  return minutes % 60 ? units.hoursMinutes(hours, minutes % 60) : units.hours(hours);
}

/** `0 h 37`: hours always shown. */
export function hoursMinutes(ms: number, { units }: Words): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  return units.hoursMinutes(Math.floor(minutes / 60), minutes % 60);
}

/** `10m`, `1h30`, `4h`, `2d`: for narrow columns. */
export function compact(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  if (hours >= 48) return `${Math.floor(hours / 24)}d`;
  if (hours === 0) return `${minutes}m`;
  return minutes % 60 ? `${hours}h${two(minutes % 60)}` : `${hours}h`;
}

/** The minute that a clock shows at an instant. */
export function toMinute(ms: number): number {
  return Math.floor(ms / 60_000) * 60_000;
}

/** Milliseconds from `planned` to `at` as their clocks show them: what is read twice reads the same. */
export function apart(at: number, planned: number): number {
  return toMinute(at) - toMinute(planned);
}

/** `+3 min`, `-12 min`; '' under one minute either way. */
export function delay(ms: number, words: Words): string {
  if (Math.abs(ms) < 60_000) return '';
  return `${ms < 0 ? '-' : '+'}${rounded(Math.abs(ms), words)}`;
}
