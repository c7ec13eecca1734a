/** The outputs of a run's commands, for whoever reads them without driving: their secrets covered. */
import { readMasked } from '../engine/outcome/secrets.ts';
import type { OutputRemark } from '../engine/types.ts';
import type { Jobs, Seen } from '../jobs/types.ts';

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

/**
 * @param secrets the environment's; null when some of them cannot be had here, so that only what the driver's
 * cockpit looked through may be shown
 */
export function createOutputs(
  jobs: Pick<Jobs, 'size' | 'read'>,
  secrets: readonly string[] | null,
): Outputs {
  return {
    size: job => jobs.size(job),
    read: (job, offset, bytes) =>
      readMasked((from, length) => jobs.read(job, from, length), offset, bytes, secrets ?? []),
    seen: async () => null,
    remark: () => null,
  };
}
