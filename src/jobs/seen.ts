/** What was seen of a job's output, and when, as its `seen` file tells it: one line for each thing that was seen. */
import { readFile, stat } from 'node:fs/promises';
import { absentAsNull } from './files.ts';
import type { Seen, SeenMark, SeenMask } from './types.ts';

/** What one such file says. */
export interface SeenReading extends Seen {
  /** Bytes of the lines that could be read: what follows a torn or foreign one is not known. */
  goodBytes: number;
}

/** Reads the file each time that it has changed; null when there is none. */
export function seenReader(file: string): () => Promise<Seen | null> {
  let known = { sign: '', seen: null as Seen | null };
  return async () => {
    const found = await absentAsNull(stat(file));
    const sign = found ? `${found.ino} ${found.size} ${found.mtimeMs}` : '';
    if (sign !== known.sign) known = { sign, seen: await readSeen(file) };
    return known.seen;
  };
}

/** Null when there is no such file. */
export async function readSeen(file: string): Promise<SeenReading | null> {
  const text = await absentAsNull(readFile(file, 'latin1'));
  return text === null ? null : parseSeen(text);
}

export const markLine = ({ at, size, began }: SeenMark): string =>
  `${began ? 'began' : 'mark'} ${at} ${size}\n`;

export const maskLine = ({ offset, length }: SeenMask): string => `mask ${offset} ${length}\n`;

const linePattern = /^(began|mark|mask) (\d{1,15}) (\d{1,15})$/;

/** Lines up to the first that is torn or unknown. */
export function parseSeen(text: string): SeenReading {
  const marks: SeenMark[] = [];
  const masks: SeenMask[] = [];
  let goodBytes = 0;
  for (;;) {
    const end = text.indexOf('\n', goodBytes);
    const line = end < 0 ? null : linePattern.exec(text.slice(goodBytes, end));
    if (!line) return { marks, masks: inOrder(masks), goodBytes };
    goodBytes = end + 1;
    const [word, first, second] = [line[1], Number(line[2]), Number(line[3])];
    if (word === 'mask') masks.push({ offset: first, length: second });
    else
      addMark(marks, masks, { at: first, size: second, ...(word === 'began' && { began: true }) });
  }
}

/**
 * Times and sizes only ever grow, whatever the clock did. One that is smaller than what was seen before tells that
 * the output was emptied: what was known of the rest is no more.
 */
function addMark(marks: SeenMark[], masks: SeenMask[], mark: SeenMark): void {
  const at = Math.max(mark.at, marks.at(-1)?.at ?? 0);
  if (mark.size < (marks.at(-1)?.size ?? 0)) masks.length = 0;
  while (mark.size < (marks.at(-1)?.size ?? 0)) marks.pop();
  marks.push({ ...mark, at });
}

/** By offset, without overlaps. */
function inOrder(masks: readonly SeenMask[]): SeenMask[] {
  const ordered: SeenMask[] = [];
  for (const mask of masks.toSorted((a, b) => a.offset - b.offset)) {
    const last = ordered.at(-1);
    if (!last || mask.offset > last.offset + last.length) ordered.push({ ...mask });
    else last.length = Math.max(last.length, mask.offset + mask.length - last.offset);
  }
  return ordered;
}
