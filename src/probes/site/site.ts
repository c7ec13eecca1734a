/** What visitors get: how many are served, and how long they wait. */
import type { Probe } from '../../plan/types.ts';
import type { Measured } from '../types.ts';
import { Unmeasured } from '../unmeasured.ts';
import { questionOf } from '../web/get.ts';
import { percentile } from './percentile.ts';
import { type Visit, visits } from './visits.ts';

type SiteProbe = Extract<Probe<string>, { type: 'http' }>;
type Good = Extract<Visit, { good: true }>;
type Bad = Extract<Visit, { good: false }>;

/** Fewer visits than these tell nothing about a series that was cut short. */
const enough = 5;

/**
 * Availability and error rate in % of the visits, percentiles in ms of the good ones. A site that is down is 0 %
 * available: that is a measure. A certificate that cannot be trusted is none, nor is a series cut too short.
 * @throws {Unmeasured} when it is none. @throws {Unusable} when the site cannot be asked as it is written.
 */
export async function measureSite(probe: SiteProbe, box: AbortSignal): Promise<Measured> {
  const found = await visits(await questionOf(probe), probe, box);
  const detail = summary(found, probe.requests);
  if (found.length < Math.min(enough, probe.requests)) {
    throw new Unmeasured('timeout', `${detail} in ${probe.timeout} s`);
  }
  const bad = badOf(found);
  if (bad.length === found.length && bad.every(({ why }) => why === 'certificate')) {
    throw new Unmeasured('certificate', reasons(bad));
  }
  const figure = figureOf(probe.measure, found, detail);
  return { ok: true, ...figure, samples: found.length, detail };
}

function figureOf(
  measure: SiteProbe['measure'],
  found: readonly Visit[],
  detail: string,
): { value: number; unit: string } {
  const bad = badOf(found);
  const share = (count: number) => ({ value: (100 * count) / found.length, unit: '%' });
  if (measure === 'availability') return share(found.length - bad.length);
  if (measure === 'error-rate') return share(bad.length);
  const waits = found.filter((one): one is Good => one.good).map(one => one.milliseconds);
  if (waits.length === 0) throw new Unmeasured(mostOften(bad.map(({ why }) => why))!, detail);
  const value = percentile(waits, Number(measure.slice(1)));
  return { value: Math.round(value * 10) / 10, unit: 'ms' };
}

/** `20 requests, 2 errors (500)`; `12 of 20 requests, 0 errors` when time was short. */
function summary(found: readonly Visit[], requests: number): string {
  const bad = badOf(found);
  const count = found.length === requests ? '' : `${found.length} of `;
  const said = bad.length === 0 ? '' : ` (${reasons(bad)})`;
  return `${count}${many(requests, 'request')}, ${many(bad.length, 'error')}${said}`;
}

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const badOf = (found: readonly Visit[]): Bad[] => found.filter((one): one is Bad => !one.good);

/** The three most frequent, in a few words. */
function reasons(bad: readonly Bad[]): string {
  return ranked(bad.map(({ said }) => said))
    .slice(0, 3)
    .join(', ');
}

const mostOften = <T>(values: readonly T[]): T | undefined => ranked(values)[0];

/** Each value once, the most frequent first. */
function ranked<T>(values: readonly T[]): T[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([value]) => value);
}
