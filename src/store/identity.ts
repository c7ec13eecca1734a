/** Who drives, and whether that process still lives. Linux only: read from `/proc`. */
import fs from 'node:fs';
import os from 'node:os';
import tty from 'node:tty';
import type { HelmHolder } from '../../machines/entries.ts';

/** This process as a helm holder. */
export function identity(): HelmHolder {
  return { operator: operator(), host: os.hostname(), pid: process.pid, terminal: terminal() };
}

/** The user's name; under sudo, the person behind root as well: `alice(root)`. */
function operator(): string {
  const name = userName();
  const person = process.env.SUDO_USER;
  return name === 'root' && person && person !== name ? `${person}(${name})` : name;
}

function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    // Containers run under numbers that no password file knows.
    return `uid${process.geteuid?.() ?? ''}`;
  }
}

/** `/dev/pts/3`, or '' when standard input is not a terminal. */
function terminal(): string {
  if (!tty.isatty(0)) return '';
  try {
    return fs.readlinkSync('/proc/self/fd/0');
  } catch {
    return '';
  }
}

/** Identifies this boot of this host. @throws where it is not Linux. */
export function bootId(): string {
  try {
    return fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch (cause) {
    throw new Error('Bascule runs on Linux only: /proc/sys/kernel/random/boot_id cannot be read.', {
      cause,
    });
  }
}

/** When a process started, in clock ticks since boot; null when it is gone or a zombie. */
export function processStart(pid: number): string | null {
  try {
    return processStat(pid)?.start ?? null;
  } catch {
    return null;
  }
}

/**
 * The state of a process (`S`, `T` …) and when it started, in clock ticks since boot, as written in
 * /proc/PID/stat; null for a zombie. @throws ENOENT when there is none, or none that we may see.
 */
export function processStat(pid: number): { state: string; start: string } | null {
  const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field, the command's name, may hold spaces and brackets: fields count from the last one.
  const [state = '', ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return state === 'Z' || state === 'X' ? null : { state, start: rest[18] ?? '' };
}

/** Is it this very process, alive, on this boot of this host? A pid alone may be a stranger's. */
export function isAlive(process: { pid: number; start: string; boot: string }): boolean {
  return process.boot === bootId() && processStart(process.pid) === process.start;
}
