import type { SeenMark } from '../../jobs/types.ts';
import type { RecordedOutput } from '../../report/input.ts';
import { plainLine } from './output-text.ts';

type Player = NonNullable<RecordedOutput['player']>;

const mostPoints = 2000;
/** Bytes of a line under way that are read to the character; of more, the share that was there. */
const exact = 4096;
const newline = 10;

/**
 * How the beginning of an output appeared: at which time how many characters of `text` were there.
 * @param bytes what `text` was made of
 * @param startedAt milliseconds
 */
export function playerOf(
  bytes: Buffer,
  text: string,
  marks: readonly SeenMark[],
  startedAt: number,
): Player {
  const charactersAt = counter(bytes, text);
  const points: Player = [{ at: startedAt, characters: 0 }];
  for (const { at, size } of thinned(marksWithin(marks, bytes.length))) {
    const characters = charactersAt(Math.min(size, bytes.length));
    const last = points.at(-1)!;
    if (characters > last.characters) points.push({ at: Math.max(at, last.at), characters });
  }
  return points;
}

/** Up to the first that has all of it. */
function marksWithin(marks: readonly SeenMark[], size: number): readonly SeenMark[] {
  const all = marks.findIndex(mark => mark.size >= size);
  return all < 0 ? marks : marks.slice(0, all + 1);
}

function thinned(marks: readonly SeenMark[]): readonly SeenMark[] {
  const every = Math.ceil(marks.length / (mostPoints - 1));
  // The last one is always among them.
  return marks.filter((_, index) => (marks.length - 1 - index) % every === 0);
}

/** Asked of sizes that only grow: characters of the text that so many bytes make. */
function counter(bytes: Buffer, text: string): (size: number) => number {
  const lines = text.split('\n');
  let [line, start, before] = [0, 0, 0];
  return size => {
    for (let end = bytes.indexOf(newline, start); end >= 0 && end < size; ) {
      before += lines[line]!.length + 1;
      line += 1;
      start = end + 1;
      end = bytes.indexOf(newline, start);
    }
    return Math.min(text.length, before + begun(bytes, start, size, lines[line] ?? ''));
  };
}

/** Characters of a line that is not whole yet. */
function begun(bytes: Buffer, start: number, size: number, line: string): number {
  if (size <= start) return 0;
  if (size - start <= exact) {
    return Math.min(line.length, plainLine(bytes.toString('utf8', start, size)).length);
  }
  const end = bytes.indexOf(newline, start);
  const whole = (end < 0 ? bytes.length : end) - start;
  return Math.floor((line.length * (size - start)) / whole);
}
