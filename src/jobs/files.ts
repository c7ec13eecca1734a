/** Files: some that survive a power cut, and some that may not be there. */
import { access, open } from 'node:fs/promises';

/** Creates a file that must not exist, and syncs its bytes; its name is durable once its folder is synced. */
export async function createDurable(file: string, content: string, mode = 0o600): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(content);
    // An empty file has nothing but its name.
    if (content !== '') await handle.sync();
  } finally {
    await handle.close();
  }
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
