/** A series of visits to a site, and what came of each. */
import type { Request } from '../../reach/exchange.ts';
import { type TimeBox, within } from '../../reach/time-box.ts';
import type { ProbeFailure } from '../types.ts';
import { failureOf } from '../unmeasured.ts';
import { get } from '../web/get.ts';
import { series } from './series.ts';
import { shareOf } from './share.ts';

/** `said`: a status, or the code of an error. */
export type Visit =
  | { good: true; milliseconds: number }
  | { good: false; why: ProbeFailure; said: string };

interface Wanted {
  requests: number;
  /** Seconds for all of them. */
  timeout: number;
  /** Statuses that are no error; 200 to 399 when absent. */
  ok?: number[];
}

/** Visits at once. */
const width = 4;

/** @returns those that ended before the signal */
export function visits(question: Request, wanted: Wanted, signal: AbortSignal): Promise<Visit[]> {
  const share = shareOf(wanted, width) / 1000;
  const once = (box: TimeBox) => visit(question, wanted.ok, box);
  return series(wanted.requests, width, signal, () => within(share, signal, once));
}

async function visit(question: Request, ok: Wanted['ok'], box: TimeBox): Promise<Visit> {
  try {
    const { status, milliseconds } = await get(question, box.signal);
    if (isGood(status, ok)) return { good: true, milliseconds };
    const why = status >= 300 && status < 400 ? 'redirect' : 'refused';
    return { good: false, why, said: String(status) };
  } catch (error) {
    const { why, detail } = failureOf(error, box);
    return { good: false, why, said: why === 'timeout' ? why : detail };
  }
}

function isGood(status: number, ok: readonly number[] | undefined): boolean {
  return ok ? ok.includes(status) : status >= 200 && status < 400;
}
