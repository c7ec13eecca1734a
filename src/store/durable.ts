/** Files that survive a power cut: opened without following links, written whole, synced with their folder. */
import fs from 'node:fs';
import path from 'node:path';
import { refusal, StoreRefused } from './refusal.ts';

const { O_CREAT, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_WRONLY } = fs.constants;

/** Makes the names in a folder durable. */
export function syncFolder(folder: string): void {
  const fd = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

/** Creates a 0600 file that must not exist and syncs its bytes; its name is durable once its folder is synced. */
export function createFile(file: string, bytes: string | Uint8Array): void {
  const fd = fs.openSync(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    fs.writeFileSync(fd, bytes);
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

/**
 * Opens a plain file without following a link; a named pipe does not block.
 * @throws {StoreRefused} when it is a link, not a plain file, or cannot be opened.
 */
export function openPlain(file: string, flags: number): number {
  let fd: number;
  try {
    fd = fs.openSync(file, flags | O_NOFOLLOW | O_NONBLOCK, 0o600);
  } catch (error) {
    throw refusal(file, error);
  }
  if (fs.fstatSync(fd).isFile()) return fd;
  fs.closeSync(fd);
  throw new StoreRefused(file, 'it is not a plain file', 'Move it away, then try again.');
}

/** As `openPlain`, and refuses a file that belongs to another user. */
export function openOwned(file: string, flags: number): number {
  const fd = openPlain(file, flags);
  const { uid } = fs.fstatSync(fd);
  if (uid === process.geteuid?.()) return fd;
  fs.closeSync(fd);
  throw foreign(file, uid);
}

/** The refusal of something that belongs to another user. */
export function foreign(file: string, uid: number): StoreRefused {
  return new StoreRefused(
    path.resolve(file),
    `it belongs to another user (uid ${uid})`,
    'Work as that user, or choose another folder with --home.',
  );
}
