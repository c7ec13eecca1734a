import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A new folder, gone with the test. */
export function folder(): string {
  const made = fs.mkdtempSync(path.join(os.tmpdir(), 'bascule-probe-'));
  onTestFinished(() => fs.rmSync(made, { recursive: true }));
  return made;
}
