import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach } from 'vitest';

/** A fresh folder for each test that asks for one, removed when the test ends. */
export function temporaryFolder(): () => string {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) fs.rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bascule-store-'));
    made.push(folder);
    return folder;
  };
}

/** Are we root? Only root may give files away and mount; nobody else is stopped by a file's mode. */
export const isRoot = process.geteuid?.() === 0;

/** What a call throws. */
export function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
