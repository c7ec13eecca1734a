/** What a process costs, as the kernel counts it. Linux. */
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
