import { randomUUID } from 'node:crypto';
import { linkSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { CliWords } from '../locale/cli.ts';
import { createFile } from '../store/durable.ts';
import { codeOf } from '../store/refusal.ts';
import { CliFailure, exitCodes } from './failure.ts';

/**
 * Writes a file whole, or leaves what was there: beside it first, then in its place; only its owner may read it.
 * @throws {CliFailure} where it exists already, unless `force`; where it cannot be written
 */
export function writeWhole(file: string, text: string, force: boolean, words: CliWords): void {
  const target = resolve(file);
  const beside = join(dirname(target), `.${basename(target)}.${randomUUID()}`);
  try {
    createFile(beside, text, 0o600);
    // A link, unlike a rename, never replaces what somebody else put there meanwhile.
    if (force) renameSync(beside, target);
    else linkSync(beside, target);
  } catch (error) {
    throw failureOf(file, error, words);
  } finally {
    rmSync(beside, { force: true });
  }
}

function failureOf(file: string, error: unknown, { report }: CliWords): CliFailure {
  if (codeOf(error) === 'EEXIST') return new CliFailure(report.exists(file), report.existsRemedy);
  const why = error instanceof Error ? error.message : String(error);
  return new CliFailure(report.unwritable(file, why), '', exitCodes.failed);
}
