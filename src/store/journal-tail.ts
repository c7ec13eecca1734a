import fs from 'node:fs';
import path from 'node:path';
import { createFile, syncFolder } from './durable.ts';
import { codeOf } from './refusal.ts';

/**
 * Cuts a torn last line off an open journal, after its bytes were kept durably in `journal.torn-<offset>`
 * beside it: an entry that was never acknowledged, but may help to understand what happened.
 */
export function cutTail(fd: number, file: string, bytes: Uint8Array, offset: number) {
  const tail = bytes.subarray(offset);
  const keptIn = keep(path.join(path.dirname(file), `journal.torn-${offset}`), tail);
  syncFolder(path.dirname(file));
  cutBack(fd, offset);
  return { keptIn, bytes: tail.length };
}

/** Shortens an open journal durably to its first `size` bytes. */
export function cutBack(fd: number, size: number): void {
  fs.ftruncateSync(fd, size);
  fs.fsyncSync(fd);
}

/** A crash before the cut, or another tear at the same place, leaves the name taken: no bytes are ever replaced. */
function keep(wanted: string, bytes: Uint8Array): string {
  for (let n = 1; ; n++) {
    const file = n === 1 ? wanted : `${wanted}-${n}`;
    try {
      createFile(file, bytes);
      return file;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw withoutFile(file, error);
    }
  }
}

/** Half a copy is worth nothing: it is not left behind. */
function withoutFile(file: string, error: unknown): unknown {
  fs.rmSync(file, { force: true });
  return error;
}
