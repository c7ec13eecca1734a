/** Files that survive a power cut: opened without following links, written whole, synced with their folder. */
import fs from 'node:fs';
import path from 'node:path';
import { denied } from './denied.ts';
import { codeOf, refusal, StoreRefused } from './refusal.ts';
import { groupOf, modesIn } from './sharing.ts';

const { O_CREAT, O_DIRECTORY, O_EXCL, O_NOFOLLOW, O_NONBLOCK, O_RDONLY, O_WRONLY } = fs.constants;

/** Makes the names in a folder durable. */
export function syncFolder(folder: string): void {
  const fd = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

/** Creates a folder that must not exist, with exactly this mode. */
export function createFolder(folder: string, mode: number): void {
  fs.mkdirSync(folder, { mode: 0o700 });
  const fd = fs.openSync(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  try {
    fs.fchmodSync(fd, mode);
  } finally {
    fs.closeSync(fd);
  }
}

/**
 * Creates a file that must not exist, with exactly this mode, and syncs its bytes; its name is durable once
 * its folder is synced.
 * @param mode by default 0600, or 0660 in a run that is shared.
 */
export function createFile(
  file: string,
  bytes: string | Uint8Array,
  mode = modesIn(path.dirname(file)).file,
): void {
  const fd = fs.openSync(file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
  try {
    fs.writeFileSync(fd, bytes);
    fs.fchmodSync(fd, mode);
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
  const fd = openWithoutLinks(file, flags);
  if (fs.fstatSync(fd).isFile()) return fd;
  fs.closeSync(fd);
  throw new StoreRefused(file, 'it is not a plain file', 'Move it away, then try again.');
}

/** The text of a plain file; where others may write, they may have put a link or a pipe there. @throws as `openPlain` */
export function readPlain(file: string): string {
  const fd = openPlain(file, O_RDONLY);
  try {
    return fs.readFileSync(fd, 'utf8');
  } finally {
    fs.closeSync(fd);
  }
}

/**
 * As `openPlain`, and refuses a file that belongs to another user, unless its run is shared with a group
 * of ours and the file is that group's. With O_CREAT a new file is 0600, or 0660 in a run that is shared.
 */
export function openOwned(file: string, flags: number): number {
  const fd = flags & O_CREAT ? openOrCreate(file, flags) : openPlain(file, flags);
  try {
    refuseForeign(file, fs.fstatSync(fd));
    return fd;
  } catch (error) {
    fs.closeSync(fd);
    throw error;
  }
}

/** The refusal of something that belongs to another user. */
export function foreign(file: string, uid: number): StoreRefused {
  return new StoreRefused(
    path.resolve(file),
    `it belongs to another user (uid ${uid})`,
    'Work as that user, or choose another folder with --home.',
  );
}

function refuseForeign(file: string, { uid, gid, nlink }: fs.Stats): void {
  const group = groupOf(path.dirname(file));
  if (uid !== process.geteuid?.() && gid !== group) throw foreign(file, uid);
  // Where a group may write, a second name may be that of somebody's file elsewhere.
  if (group === null || nlink < 2) return;
  throw new StoreRefused(file, 'it has another name elsewhere', 'Remove that hard link.');
}

function openWithoutLinks(file: string, flags: number): number {
  try {
    return fs.openSync(file, flags | O_NOFOLLOW | O_NONBLOCK, 0o600);
  } catch (error) {
    throw codeOf(error) === 'EACCES' ? denied(file, flags) : refusal(file, error);
  }
}

/** Only a file that we made ourselves is given its mode. */
function openOrCreate(file: string, flags: number): number {
  let fd: number;
  try {
    fd = fs.openSync(file, flags | O_EXCL | O_NOFOLLOW, 0o600);
  } catch (error) {
    // A link that leads nowhere, or somebody was faster.
    if (codeOf(error) === 'EEXIST') return openPlain(file, flags & ~O_CREAT);
    throw codeOf(error) === 'EACCES' ? denied(file, flags) : refusal(file, error);
  }
  fs.fchmodSync(fd, modesIn(path.dirname(file)).file);
  return fd;
}
