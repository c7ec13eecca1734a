/** What a process costs, as the kernel counts it. Linux. */
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** Clock ticks a second: fixed at 100 for every program on Linux. */
const ticksPerSecond = 100;

/** Seconds of processor used so far. */
function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name in brackets may hold spaces; user and system time are the 12th and 13th after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Share of one processor, from 0 to 1, that a process uses during some milliseconds. */
export async function cpuShare(pid: number, milliseconds: number): Promise<number> {
  const before = cpuSeconds(pid);
  await delay(milliseconds);
  return (cpuSeconds(pid) - before) / (milliseconds / 1000);
}

/** The most memory it ever held, in bytes. */
export function peakMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) * 1024;
}

/** The same of a process until its end, looked at so often that what it took last is hardly missed. */
export async function peakUntilEnd(child: ChildProcess): Promise<number> {
  let peak = 0;
  while (child.exitCode === null && child.signalCode === null) {
    try {
      peak = Math.max(peak, peakMemory(child.pid!) || 0);
    } catch {
      // It is gone.
    }
    await delay(5);
  }
  return peak;
}
