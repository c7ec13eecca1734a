/** How often something is looked at or sent, by its words. */

import { en } from './en.ts';
import { fr } from './fr.ts';
import { wordsFor } from './recognise.ts';
import { type Minutes, mentions, normalise } from './words.ts';

const rhythms = [fr.rhythm, en.rhythm];
const every = rhythms.flatMap(words => words.every).join('|');
const numbers = Object.assign({}, ...rhythms.map(words => words.numbers)) as Record<string, number>;
const units = minutesOf(rhythms.flatMap(words => words.units));
const phrases = minutesOf(rhythms.flatMap(words => words.phrases));

/** Longest first: a word may start with another. */
const unitNames = [...units.keys()].sort((a, b) => b.length - a.length).join('|');
const counted = new RegExp(
  `\\b(?:${every})(?: (\\d{1,4}|${Object.keys(numbers).join('|')}))? ?(${unitNames})(?= |$)`,
  'g',
);

function minutesOf(table: Minutes): Map<string, number> {
  return new Map(table.flatMap(([minutes, names]) => names.map(name => [name, minutes])));
}

/** Minutes between two looks; of several rhythms the shortest. Undefined when none is said, or none but `continuously`. */
export function everyMinutesIn(text: string): number | undefined {
  const said = normalise(text);
  const found = [
    ...[...said.matchAll(counted)].map(([, count = '1', unit = '']) => {
      return (numbers[count] ?? Number(count)) * units.get(unit)!;
    }),
    ...[...phrases].flatMap(([phrase, minutes]) => (mentions(said, [phrase]) ? [minutes] : [])),
  ].filter(minutes => minutes > 0);
  return found.length === 0 ? undefined : Math.min(...found);
}

const checkpoints = wordsFor(words => words.everyCheckpoint);

/** `At each checkpoint`; of one checkpoint by its number, no. */
export function isAtEachCheckpoint(frequency: string): boolean {
  const said = `${normalise(frequency)} `;
  return checkpoints.some(words => new RegExp(`(?:^| )${words} (?!\\d)`).test(said));
}
