import type { JobRecord, RunContext } from '../../../machines/context.ts';
import type { RecordedOutput } from '../../report/input.ts';
import type { RecordedRun } from './open-recorded.ts';
import { playerOf } from './output-player.ts';
import { readable, readEnds } from './output-text.ts';

/** Bytes: of one output, of its two ends where it is longer, of the one that plays, and of all together. */
const whole = 64 * 1024;
const headRoom = 16 * 1024;
const tailRoom = 32 * 1024;
const playRoom = 400 * 1024;
const budget = 2 * 1024 * 1024;
/** Less is not worth showing. */
const least = 4 * 1024;
/** Files that are looked at side by side. */
const atOnce = 16;

/** The outputs of a run's jobs, bounded: reading them costs the same however large they are. */
export interface OutputReader {
  /** @param now milliseconds, for what still runs */
  read(context: RunContext, now: number): Promise<ReadonlyMap<string, RecordedOutput>>;
}

type Source = Pick<RecordedRun, 'outputs' | 'secrets'>;

/** One job's output, as it was found. */
interface Found {
  job: JobRecord;
  /** Bytes that may be shown, none that came after its end. */
  size: number;
  remark: RecordedOutput['remark'];
  /** Milliseconds that it ran. */
  took: number;
}

interface Room {
  head: number;
  tail: number;
  plays: boolean;
}

/** What was read of a job is kept until there is more of it, or another part is wanted. */
export function createOutputReader(source: Source): OutputReader {
  const kept = new Map<string, { of: string; output: RecordedOutput }>();
  const readOne = async (found: Found, room: Room): Promise<RecordedOutput> => {
    const of = JSON.stringify([found.size, found.remark, room]);
    const known = kept.get(found.job.id);
    if (known?.of === of) return known.output;
    const output = await outputOf(source, found, room);
    kept.set(found.job.id, { of, output });
    return output;
  };
  return {
    async read(context, now) {
      const found = await each(Object.values(context.jobs), job => find(source, job, now));
      const rooms = roomsFor(found, await playing(source, found));
      const read = await each(found, async one => {
        return [one.job.id, await readOne(one, rooms.get(one.job.id)!)] as const;
      });
      return new Map(read);
    },
  };
}

/** In order, some side by side: never as many files open as there are jobs. */
async function each<T, R>(all: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += atOnce) {
    done.push(...(await Promise.all(all.slice(at, at + atOnce).map(work))));
  }
  return done;
}

async function find({ outputs }: Source, job: JobRecord, now: number): Promise<Found> {
  const took = Date.parse(job.exitedAt ?? new Date(now).toISOString()) - Date.parse(job.startedAt);
  if (job.interactive) return { job, size: 0, remark: { why: 'interactive', bytes: 0 }, took };
  // It said nothing: there is no file to look at.
  if (job.size === 0) return { job, size: 0, remark: null, took };
  const shown = await outputs.size(job.id);
  const remark = outputs.remark(job.id);
  const recorded = job.size ?? shown;
  if (remark?.why !== 'withheld' && shown < recorded) {
    return { job, size: shown, remark: { why: 'missing', bytes: recorded - shown }, took };
  }
  return { job, size: Math.min(shown, recorded), remark, took };
}

/** The longest-running one whose appearance somebody kept. */
async function playing({ outputs }: Source, found: readonly Found[]): Promise<string | null> {
  for (const { job, size } of found.toSorted((a, b) => b.took - a.took).slice(0, atOnce)) {
    if (size > 0 && ((await outputs.seen(job.id))?.marks.length ?? 0) > 1) return job.id;
  }
  return null;
}

/** The one that plays first, then what failed, then what ran longest, until all the room is taken. */
function roomsFor(found: readonly Found[], plays: string | null): Map<string, Room> {
  const rank = ({ job }: Found) => (job.id === plays ? 0 : job.ok === false ? 1 : 2);
  let left = budget;
  const rooms = found
    .toSorted((a, b) => rank(a) - rank(b) || b.took - a.took)
    .map(({ job, size }) => {
      const room = roomFor(size, left, job.id === plays);
      left -= Math.min(size, room.head + room.tail);
      return [job.id, room] as const;
    });
  return new Map(rooms);
}

function roomFor(size: number, left: number, plays: boolean): Room {
  if (plays) return { head: playRoom - tailRoom, tail: tailRoom, plays };
  const room =
    size <= whole ? { head: size, tail: 0, plays } : { head: headRoom, tail: tailRoom, plays };
  if (room.head + room.tail <= left) return room;
  return { head: 0, tail: left < least ? 0 : left, plays };
}

async function outputOf(
  { outputs, secrets }: Source,
  { job, size, remark }: Found,
  room: Room,
): Promise<RecordedOutput> {
  const read = async (offset: number, bytes: number) =>
    bytes === 0 ? Buffer.alloc(0) : outputs.read(job.id, offset, bytes);
  const { head, tail, omitted } = await readEnds(read, size, room);
  const text = readable(head, secrets ?? []);
  const marks = room.plays ? ((await outputs.seen(job.id))?.marks ?? []) : [];
  return {
    size,
    head: text,
    tail: readable(tail, secrets ?? []),
    omitted,
    player: room.plays ? playerOf(head, text, marks, Date.parse(job.startedAt)) : null,
    remark,
  };
}
