/** Why there is no figure: thrown where it is found out, told once. */
import { codeOf, isAboutCertificate } from '../reach/codes.ts';
import type { TimeBox } from '../reach/time-box.ts';
import { Unusable } from '../reach/unusable.ts';
import type { Measured, ProbeFailure } from './types.ts';

type Failed = Extract<Measured, { ok: false }>;

export class Unmeasured extends Error {
  override readonly name = 'Unmeasured';
  readonly why: ProbeFailure;

  /** @param detail technical English, in one line, without anything hidden */
  constructor(why: ProbeFailure, detail: string) {
    super(detail);
    this.why = why;
  }
}

export const cancelled: Failed = { ok: false, why: 'failed', detail: 'cancelled' };

/** What a probe says of any error. Only codes are told: messages may quote what is hidden. */
export function failureOf(error: unknown, box: TimeBox): Failed {
  if (error instanceof Unmeasured) return failed(error.why, error.message);
  if (box.signal.aborted) return failed('timeout', box.why());
  if (!(error instanceof Unusable)) return failed('failed', codeOf(error));
  return failed(isAboutCertificate(error.why) ? 'certificate' : 'failed', error.message);
}

const failed = (why: ProbeFailure, detail: string): Failed => ({ ok: false, why, detail });
