/** Units of figures, as people and tools write them, and what a figure is in another one. */

/** What kind of thing is measured, and how many of the kind's smallest unit one of these is. */
interface Unit {
  kind: string;
  scale: number;
}

/** In milliseconds. */
const times: readonly (readonly [number, readonly string[]])[] = [
  [1, ['ms', 'milliseconde', 'millisecond']],
  [1000, ['s', 'sec', 'seconde', 'second']],
  [60_000, ['min', 'mn', 'minute']],
  [3_600_000, ['h', 'hr', 'heure', 'hour']],
  [86_400_000, ['j', 'jour', 'd', 'day']],
];

const milliseconds = new Map(times.flatMap(([scale, names]) => names.map(name => [name, scale])));

/** Things that plans count, in English. */
const translated = new Map([
  ['erreur', 'error'],
  ['requete', 'request'],
  ['utilisateur', 'user'],
  ['appel', 'call'],
  ['plainte', 'complaint'],
]);

const shares = new Map([
  ['%', 1],
  ['percent', 1],
  ['pourcent', 1],
  ['pour cent', 1],
  ['ratio', 100],
]);

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** In the singular; `s` is a unit of its own, and `ms` no plural. */
function singular(word: string): string {
  return word.length > 2 ? word.replace(/s$/, '') : word;
}

function unitOf(text: string): Unit {
  const [counted = '', per] = plain(text).split(/ ?\/ ?| par | per /);
  const share = shares.get(counted);
  const time = milliseconds.get(singular(counted));
  if (per === undefined && share !== undefined) return { kind: '%', scale: share };
  if (per === undefined && time !== undefined) return { kind: 'time', scale: time };
  const noun = translated.get(singular(counted)) ?? singular(counted);
  const span = milliseconds.get(singular(per ?? ''));
  if (span !== undefined) return { kind: `${noun}/time`, scale: 1 / span };
  return { kind: per === undefined ? noun : `${noun}/${singular(per)}`, scale: 1 };
}

/**
 * A figure in another unit: 2500 `ms` are 2.5 `secondes`, 0.2 `ratio` is 20 `%`. A figure without a unit is
 * taken to be in the wanted one; a count (`5 nodes`) suits a threshold without a unit.
 * @returns null when one says nothing about the other
 */
export function inUnit(value: number, unit: string, wanted: string): number | null {
  const [from, to] = [unitOf(unit), unitOf(wanted)];
  if (from.kind === '') return value;
  if (to.kind === '') return isCount(from) ? value : null;
  if (from.kind !== to.kind) return null;
  return from.scale === to.scale ? value : (value * from.scale) / to.scale;
}

const isCount = ({ kind }: Unit): boolean => !/[%/]|^time$/.test(kind);
