/** Following a job until it is in a state that somebody waits for. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Probe } from './types.ts';

/** A full look costs a process: at most one a second while nothing moves in the folder. Milliseconds. */
const longestBlindness = 1000;

/** Nothing more will happen by itself. */
export function isOutcome(probe: Probe): boolean {
  if (probe.state === 'not-started') return probe.why !== undefined;
  return probe.state === 'exited' || probe.state === 'doubt' || probe.state === 'revoked';
}

/**
 * Probes each time that the folder shows news, and once a second for what it cannot show: a death. A
 * job that nobody has claimed yet was just launched: its news come first, which spares a process.
 * @throws {DOMException} an AbortError when `signal` aborts.
 */
export async function waitFor(
  folder: string,
  probe: () => Promise<Probe>,
  until: (probe: Probe) => boolean,
  signal: AbortSignal | undefined,
): Promise<Probe> {
  const watch = { folder, signal, began: performance.now(), awaitsClaim: awaitsClaim(until) };
  signal?.throwIfAborted();
  if (!existsSync(join(folder, 'claim'))) await news(watch, signs(watch));
  for (;;) {
    signal?.throwIfAborted();
    const before = signs(watch);
    const found = await probe();
    if (until(found)) return found;
    await news(watch, before);
  }
}

interface Watch {
  folder: string;
  signal: AbortSignal | undefined;
  began: number;
  awaitsClaim: boolean;
}

/** Most wait for an outcome: to them a claim is no news, and looking into it would cost a process. */
const awaitsClaim = (until: (probe: Probe) => boolean): boolean =>
  until({ state: 'running', pid: 0 });

async function news(watch: Watch, before: string): Promise<void> {
  const { signal, began } = watch;
  const looked = performance.now();
  while (performance.now() - looked < longestBlindness) {
    // A trivial command is over within milliseconds, a long one can wait for a tenth of a second.
    const pause = Math.min(100, Math.max(5, (performance.now() - began) / 8));
    await sleep(pause, undefined, signal ? { signal } : {});
    if (signs(watch) !== before) return;
  }
}

/**
 * What changes in the folder when a wrapper claims, refuses or ends: no process, and no promise either, which
 * would cost ten times the look itself.
 */
function signs({ folder, awaitsClaim }: Watch): string {
  return [
    awaitsClaim && existsSync(join(folder, 'claim')),
    existsSync(join(folder, 'exit')),
    statSync(join(folder, 'wrapper.log'), { throwIfNoEntry: false })?.mtimeMs,
  ].join();
}
