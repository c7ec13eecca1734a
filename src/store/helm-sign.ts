/**
 * Who has the helm, told from its record and from /proc alone. Its lock is never touched: each observer that
 * tried it would keep whoever takes the helm waiting.
 */
import fs from 'node:fs';
import os from 'node:os';
import { openPlain } from './durable.ts';
import { readRecord } from './helm-lock.ts';
import { bootId, processStat } from './identity.ts';
import { codeOf } from './refusal.ts';
import type { HelmRecord } from './types.ts';

export interface HelmSign {
  /**
   * `held`: its process lives. `silent`: it lives, and is stopped. `free`: let go. `lost`: gone without letting go.
   * `elsewhere`: nobody can tell from here. `none`: never taken.
   */
  helm: 'held' | 'silent' | 'free' | 'lost' | 'elsewhere' | 'none';
  /** Null for none, and where it cannot be read. */
  record: HelmRecord | null;
}

/** One look at the file of a helm. Never throws. */
export function helmSign(file: string): HelmSign {
  try {
    const stats = fs.lstatSync(file, { throwIfNoEntry: false });
    // Empty for a moment, while the first who takes it writes who they are.
    if (!stats || stats.size === 0) return { helm: 'none', record: null };
    const record = recordIn(file);
    return { helm: record ? fateOf(record) : 'elsewhere', record };
  } catch {
    return { helm: 'elsewhere', record: null };
  }
}

function recordIn(file: string): HelmRecord | null {
  const fd = openPlain(file, fs.constants.O_RDONLY);
  try {
    return readRecord(fd);
  } finally {
    fs.closeSync(fd);
  }
}

function fateOf({ pid, start, boot, host, released }: HelmRecord): HelmSign['helm'] {
  if (released !== undefined) return 'free';
  const here = host === os.hostname();
  // No process outlives a reboot; of another machine nothing is known.
  if (boot !== bootId()) return here ? 'lost' : 'elsewhere';
  const found = lookedUp(pid);
  if (found === 'hidden') return 'elsewhere';
  if (found?.start === start) return found.state === 'T' ? 'silent' : 'held';
  // In another container of this machine, its number means nothing here.
  return here ? 'lost' : 'elsewhere';
}

/** Null when there is no such process; `hidden` when there is one that this user may not see (hidepid). */
function lookedUp(pid: number): ReturnType<typeof processStat> | 'hidden' | null {
  try {
    return processStat(pid);
  } catch (error) {
    return codeOf(error) === 'ENOENT' && !answers(pid) ? null : 'hidden';
  }
}

/** Signal 0 disturbs nobody: it only says whether somebody is there. */
function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}
