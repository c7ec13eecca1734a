/** What is measured: a site on loopback, a clock of one's own, and runs that look at the site. */
import type { ServerResponse } from 'node:http';
import type { Environment, Probe } from '../../../src/plan/types.ts';
import { webServer } from '../../channels/loopback.ts';
import { step, type Weeks, weeks } from '../plans.ts';
import { createRun, type Opened, type TestRun } from '../runs.ts';
import { reach } from './hooks.ts';

export interface Site {
  url: string;
  /** Requests so far. */
  visits: number;
  /** How it answers now. */
  answer(response: ServerResponse): void;
}

export async function site(): Promise<Site> {
  const one: Site = { url: '', visits: 0, answer: response => response.end('fine') };
  one.url = await webServer((_, response) => {
    one.visits += 1;
    one.answer(response);
  });
  return one;
}

/** Looks at a site once a minute. */
export const probe = (url: string, more: Partial<Probe> = {}): Probe =>
  ({
    type: 'http',
    url,
    measure: 'availability',
    requests: 1,
    every: 60,
    timeout: 5,
    ...more,
  }) as Probe;

export const minute = 60_000;
export const day = 1440 * minute;

/** Morning of the day itself. */
export const morning = Date.parse('2026-12-01T06:00:00.000Z');

const opens = step('09:00', '**MAINTENANCE BEGINS**');
const closes = step('09:30', '**MAINTENANCE ENDS**');
/** A window from the second step, D-day.2, to the fourth. */
export const timed: Weeks = {
  before: ['- [ ] Call'],
  day: [step('08:30', 'Coffee'), opens, step('09:05', 'Work'), closes, step('09:40', 'Watch')],
  after: ['- [ ] Look', '- [ ] Ask'],
};

export interface Watched {
  run: TestRun;
  site: Site;
  /** Milliseconds since the epoch. */
  clock: { now: number };
}

/** A run whose availability (M1.1) is looked at; nothing looks at M1.2. */
export async function watched(
  changes: Partial<Environment> = {},
  more: Partial<Probe> = {},
): Promise<Watched> {
  const one = await site();
  const clock = { now: morning };
  const probes = { Availability: probe(one.url, more) };
  const world = { reach, now: () => clock.now };
  return { run: createRun(weeks(timed), { probes, ...changes }, {}, world), site: one, clock };
}

/** Confirms these steps by hand, milestones included, the clock going on by a second each. */
export async function through(
  { states }: Opened,
  clock: Watched['clock'],
  ...steps: string[]
): Promise<void> {
  for (const one of steps) {
    clock.now += 1000;
    const milestone = one === 'D-day.2' || one === 'D-day.4';
    await states({ type: milestone ? 'milestone.reached' : 'step.confirmed', step: one });
  }
}

/** `baseline 100`, `watch failed`: what was measured so far, in order. */
export function measures({ engine }: Opened): string[] {
  return engine.entries().flatMap(entry => {
    if (entry.type === 'metric.measured') return [`${entry.as} ${entry.value}`];
    return entry.type === 'metric.failed' ? [`${entry.as} failed`] : [];
  });
}

/** Resolves once so many measures were journaled. */
export async function measured(opened: Opened, count: number): Promise<string[]> {
  await opened.until(() => measures(opened).length >= count);
  return measures(opened);
}
