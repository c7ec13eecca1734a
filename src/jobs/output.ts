/** A job's output: a file that the kernel writes and we only read. */
import { open, stat } from 'node:fs/promises';
import { absentAsNull } from './files.ts';

/** Bytes so far; 0 when there is no such file. */
export async function sizeOf(file: string): Promise<number> {
  return (await absentAsNull(stat(file)))?.size ?? 0;
}

/** At most `bytes` from `offset`; fewer where the file ends, none when there is no such file. */
export async function readRange(file: string, offset: number, bytes: number): Promise<Buffer> {
  const handle = await absentAsNull(open(file, 'r'));
  if (!handle) return Buffer.alloc(0);
  try {
    const buffer = Buffer.allocUnsafe(bytes);
    let filled = 0;
    while (filled < bytes) {
      const { bytesRead } = await handle.read(buffer, filled, bytes - filled, offset + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return buffer.subarray(0, filled);
  } finally {
    await handle.close();
  }
}
