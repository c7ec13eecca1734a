/** The one-line records that a wrapper leaves in its job's folder. */

/** Bytes of a record whose block is reserved before it is needed; a sector, so it is written whole or not at all. */
export const reserved = 512;

/** The wrapper that runs a job; all three together name one process for ever. */
export interface Witness {
  pid: number;
  /** Clock ticks since boot: field 22 of /proc/PID/stat. */
  start: string;
  boot: string;
}

export type Claim =
  | { kind: 'run'; witness: Witness }
  | { kind: 'revoked'; why: string }
  | { kind: 'damaged' };

export interface Outcome {
  code: number;
  /** Null in a record that was left before its size was known. */
  size: number | null;
  /** Unix seconds; null likewise. */
  at: number | null;
}

const witness = String.raw`pid=(\d+) start=(\d+) boot=(\S+)`;
const runClaim = new RegExp(`^v1 run ${witness}\n$`);
const revocation = /^v1 revoked (.*)\n$/;
const outcome = new RegExp(
  String.raw`^v1 code=(\d{1,3}) ${witness} (?:size=(\d+) at=(\d+) )?END *\n$`,
);

export function parseClaim(text: string): Claim {
  const run = runClaim.exec(text);
  if (run) return { kind: 'run', witness: witnessOf(run.slice(1)) };
  const revoked = revocation.exec(text);
  return revoked ? { kind: 'revoked', why: revoked[1]! } : { kind: 'damaged' };
}

/** Has the command begun, as the record of its run tells? Before that there is nobody to signal. */
export const hasBegun = (record: string): boolean => /^v1 (begun|code=)/.test(record);

/** The claim's text of a job that must never run. */
export const revocationText = (why: string): string =>
  `v1 revoked ${why.replaceAll(/\s+/g, ' ').slice(0, 400)}\n`;

/** Reads an outcome; null when it is torn, unfinished, or not of the run that `by` claimed. */
export function parseOutcome(text: string, by: Witness): Outcome | null {
  const found = outcome.exec(text);
  if (!found) return null;
  const { pid, start, boot } = witnessOf(found.slice(2));
  if (pid !== by.pid || start !== by.start || boot !== by.boot) return null;
  const size = found[5] === undefined ? null : Number(found[5]);
  const at = found[6] === undefined ? null : Number(found[6]);
  return { code: Number(found[1]), size, at };
}

const witnessOf = ([pid, start, boot]: string[]): Witness => ({
  pid: Number(pid),
  start: start!,
  boot: boot!,
});

/** Why the wrapper did not start its command, from its log; undefined when it said nothing. */
export function refusalIn(log: string): string | undefined {
  const refusal = /^not started: (.*)/.exec(log)?.[1] ?? log.trim().split('\n').at(-1)!;
  return refusal.trim() || undefined;
}
