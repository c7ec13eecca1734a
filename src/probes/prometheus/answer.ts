/** The one figure of an answer to an instant query, in the format of Prometheus' HTTP API. */
import { z } from 'zod';
import type { Answer } from '../../reach/exchange.ts';
import { detailOf } from '../../reach/one-line.ts';
import { Unmeasured } from '../unmeasured.ts';

/** Time in seconds, and the figure as text. */
const point = z.tuple([z.number(), z.string()]);
const success = z.object({
  status: z.literal('success'),
  data: z.discriminatedUnion('resultType', [
    z.object({ resultType: z.literal('scalar'), result: point }),
    z.object({ resultType: z.literal('vector'), result: z.array(z.object({ value: point })) }),
  ]),
});
const failure = z.object({ status: z.literal('error'), error: z.string() });

/** @throws Unmeasured unless it is a scalar, or a vector of exactly one sample, and a number */
export function figureIn({ status, body, whole }: Omit<Answer, 'milliseconds'>): number {
  if (status >= 300 && status < 400) throw new Unmeasured('redirect', String(status));
  const read = whole ? parsed(body.toString('utf8')) : null;
  const said = failure.safeParse(read).data?.error;
  if (said !== undefined) throw new Unmeasured('refused', detailOf(said));
  if (status < 200 || status > 299) throw new Unmeasured('refused', String(status));
  if (!whole) throw new Unmeasured('too-large', 'more than 1 MB');
  const { data } = success.safeParse(read);
  if (!data) throw new Unmeasured('no-figure', 'no scalar or vector of Prometheus');
  return numberOf(textOf(data.data));
}

function textOf(data: z.output<typeof success>['data']): string {
  if (data.resultType === 'scalar') return data.result[1];
  const [first, ...others] = data.result;
  if (!first) throw new Unmeasured('no-figure', 'no sample');
  if (others.length > 0) {
    throw new Unmeasured('no-figure', `${data.result.length} samples, one expected`);
  }
  return first.value[1];
}

/** It writes `NaN` and `+Inf` too. */
function numberOf(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new Unmeasured('no-figure', detailOf(text) || 'empty');
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
