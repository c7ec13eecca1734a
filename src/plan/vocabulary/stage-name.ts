/** `J-7`, `Jour J`, `D-day`, `T+1`: the day a heading names. */

export interface StageName {
  /** `J-7`, `Jour J`, `D+1`, `D-day`. */
  id: string;
  /** For state keys: `j-7`, `jour-j`, `j-plus-1`. */
  key: string;
  offsetDays: number;
  /** What the heading says beside the day. */
  title: string;
}

const shifted = /^([JDT])\s*([-+–−])\s*(\d{1,4})(?!\d)/i;
/** A letter alone is a day only when nothing but a title follows. */
const alone = '(?=\\s*(?:$|[:–—]|-\\s))';
const french = new RegExp(`^(?:jour\\s+J(?![\\p{L}\\p{N}'’])|J${alone})`, 'iu');
const english = new RegExp(
  `^(?:(?:D|deployment|release|go-live)[\\s-]?day(?![\\p{L}\\p{N}'’])|day\\s+0(?!\\d)|[DT]${alone})`,
  'iu',
);

function dayZero(letter: string) {
  return letter === 'J' ? { id: 'Jour J', key: 'jour-j' } : { id: 'D-day', key: 'd-day' };
}

function named(heading: string): (Omit<StageName, 'title'> & { written: string }) | undefined {
  const match = shifted.exec(heading);
  if (!match) return namedZero(heading);
  const letter = match[1]!.toUpperCase() === 'J' ? 'J' : 'D';
  const days = Number(match[3]);
  const written = match[0];
  if (days === 0) return { ...dayZero(letter), offsetDays: 0, written };
  if (match[2] === '+') {
    const key = `${letter.toLowerCase()}-plus-${days}`;
    return { id: `${letter}+${days}`, key, offsetDays: days, written };
  }
  return {
    id: `${letter}-${days}`,
    key: `${letter.toLowerCase()}-${days}`,
    offsetDays: -days,
    written,
  };
}

function namedZero(heading: string) {
  const inFrench = french.exec(heading);
  if (inFrench) return { ...dayZero('J'), offsetDays: 0, written: inFrench[0] };
  const inEnglish = english.exec(heading);
  return inEnglish ? { ...dayZero('D'), offsetDays: 0, written: inEnglish[0] } : undefined;
}

/** The stage a heading names, at its start. */
export function stageNamed(heading: string): StageName | undefined {
  const found = named(heading);
  if (!found) return undefined;
  const { written, ...name } = found;
  return {
    ...name,
    title: heading
      .slice(written.length)
      .replace(/^[\s:–—.-]+/, '')
      .trim(),
  };
}

const everyDay =
  /\bjour\s+J\b|\bD-day\b|\b[JDT](?=\s+(?:à|au|to)\s)|\b[JDT]\s*([-+–−])\s*(\d{1,4})\b/giu;

/** Each day that a text mentions, as days from J: `J+0 à J+7`, `D-day to D+7`. */
export function offsetsIn(text: string): number[] {
  return [...text.matchAll(everyDay)].map(([, sign, days = '0']) =>
    sign === undefined || sign === '+' ? Number(days) : 0 - Number(days),
  );
}

/** Days from J that a text mentions, as in `Avant déploiement (J-7)`. */
export function offsetIn(text: string): number | undefined {
  const match = /\b[JDT]\s*([-+–−])\s*(\d{1,4})\b/.exec(text);
  if (!match) return undefined;
  return match[1] === '+' ? Number(match[2]) : -Number(match[2]);
}
