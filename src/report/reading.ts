/** How a report is read: its words, its hours in the run's zone, lengths and sizes. */
import { type Words, wordsOf } from '../locale/locale.ts';
import { clock, clockSeconds, day, lasting } from '../view/schedule/time.ts';
import type { Report } from './types.ts';

export interface Reading {
  report: Report;
  words: Words;
  /** The report's own words. */
  said: Words['seen']['report'];
}

export function readingOf(report: Report): Reading {
  const words = wordsOf(report.language);
  return { report, words, said: words.seen.report };
}

/** `06:31:02`, its date before it when that is not J. */
export function secondText(reading: Reading, iso: string): string {
  const ms = Date.parse(iso);
  return dated(reading, ms, clockSeconds(ms, reading.report.run.timezone));
}

/** `06:31`, its date before it when that is not J. */
export function minuteText(reading: Reading, ms: number): string {
  return dated(reading, ms, clock(ms, reading.report.run.timezone));
}

/** `06:30–07:15`, `06:30:02–06:30:41`, `06:45`; the second date only when it is another. */
export function spanText(reading: Reading, span: { from: number; to: number } | null): string {
  if (!span) return '';
  if (span.from === span.to) return minuteText(reading, span.from);
  const [from, to] = boundsText(reading, span);
  return from === to ? from : reading.words.times.rows.span(from, to);
}

/** Both ends of a span, to the second where they lie within one minute; its second date only when it is another. */
export function boundsText(
  reading: Reading,
  { from, to }: { from: number; to: number },
): [string, string] {
  const { timezone } = reading.report.run;
  const isShort = clock(from, timezone) === clock(to, timezone) && to - from < 60_000;
  const clockOf = isShort ? clockSeconds : clock;
  const start = dated(reading, from, clockOf(from, timezone));
  const sameDay = day(from, timezone) === day(to, timezone);
  const end = clockOf(to, timezone);
  return [start, sameDay ? end : dated(reading, to, end)];
}

function dated(reading: Reading, ms: number, time: string): string {
  const { date, timezone } = reading.report.run;
  const on = day(ms, timezone);
  return on === date ? time : reading.words.around.messages.at(shortDate(reading, on), time);
}

/** `30/11`. @param date `YYYY-MM-DD` */
export function shortDate(reading: Reading, date: string): string {
  const [, month, dayOfMonth] = date.split('-').map(Number);
  return reading.words.around.messages.shortDate(dayOfMonth!, month! - 1);
}

/** `mardi 1er décembre 2026`. @param date `YYYY-MM-DD`; what is none is given back */
export function longDate(reading: Reading, date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  return reading.words.around.messages.date(
    at.getUTCDay(),
    at.getUTCDate(),
    at.getUTCMonth(),
    at.getUTCFullYear(),
  );
}

/** `mardi 1er décembre 2026, 10:02:11`: whatever J is. */
export function fullText(reading: Reading, iso: string): string {
  const { timezone } = reading.report.run;
  const ms = Date.parse(iso);
  return `${longDate(reading, day(ms, timezone))}, ${clockSeconds(ms, timezone)}`;
}

/** `9 min 58`, `< 1 s`. @param ms null for what did not happen */
export function lengthText(reading: Reading, ms: number | null): string {
  if (ms === null) return reading.said.figures.unknown;
  if (ms > 0 && ms < 1000) return reading.said.figures.instant;
  return lasting(ms, reading.words);
}

/** `214 o`, `1,3 Mo`. */
export function sizeText({ said: { figures } }: Reading, bytes: number): string {
  if (bytes < 1000) return figures.bytes(String(bytes));
  const [size, unit] =
    bytes < 999_500 ? [bytes / 1000, figures.kilobytes] : [bytes / 1e6, figures.megabytes];
  const digits = size < 10 ? 1 : 0;
  return unit(size.toFixed(digits).replace(/\.0$/, '').replace('.', figures.decimal));
}
