/** One measure of a metric. */
import type { Probe } from '../plan/types.ts';

/** Why nothing was measured; the words on screen are chosen by it. */
export type ProbeFailure =
  | 'unreachable'
  | 'timeout'
  | 'certificate'
  /** The server said no: its status is in `detail`. */
  | 'refused'
  | 'redirect'
  | 'too-large'
  /** It answered, and no figure could be read. */
  | 'no-figure'
  | 'failed';

export type Measured =
  | {
      ok: true;
      value: number;
      /** `%`, `ms`, `s` or what the source says; '' for a bare figure. */
      unit: string;
      /** How many requests or series it is made of. */
      samples: number;
      /** In one line: `20 requests, 1 error`. */
      detail: string;
    }
  | { ok: false; why: ProbeFailure; detail: string };

export interface Probes {
  /** Measures once, within the probe's time; never rejects. */
  measure(probe: Probe<string>, signal: AbortSignal): Promise<Measured>;
}
