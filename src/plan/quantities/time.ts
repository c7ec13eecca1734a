/** Times of day and durations, as people write them. */

const clock = /(\d{1,2})\s*(?::|h)\s*(\d{2})(?:\s*([ap])\.?m\.?)?/i;
const leading = new RegExp(`^${clock.source}(?!\\d)`, 'i');
const anywhere = new RegExp(`(?<!\\d)${clock.source}(?!\\d)`, 'gi');

function format(match: RegExpMatchArray): string | undefined {
  const half = match[3]?.toLowerCase();
  let hours = Number(match[1]);
  const minutes = Number(match[2]);
  if (half && (hours < 1 || hours > 12)) return undefined;
  if (half) hours = (hours % 12) + (half === 'p' ? 12 : 0);
  return hours > 23 || minutes > 59 ? undefined : timeOf(hours * 60 + minutes);
}

/** The time a text starts with. `time` is absent when the hour cannot exist. */
export function leadingTime(text: string): { time?: string; written: string } | undefined {
  const match = leading.exec(text);
  if (!match) return undefined;
  const time = format(match);
  return { written: match[0], ...(time === undefined ? {} : { time }) };
}

/** Every possible time in a text, in order. */
export function timesIn(text: string): string[] {
  return [...text.matchAll(anywhere)].flatMap(match => format(match) ?? []);
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

/** `HH:MM` of minutes since midnight; wraps round the day. */
export function timeOf(minutes: number): string {
  const day = ((minutes % 1440) + 1440) % 1440;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(day / 60))}:${two(day % 60)}`;
}

/** Minutes from one time to the next; a fall of more than half a day passes midnight. */
export function minutesBetween(from: string, to: string): number {
  const minutes = minutesOf(to) - minutesOf(from);
  return minutes < -720 ? minutes + 1440 : minutes;
}

const hours = /(\d{1,3})\s*(?:h|heures?|hours?|hrs?)\s*(\d{1,2})?(?:\s*(?:min|mn|m))?/;
const minutes = /(\d{1,4})\s*(?:min|mn|minutes?|mins)\.?/;
const duration = new RegExp(
  `(\\(\\s*(?:~|≈|env\\.?|environ|about)?\\s*)(${hours.source}|${minutes.source})\\s*\\)`,
  'i',
);

/** A duration between brackets in a text. */
export interface Duration {
  /** As written: `90 min`, `1h30`. */
  figure: string;
  /** Where the figure stands in the text. */
  index: number;
  minutes: number;
  /** With its brackets. */
  whole: { index: number; text: string };
}

/** The first duration between brackets. */
export function durationIn(text: string): Duration | undefined {
  const match = duration.exec(text);
  if (!match) return undefined;
  const [whole, before, figure, hour, hourMinutes, only] = match;
  return {
    figure: figure!.trimEnd(),
    index: match.index + before!.length,
    minutes: only === undefined ? Number(hour) * 60 + Number(hourMinutes ?? 0) : Number(only),
    whole: { index: match.index, text: whole },
  };
}

/** `Title (90 min)`, `(1h30)`: the title without it, and the minutes. */
export function takeDuration(title: string): { title: string; minutes?: number } {
  const found = durationIn(title);
  if (!found) return { title };
  const { index, text } = found.whole;
  const rest = `${title.slice(0, index)} ${title.slice(index + text.length)}`;
  return { title: rest.replace(/\s+/g, ' ').trim(), minutes: found.minutes };
}

/** Seconds of an attribute's `90s`, `40m`, `2h`, `1h30`; undefined when it is none of these. */
export function secondsOf(text: string): number | undefined {
  const match = /^(?:(\d{1,3})h(?:(\d{1,2})m?)?|(\d{1,5})m(?:(\d{1,2})s)?|(\d{1,6})s)$/.exec(text);
  if (!match) return undefined;
  const [hour, hourMinutes, minute, minuteSeconds, second] = match
    .slice(1)
    .map(v => Number(v ?? 0));
  const total = hour! * 3600 + (hourMinutes! + minute!) * 60 + minuteSeconds! + second!;
  return total > 0 ? total : undefined;
}
