/** A journal that somebody else writes, read as it grows: never written, never locked. */
import fs from 'node:fs';
import type { Entry } from '../../machines/entries.ts';
import { genesis, type JournalReading } from '../journal/chain.ts';
import { openPlain } from './durable.ts';
import { readWhole } from './journal-reading.ts';
import { codeOf, refusal, StoreRefused } from './refusal.ts';

/** Why a journal cannot be read on. */
export interface JournalTrouble {
  why: string;
  /** Whoever resumes the run mends it. */
  passing: boolean;
}

export interface JournalFollower {
  /** All that was read so far. */
  readonly entries: readonly Entry[];
  /** As of the last look; null while it can be read on. */
  readonly trouble: JournalTrouble | null;
  hashOf(seq: number): string | null;
  /** Looks once, which is two stats when nothing changed; gives the entries that came. Never throws. */
  next(): readonly Entry[];
  close(): void;
}

/** Milliseconds in which a line that is being written becomes whole. */
const patience = 3_000;

/**
 * Follows a journal from its first entry, or from where a reading of it ended.
 * @throws {StoreRefused} when it is a link, no plain file, missing, or not ours to read.
 */
export function openJournalFollower(
  file: string,
  options: { from?: JournalReading; patience?: number } = {},
): JournalFollower {
  const fd = openPlain(file, fs.constants.O_RDONLY);
  const follower = new Follower({ fd, file, patience, ...options });
  follower.next();
  return follower;
}

interface Opened {
  /** Kept open: no other file can take its number meanwhile. */
  fd: number;
  file: string;
  patience: number;
  from?: JournalReading;
}

class Follower implements JournalFollower {
  readonly entries: Entry[];
  trouble: JournalTrouble | null = null;
  readonly #opened: Opened;
  readonly #hashes: string[];
  #lastHash: string;
  #goodBytes: number;
  /** The file as it was when its end was last read. */
  #sign = '';
  /** Since when its end has been torn, ms; null while it is whole. */
  #tornAt: number | null = null;
  #closed = false;

  constructor(opened: Opened) {
    const { from } = opened;
    this.#opened = opened;
    this.entries = [...(from?.entries ?? [])];
    this.#hashes = [...(from?.hashes ?? [])];
    this.#lastHash = from?.lastHash ?? genesis;
    this.#goodBytes = from?.goodBytes ?? 0;
  }

  hashOf(seq: number): string | null {
    return this.#hashes[seq] ?? null;
  }

  next(): readonly Entry[] {
    try {
      return this.#look();
    } catch (error) {
      // Once it is back in its place, its end is read again.
      this.#sign = '';
      this.trouble = { why: reasonOf(this.#opened.file, error), passing: false };
      return [];
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    fs.closeSync(this.#opened.fd);
  }

  #look(): readonly Entry[] {
    const { fd, file } = this.#opened;
    const stats = fs.fstatSync(fd);
    refuseAnother(file, stats);
    if (stats.size < this.#goodBytes) throw new Error('entries that were read are gone from it');
    const sign = [stats.size, stats.mtimeMs, stats.ctimeMs].join(' ');
    const came = sign === this.#sign ? [] : this.#readOn(stats.size);
    this.#sign = sign;
    this.#judgeTorn();
    return came;
  }

  #readOn(size: number): Entry[] {
    const bytes = bytesOf(this.#opened.fd, this.#goodBytes, size);
    const from = { seq: this.entries.length, hash: this.#lastHash };
    const { entries, hashes, lastHash, goodBytes, torn, damage } = readWhole(bytes, from);
    this.entries.push(...entries);
    this.#hashes.push(...hashes);
    this.#lastHash = lastHash;
    this.#goodBytes += goodBytes;
    this.#tornAt = torn ? performance.now() : null;
    this.trouble = damage ? { why: `line ${damage.line}: ${damage.why}`, passing: false } : null;
    return entries;
  }

  /** A line that is being written is no news; one that nobody finishes is. */
  #judgeTorn(): void {
    if (this.#tornAt === null || performance.now() - this.#tornAt < this.#opened.patience) return;
    const line = this.entries.length + 1;
    this.trouble = { why: `line ${line}: it was not written whole`, passing: true };
  }
}

function refuseAnother(file: string, { dev, ino }: fs.Stats): void {
  const there = fs.lstatSync(file, { throwIfNoEntry: false });
  if (!there) throw new Error('the file was deleted');
  if (there.dev !== dev || there.ino !== ino) throw new Error('another file took its place');
}

/** Fewer when the file got shorter meanwhile. */
function bytesOf(fd: number, from: number, to: number): Uint8Array {
  const bytes = Buffer.alloc(to - from);
  let done = 0;
  for (let read = -1; read !== 0 && done < bytes.length; done += read)
    read = fs.readSync(fd, bytes, done, bytes.length - done, from + done);
  return bytes.subarray(0, done);
}

function reasonOf(file: string, error: unknown): string {
  const known = codeOf(error) === '' ? error : refusal(file, error);
  if (known instanceof StoreRefused) return known.why;
  return known instanceof Error ? known.message : String(known);
}
