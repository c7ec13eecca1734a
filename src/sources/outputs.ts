/** The outputs of a run's commands, for whoever reads them without driving: their secrets covered. */
import { covered, readMasked } from '../engine/outcome/secrets.ts';
import type { OutputRemark } from '../engine/types.ts';
import type { Jobs, Seen, SeenMask } from '../jobs/types.ts';

export interface Outputs {
  /** Bytes that may be shown now. */
  size(job: string): Promise<number>;
  /** At most `bytes` from `offset`, secrets covered. */
  read(job: string, offset: number, bytes: number): Promise<Buffer>;
  /** When they came; null where nobody kept it. */
  seen(job: string): Promise<Seen | null>;
  /** What the last `size` leaves out; null when there is nothing to say. */
  remark(job: string): OutputRemark | null;
}

/** What is read of the jobs. */
type Read = Pick<Jobs, 'size' | 'read' | 'seen'>;

/**
 * @param secrets the environment's; null when some of them cannot be had here, so that only what the driver's
 * cockpit looked through may be shown
 */
export function createOutputs(jobs: Read, secrets: readonly string[] | null): Outputs {
  return secrets === null ? lookedThrough(jobs) : known(jobs, secrets);
}

/** Where every secret is known; those that were covered when it came stay so, for they may have changed since. */
function known(jobs: Read, secrets: readonly string[]): Outputs {
  const untimed = new Map<string, number>();
  return {
    async size(job) {
      const [size, seen] = [await jobs.size(job), await jobs.seen(job)];
      untimed.set(job, seen === null ? size : 0);
      return size;
    },
    async read(job, offset, bytes) {
      const read = (from: number, length: number) => jobs.read(job, from, length);
      const shown = await readMasked(read, offset, bytes, secrets);
      return covered(shown, within((await jobs.seen(job))?.masks, offset, shown.length));
    },
    seen: job => jobs.seen(job),
    remark: job => remarkOf('untimed', untimed.get(job)),
  };
}

/** Where the secrets are not known: what nobody looked through for them is not shown. */
function lookedThrough(jobs: Read): Outputs {
  const withheld = new Map<string, number>();
  const look = async (job: string) => {
    const seen = await jobs.seen(job);
    const size = await jobs.size(job);
    const through = seen?.marks.at(-1)?.size ?? 0;
    // Shorter than it was, it was written anew, and nobody looked at that yet.
    return { size, shown: size < through ? 0 : through, masks: seen?.masks };
  };
  return {
    async size(job) {
      const { size, shown } = await look(job);
      withheld.set(job, size - shown);
      return shown;
    },
    async read(job, offset, bytes) {
      const { shown, masks } = await look(job);
      const piece = await jobs.read(job, offset, Math.max(0, Math.min(bytes, shown - offset)));
      return covered(piece, within(masks, offset, piece.length));
    },
    seen: job => jobs.seen(job),
    remark: job => remarkOf('withheld', withheld.get(job)),
  };
}

/** The parts of the masks that fall into a piece of the output, counted from its beginning. */
function within(masks: readonly SeenMask[] = [], offset: number, bytes: number): SeenMask[] {
  return masks
    .filter(mask => mask.offset < offset + bytes && mask.offset + mask.length > offset)
    .map(mask => {
      const from = Math.max(0, mask.offset - offset);
      return { offset: from, length: Math.min(bytes, mask.offset - offset + mask.length) - from };
    });
}

function remarkOf(why: OutputRemark['why'], bytes = 0): OutputRemark | null {
  return bytes > 0 ? { why, bytes } : null;
}
