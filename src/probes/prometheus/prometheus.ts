/** What Prometheus says now: one instant query. */
import type { Probe } from '../../plan/types.ts';
import type { Measured } from '../types.ts';
import { get, questionOf } from '../web/get.ts';
import { figureIn } from './answer.ts';

type QueryProbe = Extract<Probe<string>, { type: 'prometheus' }>;

/** @throws {Unmeasured} without a figure. @throws {Unusable} as it is written. */
export async function measureQuery(probe: QueryProbe, box: AbortSignal): Promise<Measured> {
  const question = await questionOf(probe);
  const value = figureIn(await get({ ...question, url: queryUrl(question.url, probe.query) }, box));
  return { ok: true, value, unit: probe.unit ?? '', samples: 1, detail: '1 sample' };
}

/** A server behind a path or a token in the address keeps them. */
function queryUrl(base: URL, query: string): URL {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/+$/, '')}/api/v1/query`;
  url.searchParams.set('query', query);
  return url;
}
