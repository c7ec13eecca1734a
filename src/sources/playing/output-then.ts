/** How much of a command's output had come at some moment of its run, as far as anybody knows. */
import type { OutputRemark } from '../../engine/types.ts';
import type { Seen, SeenMark } from '../../jobs/types.ts';

export interface Told {
  /** What whoever followed it saw; null where nobody kept it. */
  seen: Seen | null;
  /** When the journal knows it to be over, or tells nothing more of it: all of its output is there. Milliseconds. */
  over: number;
  /** Nobody followed it then: its end was found out later, or never. */
  away: boolean;
}

export interface OutputThen {
  /** Bytes. */
  size: number;
  remark: OutputRemark | null;
}

/** @param whole bytes of all its output @param at milliseconds since the epoch, of the run */
export function outputThen({ seen, over, away }: Told, whole: number, at: number): OutputThen {
  const marks = seen?.marks ?? [];
  const isOver = over <= at;
  if (marks.length === 0) return { size: isOver ? whole : 0, remark: remarkOf('untimed', whole) };
  const passed = isOver ? marks : marks.filter(mark => mark.at <= at);
  const size = isOver ? whole : Math.min(whole, passed.at(-1)?.size ?? 0);
  return { size, remark: remarkOf('unwatched', unwatched(passed, size, away)) };
}

/** Bytes at the end that came while nobody followed. */
function unwatched(marks: readonly SeenMark[], size: number, away: boolean): number {
  let from = size;
  let at = marks.length - 1;
  const seen = marks[at]?.size ?? 0;
  if (size > seen && !away) return 0;
  from = Math.min(from, seen);
  for (; marks[at]?.began; at -= 1) from = Math.min(from, marks[at - 1]?.size ?? 0);
  return size - from;
}

function remarkOf(why: OutputRemark['why'], bytes: number): OutputRemark | null {
  return bytes > 0 ? { why, bytes } : null;
}
