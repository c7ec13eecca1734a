/** Who lives: the kernel's word. A lock is held as long as one process has the locked file open. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import { absentAsNull } from './files.ts';

/**
 * Is the file locked by somebody? False when there is no such file.
 * @throws where there is no flock(1), or the file system knows no locks.
 */
export async function isLocked(file: string): Promise<boolean> {
  const handle = await absentAsNull(open(file, 'r'));
  if (!handle) return false;
  try {
    // On our own descriptor: whatever happens here, closing it gives the lock back.
    const child = spawn('flock', ['-n', '-s', '3'], {
      stdio: ['ignore', 'ignore', 'ignore', handle.fd],
    });
    const [status] = (await once(child, 'exit')) as [number | null];
    if (status !== 0 && status !== 1)
      throw new Error(`flock cannot probe ${file}: status ${status}`);
    return status === 1;
  } finally {
    await handle.close();
  }
}
