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
 * Probes now, then each time that the folder shows news, and once a second for what it cannot show: a
 * death.
 * @throws {DOMException} an AbortError when `signal` aborts.
 */
export async function waitFor(
  folder: string,
  probe: () => Promise<Probe>,
  until: (probe: Probe) => boolean,
  signal: AbortSignal | undefined,
): Promise<Probe> {
  const began = performance.now();
  for (;;) {
    signal?.throwIfAborted();
    const before = signs(folder);
    const found = await probe();
    if (until(found)) return found;
    await news(folder, before, began, signal);
  }
}

async function news(
  folder: string,
  before: string,
  began: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const looked = performance.now();
  while (performance.now() - looked < longestBlindness) {
    // A trivial command is over within milliseconds, a long one can wait for a tenth of a second.
    const pause = Math.min(100, Math.max(5, (performance.now() - began) / 8));
    await sleep(pause, undefined, signal ? { signal } : {});
    if (signs(folder) !== before) return;
  }
}

/**
 * What changes in the folder when a wrapper claims, refuses or ends: no process, and no promise either, which
 * would cost ten times the look itself.
 */
function signs(folder: string): string {
  const log = statSync(join(folder, 'wrapper.log'), { throwIfNoEntry: false });
  return [existsSync(join(folder, 'claim')), existsSync(join(folder, 'exit')), log?.mtimeMs].join();
}
