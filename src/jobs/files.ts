/** Files: some that survive a power cut, and some that may not be there. */
import { access, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Creates a file that must not exist, and syncs its bytes; its name is durable once its folder is synced.
 * In a folder that is shared the group has the rights of the owner, whatever the umask.
 */
export async function createDurable(file: string, content: string, mode = 0o600): Promise<void> {
  const shared = await isShared(dirname(file));
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(content);
    if (shared) await handle.chmod(mode | ((mode & 0o700) >> 3));
    // An empty file has nothing but its name.
    if (content !== '') await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Mode of a folder that a group shares: setgid, all rights for the group, none for others. */
export const sharedFolder = 0o2770;

/** Is the folder shared, sticky or not? */
export async function isShared(folder: string): Promise<boolean> {
  return ((await stat(folder)).mode & 0o2777) === sharedFolder;
}

/** Makes the names in a folder durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** What was looked for, or null when there is no such file; other failures stay failures. */
export async function absentAsNull<T>(looked: Promise<T>): Promise<T | null> {
  try {
    return await looked;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

export const isThere = async (path: string): Promise<boolean> =>
  (await absentAsNull(access(path).then(() => true))) === true;
