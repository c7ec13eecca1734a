/** The journal's text: one entry a line, each sealed with the hash of the line before. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { z } from 'zod';
import { type Entry, parseEntry } from '../../machines/entries.ts';

/** What the first line gives as the hash of the line before. */
export const genesis = '0'.repeat(64);

/** Where a reader stands: the number of the next entry, and the hash of the last. */
export interface ChainPosition {
  seq: number;
  hash: string;
}

export interface JournalReading {
  /** The whole and untouched entries, up to the first torn or damaged line. */
  entries: Entry[];
  /** Of each of these entries. */
  hashes: string[];
  /** Of the last entry; `genesis` when there is none. */
  lastHash: string;
  /** Bytes of those entries' lines. */
  goodBytes: number;
  /** The last line was not written whole. Its entry was never acknowledged. */
  torn?: { fromByte: number };
  /** A line that is not what was written; `line` from 1 in the whole journal. */
  damage?: { line: number; why: string };
}

const newline = 10;
/** `,"hash":"…"}` at the end of every line. */
const sealLength = 75;
const sealPattern = /^,"hash":"([0-9a-f]{64})"\}$/;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** One line of a journal, without its newline, and the hash for the next. */
export function seal(entry: Entry, prev: string): { line: string; hash: string } {
  const text = JSON.stringify({ ...entry, prev }).slice(0, -1);
  const hash = hashOf(encoder.encode(text));
  return { line: `${text},"hash":"${hash}"}`, hash };
}

/**
 * Reads journal lines: the whole file, or the bytes after those that a former reading found good, with
 * `from` where it stood. A torn end and damage are reported, not thrown; nothing after them is read.
 */
export function readJournal(
  input: Uint8Array | string,
  from: ChainPosition = { seq: 0, hash: genesis },
): JournalReading {
  const bytes = typeof input === 'string' ? encoder.encode(input) : input;
  const reading: JournalReading = { entries: [], hashes: [], lastHash: from.hash, goodBytes: 0 };
  while (reading.goodBytes < bytes.length) {
    const start = reading.goodBytes;
    const end = bytes.indexOf(newline, start);
    const seq = from.seq + reading.entries.length;
    if (isTorn(bytes, start, end)) return { ...reading, torn: { fromByte: start } };
    const line = readLine(bytes.subarray(start, end), { seq, hash: reading.lastHash });
    if ('why' in line) return { ...reading, damage: { line: seq + 1, why: line.why } };
    reading.entries.push(line.entry);
    reading.hashes.push(line.hash);
    reading.lastHash = line.hash;
    reading.goodBytes = end + 1;
  }
  return reading;
}

/** Without its newline, or with blocks of zeros that a power cut left: only ever the last line. */
function isTorn(bytes: Uint8Array, start: number, end: number): boolean {
  if (end === -1) return true;
  return end === bytes.length - 1 && bytes.subarray(start, end).includes(0);
}

function readLine(
  bytes: Uint8Array,
  at: ChainPosition,
): { entry: Entry; hash: string } | { why: string } {
  const sealAt = bytes.length - sealLength;
  const text = decode(bytes);
  if (text === null) return { why: 'it is not valid UTF-8' };
  const hash = sealPattern.exec(text.slice(-sealLength))?.[1];
  if (sealAt < 0 || hash === undefined) return { why: 'it does not end with its hash' };
  if (hashOf(bytes.subarray(0, sealAt)) !== hash)
    return { why: 'its hash does not match its text' };
  const value = parse(text);
  if (value === null) return { why: 'it is not a JSON object' };
  if (value.prev !== at.hash)
    return { why: 'it does not follow the line before: a line was removed, added or moved' };
  if (value.seq !== at.seq) return { why: `its number is ${String(value.seq)}, not ${at.seq}` };
  return readEntry(value, hash);
}

function readEntry(
  value: Record<string, unknown>,
  hash: string,
): { entry: Entry; hash: string } | { why: string } {
  try {
    return { entry: parseEntry(value), hash };
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const issue = error.issues[0];
    const where = issue?.path.join('.');
    if (where === 'type') return { why: `its type is unknown: ${JSON.stringify(value.type)}` };
    return { why: `it is not an entry: ${where}: ${issue?.message}` };
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return decoder.decode(bytes);
  } catch {
    return null;
  }
}

function parse(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function hashOf(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
