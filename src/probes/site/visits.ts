/** A series of visits to a site, and what came of each. */
import { within } from '../time-box.ts';
import type { ProbeFailure } from '../types.ts';
import { failureOf } from '../unmeasured.ts';
import { get } from '../web/get.ts';
import type { Question } from '../web/question.ts';
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
export function visits(question: Question, wanted: Wanted, box: AbortSignal): Promise<Visit[]> {
  const share = shareOf(wanted, width);
  return series(wanted.requests, width, box, async () => {
    try {
      const { status, milliseconds } = await within(share, box, signal => get(question, signal));
      if (isGood(status, wanted.ok)) return { good: true, milliseconds };
      const why = status >= 300 && status < 400 ? 'redirect' : 'refused';
      return { good: false, why, said: String(status) };
    } catch (error) {
      const { why, detail } = failureOf(error);
      return { good: false, why, said: why === 'timeout' ? why : detail };
    }
  });
}

function isGood(status: number, ok: readonly number[] | undefined): boolean {
  return ok ? ok.includes(status) : status >= 200 && status < 400;
}
