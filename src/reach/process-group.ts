/** Stopping a command with everything it started in its own process group. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Between TERM and KILL, and again until it is given up: milliseconds. */
const grace = 1000;
/** How often to look again: milliseconds. */
const rhythm = 25;

/** TERM, then KILL to those that are left; returns as soon as none is, within two seconds in any case. */
export async function stopGroup(group: number): Promise<void> {
  for (const name of ['SIGTERM', 'SIGKILL'] as const) {
    if (!signal(group, name)) return;
    const deadline = performance.now() + grace;
    while (performance.now() < deadline) {
      await sleep(rhythm);
      if (!signal(group, 0)) return;
    }
  }
}

/** False when the group has no process any more. */
function signal(group: number, name: 'SIGTERM' | 'SIGKILL' | 0): boolean {
  try {
    return process.kill(-group, name);
  } catch {
    return false;
  }
}
