import fs from 'node:fs';
import path from 'node:path';
import { type Entry, type Fact, parseEntry } from '../../machines/entries.ts';
import { type JournalReading, seal } from '../journal/chain.ts';
import { openOwned, openPlain, syncFolder } from './durable.ts';
import { JournalDamaged, JournalFailed, JournalFull } from './journal-errors.ts';
import { readWhole } from './journal-reading.ts';
import { cutBack, cutTail } from './journal-tail.ts';
import { codeOf } from './refusal.ts';
import type { JournalFile } from './types.ts';

const { O_APPEND, O_CREAT, O_RDONLY, O_RDWR } = fs.constants;
const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

export interface JournalOptions {
  now?: () => Date;
  /** Begin an empty journal when there is none; otherwise a missing file is refused. */
  createIfMissing?: boolean;
}

/**
 * Opens a run's journal for appending. Only the holder of the helm may. A torn last line is cut, its
 * bytes are kept aside and `torn` says where.
 * @throws {JournalDamaged} when a line is not what was written; {StoreRefused} for a link, a file of
 * another user, a missing or unwritable one; {JournalFull} when a torn line cannot be kept aside.
 */
export function openJournal(file: string, options: JournalOptions = {}): JournalFile {
  const create = options.createIfMissing ?? false;
  const fd = openOwned(file, O_RDWR | O_APPEND | (create ? O_CREAT : 0));
  try {
    if (create) syncFolder(path.dirname(file));
    return opened(fd, file, options.now ?? (() => new Date()));
  } catch (error) {
    fs.closeSync(fd);
    throw error;
  }
}

/** Reads a journal without touching it, for observers and `verify`; damage and a torn end are reported, not thrown. */
export function readJournalFile(file: string): JournalReading {
  const fd = openPlain(file, O_RDONLY);
  try {
    return readWhole(fs.readFileSync(fd));
  } finally {
    fs.closeSync(fd);
  }
}

function opened(fd: number, file: string, now: () => Date): OpenJournal {
  const bytes = fs.readFileSync(fd);
  const reading = readWhole(bytes);
  const { torn, damage } = reading;
  if (damage) throw new JournalDamaged(file, damage);
  const cut = torn && cutOrFull(fd, file, bytes, torn.fromByte);
  return new OpenJournal({ fd, file, now, reading }, cut);
}

function cutOrFull(fd: number, file: string, bytes: Uint8Array, offset: number) {
  try {
    return cutTail(fd, file, bytes, offset);
  } catch (error) {
    throw fullCodes.has(codeOf(error)) ? new JournalFull(file, error) : error;
  }
}

interface Opened {
  fd: number;
  file: string;
  now: () => Date;
  /** What is on the disk, kept in step with each append. */
  reading: JournalReading;
}

class OpenJournal implements JournalFile {
  readonly torn?: { keptIn: string; bytes: number };
  readonly #opened: Opened;
  readonly #reading: JournalReading;
  #closed: JournalFailed | null = null;

  constructor(opened: Opened, torn?: { keptIn: string; bytes: number }) {
    this.#opened = opened;
    this.#reading = opened.reading;
    if (torn) this.torn = torn;
  }

  get entries(): readonly Entry[] {
    return this.#reading.entries;
  }

  hashOf(seq: number): string | null {
    return this.#reading.hashes[seq] ?? null;
  }

  append(fact: Fact, by: string): Entry {
    if (this.#closed) throw this.#closed;
    const at = this.#reading;
    // Checked before it is written: what cannot be read back would damage the journal for ever.
    const now = this.#opened.now().toISOString();
    const entry = parseEntry({ ...fact, seq: at.entries.length, at: now, by });
    const { line, hash } = seal(entry, at.lastHash);
    this.#write(Buffer.from(`${line}\n`));
    at.lastHash = hash;
    at.hashes.push(hash);
    at.entries.push(entry);
    return entry;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = new JournalFailed(this.#opened.file, 'the journal is closed');
    fs.closeSync(this.#opened.fd);
  }

  #write(bytes: Uint8Array): void {
    const { fd } = this.#opened;
    this.#checkUntouched();
    try {
      writeWhole(fd, bytes);
    } catch (error) {
      throw this.#unwritten(error);
    }
    try {
      fs.fdatasyncSync(fd);
    } catch (error) {
      // The kernel may have dropped the pages and would call the next fsync a success: no second try.
      throw this.#fail('the entry could not be made durable', error);
    }
    this.#reading.goodBytes += bytes.length;
  }

  /** A second writer, or a journal deleted under our feet: what we would append is lost or breaks the chain. */
  #checkUntouched(): void {
    const { nlink, size } = fs.fstatSync(this.#opened.fd);
    if (nlink === 0) throw this.#fail('the file was deleted while it was open');
    if (size !== this.#reading.goodBytes) throw this.#fail('another program changed the file');
  }

  /** On a full disk the part of the line that went in is taken back; any other failure is final. */
  #unwritten(error: unknown): Error {
    if (!fullCodes.has(codeOf(error))) return this.#fail('the entry could not be written', error);
    try {
      cutBack(this.#opened.fd, this.#reading.goodBytes);
    } catch (cause) {
      return this.#fail('an unfinished line could not be cut', cause);
    }
    return new JournalFull(this.#opened.file, error);
  }

  #fail(why: string, cause?: unknown): JournalFailed {
    this.close();
    this.#closed = new JournalFailed(this.#opened.file, why, cause);
    return this.#closed;
  }
}

/** One write may take only a part of the bytes, without an error. */
function writeWhole(fd: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += fs.writeSync(fd, bytes, done);
}
