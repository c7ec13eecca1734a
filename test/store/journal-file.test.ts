import fs from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Fact } from '../../machines/entries.ts';
import { JournalFailed } from '../../src/store/journal-errors.ts';
import { openJournal, readJournalFile } from '../../src/store/journal-file.ts';
import { StoreRefused } from '../../src/store/refusal.ts';
import { created, note, writeJournal } from './journals.ts';
import { isRoot, temporaryFolder, thrownBy } from './temporary.ts';

const folder = temporaryFolder();
const newFile = () => path.join(folder(), 'journal.jsonl');

afterEach(() => vi.restoreAllMocks());

describe('the journal', () => {
  it('gives back every entry, numbered, dated and signed', () => {
    const { file, entries } = writeJournal(folder(), [created, note('é\u2028\n"\ud83d\ude82')]);
    expect(entries).toMatchObject([
      { ...created, seq: 0, at: '2026-12-01T05:00:00.000Z', by: 'ops@bastion' },
      { type: 'note.added', seq: 1, at: '2026-12-01T05:00:01.000Z' },
    ]);
    const journal = openJournal(file);
    expect(journal.entries).toEqual(entries);
    expect(journal.torn).toBeUndefined();
    const third = journal.append(note('back'), 'bascule');
    expect(third).toMatchObject({ seq: 2, by: 'bascule' });
    const read = readJournalFile(file);
    expect(read.entries).toEqual([...entries, third]);
    expect([0, 1, 2, 3].map(seq => journal.hashOf(seq))).toEqual([...read.hashes, null]);
    journal.close();
  });

  it('is readable by its owner only', () => {
    const { file } = writeJournal(folder(), [created]);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is not begun by mistake', () => {
    const file = newFile();
    expect(() => openJournal(file)).toThrow(/does not exist/);
    expect(() => readJournalFile(file)).toThrow(StoreRefused);
    expect(fs.existsSync(file)).toBe(false);
  });

  it('refuses a fact that could not be read back, and writes nothing of it', () => {
    const { file, bytes } = writeJournal(folder(), [created]);
    const journal = openJournal(file);
    expect(() => journal.append({ type: 'note.added', text: '' }, 'ops')).toThrow(/text/);
    expect(() => journal.append({ type: 'no.such' } as unknown as Fact, 'ops')).toThrow(/type/);
    expect(fs.readFileSync(file)).toEqual(bytes);
    journal.append(note('still whole'), 'ops');
    expect(readJournalFile(file)).toMatchObject({ entries: { length: 2 } });
    journal.close();
  });

  it('takes nothing more once closed', () => {
    const { file } = writeJournal(folder(), [created]);
    const journal = openJournal(file);
    journal.close();
    journal.close();
    expect(() => journal.append(note('late'), 'ops')).toThrow(JournalFailed);
  });
});

describe('a journal that somebody else touches while it is open', () => {
  it.each([
    [
      'written by another program',
      (file: string) => fs.appendFileSync(file, 'x'),
      /another program/,
    ],
    ['shortened', (file: string) => fs.truncateSync(file, 10), /another program/],
    ['deleted', (file: string) => fs.rmSync(file), /deleted/],
    ['replaced', (file: string) => fs.renameSync(copyOf(file), file), /deleted/],
  ])('is left alone: %s', (_, touch, why) => {
    const { file } = writeJournal(folder(), [created]);
    const journal = openJournal(file);
    touch(file);
    expect(() => journal.append(note('x'), 'ops')).toThrow(why);
    expect(() => journal.append(note('x'), 'ops')).toThrow(JournalFailed);
    expect(journal.entries).toHaveLength(1);
  });

  const copyOf = (file: string) => {
    fs.copyFileSync(file, `${file}.copy`);
    return `${file}.copy`;
  };
});

describe('FAULTS 36: fsync fails', () => {
  it('stops at once and never tries again', () => {
    const { file } = writeJournal(folder(), [created]);
    const journal = openJournal(file);
    const sync = vi.spyOn(fs, 'fdatasyncSync').mockImplementation(() => {
      throw Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
    });
    const write = vi.spyOn(fs, 'writeSync');
    expect(() => journal.append(note('lost'), 'ops')).toThrow(JournalFailed);
    sync.mockRestore();
    const error = thrownBy(() => journal.append(note('next'), 'ops')) as JournalFailed;
    expect(error).toBeInstanceOf(JournalFailed);
    expect(error.cause).toMatchObject({ code: 'EIO' });
    expect(error.remedy).toMatch(/dmesg/);
    expect(write).toHaveBeenCalledTimes(1);
    expect(journal.entries).toHaveLength(1);
  });
});

describe('FAULTS 45: a journal that cannot be trusted', () => {
  it('refuses a planted link, dangling or not, even to begin one', () => {
    const file = newFile();
    const target = path.join(path.dirname(file), 'target');
    fs.symlinkSync(target, file);
    expect(() => openJournal(file, { createIfMissing: true })).toThrow(/symbolic link/);
    expect(fs.existsSync(target)).toBe(false);
    fs.writeFileSync(target, 'precious');
    expect(() => openJournal(file, { createIfMissing: true })).toThrow(/symbolic link/);
    expect(() => readJournalFile(file)).toThrow(/symbolic link/);
    expect(fs.readFileSync(target, 'utf8')).toBe('precious');
  });

  it('refuses a folder', () => {
    const file = newFile();
    fs.mkdirSync(file);
    expect(() => openJournal(file)).toThrow(StoreRefused);
    expect(() => readJournalFile(file)).toThrow(/not a plain file/);
  });

  it.runIf(isRoot)('refuses one of another user; reading it stays possible', () => {
    const { file, entries } = writeJournal(folder(), [created]);
    fs.chownSync(file, 12345, 12345);
    expect(() => openJournal(file)).toThrow(/another user \(uid 12345\)/);
    expect(readJournalFile(file).entries).toEqual(entries);
  });

  it.skipIf(isRoot)('refuses one that may not be written', () => {
    const { file } = writeJournal(folder(), [created]);
    fs.chmodSync(file, 0o400);
    expect(() => openJournal(file)).toThrow(/permission denied/);
  });
});
