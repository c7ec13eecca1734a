/** Why there is no figure: thrown where it is found out, told once. */
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

/** What the probe says of any error. Only codes are told: messages may quote what is hidden. */
export function failureOf(error: unknown): Failed {
  const { why, message } = error instanceof Unmeasured ? error : asUnmeasured(error);
  return { ok: false, why, detail: message };
}

/** Codes of OpenSSL about a certificate, or about the file of its authority. */
const aboutCertificates =
  /CERT|SELF_SIGNED|LEAF_SIGNATURE|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH|PEM/;
/** Node refused to ask at all. */
const aboutSettings = /^ERR_(?:INVALID|HTTP_INVALID|UNESCAPED)/;

function asUnmeasured(error: unknown): Unmeasured {
  const code = codeOf(error);
  if (code === undefined) return new Unmeasured('failed', 'unknown error');
  if (aboutCertificates.test(code)) return new Unmeasured('certificate', code);
  return new Unmeasured(aboutSettings.test(code) ? 'failed' : 'unreachable', code);
}

/** `ECONNREFUSED`; undefined for an error of our own making. */
export function codeOf(error: unknown): string | undefined {
  const isCoded = error instanceof Error && 'code' in error && typeof error.code === 'string';
  return isCoded ? String(error.code) : undefined;
}
