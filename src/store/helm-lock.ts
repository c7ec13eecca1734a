/** The helm's file: a lock that belongs to our own descriptor and dies with it, and the record of who holds it. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { z } from 'zod';
import { openOwned } from './durable.ts';
import type { HelmRecord } from './types.ts';

const { O_CREAT, O_RDWR } = fs.constants;

const recordSchema: z.ZodType<HelmRecord> = z.object({
  operator: z.string(),
  host: z.string(),
  pid: z.int(),
  terminal: z.string(),
  start: z.string(),
  boot: z.string(),
  since: z.string(),
  released: z.string().exactOptional(),
});

/** Opens the helm to take it. The descriptor closes on exec: no command inherits the lock. */
export function openHelm(file: string): number {
  return openOwned(file, O_RDWR | O_CREAT);
}

/**
 * Tries the lock without waiting. flock(1) locks the open file that it shares with us and exits; the
 * lock stays until our descriptor closes, however this process ends.
 * @throws when there is no flock(1), or the file system knows no locks.
 */
export function tryLock(fd: number, kind: 'exclusive' | 'shared' = 'exclusive'): boolean {
  const args = kind === 'shared' ? ['-s', '-n', '3'] : ['-n', '3'];
  const { status, error, stderr } = spawnSync('flock', args, {
    stdio: ['ignore', 'ignore', 'pipe', fd],
  });
  if (status === 0 || status === 1) return status === 0;
  const why = error?.message ?? stderr.toString().trim();
  throw new Error(
    `The helm cannot be locked: ${why}. Install flock (util-linux or busybox) and keep runs on a local disk.`,
  );
}

/** The last record written; null when there is none or it cannot be read. */
export function readRecord(fd: number): HelmRecord | null {
  const bytes = Buffer.alloc(4096);
  const [line = ''] = bytes
    .toString('utf8', 0, fs.readSync(fd, bytes, 0, bytes.length, 0))
    .split('\n');
  try {
    return recordSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

/** Overwrites the record in place: a rename would leave the lock on a file that has no name any more. */
export function writeRecord(fd: number, record: HelmRecord): void {
  const bytes = Buffer.from(`${JSON.stringify(record)}\n`);
  fs.writeSync(fd, bytes, 0, bytes.length, 0);
  fs.ftruncateSync(fd, bytes.length);
  fs.fdatasyncSync(fd);
}
