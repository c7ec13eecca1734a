import { type ChainPosition, genesis, type JournalReading, readJournal } from '../journal/chain.ts';

const newline = 10;

/**
 * Reads a journal to its end as `readJournal` does, and tells a torn end from an acknowledged last line of
 * which one byte changed: a torn line may be cut, that one never.
 */
export function readWhole(
  bytes: Uint8Array,
  from: ChainPosition = { seq: 0, hash: genesis },
): JournalReading {
  const reading = readJournal(bytes, from);
  if (!reading.torn) return reading;
  const at = { seq: from.seq + reading.entries.length, hash: reading.lastHash };
  const why = changedByte(bytes.subarray(reading.torn.fromByte), at);
  if (why === null) return reading;
  const { torn: _, ...rest } = reading;
  return { ...rest, damage: { line: at.seq + 1, why } };
}

function changedByte(tail: Uint8Array, at: ChainPosition): string | null {
  if (tail.at(-1) !== newline)
    return endsWholeOnceRepaired(tail, at) ? 'its newline was changed' : null;
  // Blocks that never reached the disk are long runs of zeros.
  return tail.indexOf(0) === tail.lastIndexOf(0) ? 'it holds a NUL byte' : null;
}

function endsWholeOnceRepaired(tail: Uint8Array, at: ChainPosition): boolean {
  const repaired = Uint8Array.from(tail);
  repaired[tail.length - 1] = newline;
  return readJournal(repaired, at).entries.length === 1;
}
