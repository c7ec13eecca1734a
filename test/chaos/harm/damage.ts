/** What is done to a run's files while nobody has the helm: what a power cut leaves, and a lost cache. */
import fs from 'node:fs';
import path from 'node:path';
import type { Chance } from '../chance.ts';
import { bytesOf, journalFile, wholeLines } from '../proof/records.ts';

/** Takes back what was written and not yet synced, or a part of it. */
export function cutThePower(folder: string, durable: number, chance: Chance): void {
  const file = journalFile(folder);
  const { size } = fs.statSync(file);
  if (durable < size) fs.truncateSync(file, durable + chance.between(0, size - durable - 1));
}

/** Appends the beginning of a line that was never written whole, unless one is there already. */
export function tearTheTail(folder: string, chance: Chance): void {
  if (tornTail(folder).length > 0) return;
  const last = wholeLines(folder).toString().trimEnd().split('\n').at(-1)!;
  const half = last.slice(0, chance.between(1, last.length - 1));
  const zeros = '\0'.repeat(chance.between(4, 600));
  fs.appendFileSync(journalFile(folder), chance.oneOf(['{"half', half, half, zeros, `${zeros}\n`]));
}

/** What follows the last whole line. */
export const tornTail = (folder: string): Buffer =>
  bytesOf(journalFile(folder)).subarray(wholeLines(folder).length);

/** Was this torn tail kept aside when it was cut? An ended run is not opened any more: it stays there. */
export function isKeptAside(folder: string, tail: Buffer): boolean {
  if (tornTail(folder).equals(tail)) return true;
  const files = fs.readdirSync(folder).filter(name => name.startsWith('journal.torn-'));
  return files.some(name => bytesOf(path.join(folder, name)).equals(tail));
}

/** Loses the saved snapshot, or leaves rubbish under its name. */
export function spoilProgress(folder: string, chance: Chance): void {
  const file = path.join(folder, 'progress.json');
  const now = bytesOf(file);
  const half = now.subarray(0, now.length / 2);
  const rubbish = chance.oneOf<string | Buffer | null>([
    null,
    null,
    '',
    half,
    '{"version":1}',
    'no',
  ]);
  if (rubbish === null) fs.rmSync(file, { force: true });
  else fs.writeFileSync(file, rubbish);
}
