import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JournalDamaged } from '../../src/store/journal-errors.ts';
import { openJournal, readJournalFile } from '../../src/store/journal-file.ts';
import { created, lineEnds, note, writeJournal } from './journals.ts';
import { temporaryFolder, thrownBy } from './temporary.ts';

const folder = temporaryFolder();

/** The bytes of a journal, for tests that share it. */
function wholeJournal(): Buffer {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), 'bascule-store-'));
  try {
    return writeJournal(home, [created, ...['one', 'two', 'three', 'four five'].map(note)]).bytes;
  } finally {
    fs.rmSync(home, { recursive: true });
  }
}

/** A journal of four entries: its folder, bytes and entries. */
function small() {
  const home = folder();
  return {
    home,
    ...writeJournal(home, ['one', 'deux é', 'three', 'four'].map(note)),
  };
}

const keptAside = (home: string) =>
  fs
    .readdirSync(home)
    .filter(name => name.includes('torn'))
    .sort();

describe('FAULTS 33: a torn last line', () => {
  it('is cut at every byte to exactly the entries before it; the rest is kept aside and said', () => {
    const { home, file, bytes, entries } = small();
    const ends = lineEnds(bytes);
    for (let size = 0; size <= bytes.length; size++) {
      fs.writeFileSync(file, bytes.subarray(0, size));
      const whole = ends.filter(end => end <= size);
      const good = whole.at(-1) ?? 0;
      const seen = readJournalFile(file);
      const journal = openJournal(file);
      journal.close();
      expect(seen.entries).toEqual(entries.slice(0, whole.length));
      expect(journal.entries).toEqual(entries.slice(0, whole.length));
      expect(fs.statSync(file).size).toBe(good);
      const torn = good < size ? [good, size - good] : [undefined, undefined];
      expect([seen.torn?.fromByte, journal.torn?.bytes]).toEqual(torn);
      const kept = journal.torn ? fs.readFileSync(journal.torn.keptIn) : Buffer.alloc(0);
      expect(kept).toEqual(bytes.subarray(good, size));
    }
    expect(keptAside(home).length).toBeGreaterThan(bytes.length - 10);
  });

  it('may be blocks of zeros that never reached the disk', () => {
    const { file, bytes, entries } = small();
    const start = lineEnds(bytes).at(-2)!;
    for (const from of [start, bytes.length - 40]) {
      fs.writeFileSync(file, Uint8Array.from(bytes).fill(0, from, bytes.length - 8));
      const journal = openJournal(file);
      journal.close();
      expect(journal.entries).toEqual(entries.slice(0, 3));
      expect(journal.torn).toMatchObject({ bytes: bytes.length - start });
    }
  });

  it('leaves a journal that goes on as if the line had never been', () => {
    const { file, bytes, entries } = small();
    fs.writeFileSync(file, bytes.subarray(0, bytes.length - 9));
    const journal = openJournal(file);
    journal.append(note('after'), 'ops');
    journal.close();
    const again = openJournal(file);
    expect(again.entries.slice(0, 3)).toEqual(entries.slice(0, 3));
    expect(again.entries[3]).toMatchObject({ seq: 3, text: 'after' });
    expect(again.torn).toBeUndefined();
    again.close();
  });

  it('is kept under a new name when another was torn at the same place; readable by its owner only', () => {
    const { home, file, bytes } = small();
    const start = lineEnds(bytes).at(-2);
    for (const missing of [5, 6]) {
      fs.writeFileSync(file, bytes.subarray(0, bytes.length - missing));
      openJournal(file).close();
    }
    const [first, second] = keptAside(home);
    expect([first, second]).toEqual([`journal.torn-${start}`, `journal.torn-${start}-2`]);
    expect(fs.statSync(path.join(home, first!)).mode & 0o777).toBe(0o600);
    expect(fs.statSync(path.join(home, first!)).size).toBe(
      fs.statSync(path.join(home, second!)).size + 1,
    );
  });

  it('is not touched by a reader', () => {
    const { home, file, bytes } = small();
    const torn = bytes.subarray(0, bytes.length - 5);
    fs.writeFileSync(file, torn);
    readJournalFile(file);
    expect(fs.readFileSync(file)).toEqual(torn);
    expect(keptAside(home)).toEqual([]);
  });
});

describe('FAULTS 34: a journal that is not what was written', () => {
  const whole = wholeJournal();
  const lines = whole.toString('utf8').split(/(?<=\n)/);
  const ends = lineEnds(whole);

  /** Opening must fail and name the line; reading must say the same; nothing on the disk may change. */
  function expectDamage(bytes: Uint8Array, line: number, home = folder()) {
    const file = path.join(home, 'journal.jsonl');
    fs.writeFileSync(file, bytes);
    const error = thrownBy(() => openJournal(file)) as JournalDamaged;
    expect(error).toBeInstanceOf(JournalDamaged);
    expect(error).toMatchObject({ line, file });
    expect(error.message).toContain(`line ${line}`);
    expect(error.why).not.toBe('');
    expect(error.remedy).not.toBe('');
    const read = readJournalFile(file);
    expect(read.damage).toMatchObject({ line });
    expect(read.entries).toHaveLength(line - 1);
    expect(Buffer.compare(fs.readFileSync(file), bytes)).toBe(0);
    expect(keptAside(home)).toEqual([]);
  }

  it('names the line of any flipped bit', () => {
    const home = folder();
    const position = fc.nat(whole.length - 1);
    fc.assert(
      fc.property(position, fc.nat(7), (at, bit) => {
        const bytes = Uint8Array.from(whole);
        bytes[at] = bytes[at]! ^ (1 << bit);
        expectDamage(bytes, 1 + ends.filter(end => end <= at).length, home);
      }),
      { numRuns: 400 },
    );
  });

  it('names the line when a bit of any newline flipped', () => {
    for (const [index, end] of ends.entries()) {
      const bytes = Uint8Array.from(whole);
      bytes[end - 1] = bytes[end - 1]! ^ 1;
      expectDamage(bytes, index + 1);
    }
  });

  it('names the last line when one of its bytes became NUL', () => {
    const bytes = Uint8Array.from(whole);
    bytes[whole.lastIndexOf(32)] = 0;
    expectDamage(bytes, 5);
  });

  it.each([
    ['a deleted line', [0, 1, 3, 4], 3],
    ['the first line deleted', [1, 2, 3, 4], 1],
    ['two swapped lines', [0, 2, 1, 3, 4], 2],
    ['the last two swapped', [0, 1, 2, 4, 3], 4],
    ['a line repeated', [0, 1, 1, 2, 3, 4], 3],
    ['the last line repeated', [0, 1, 2, 3, 4, 4], 6],
  ])('refuses %s', (_, order, line) => {
    expectDamage(Buffer.from(order.map(index => lines[index]).join('')), line);
  });

  it('refuses a line put in by hand, and an empty one', () => {
    const forged = lines[2]!.replace('two', 'owt');
    expectDamage(Buffer.from([lines[0], lines[1], forged, ...lines.slice(2)].join('')), 3);
    expectDamage(Buffer.from([lines[0], '\n', ...lines.slice(1)].join('')), 2);
  });

  it('prefers damage to a torn end: nothing is cut off a damaged journal', () => {
    const bytes = Buffer.from(whole.subarray(0, whole.length - 4));
    bytes[ends[1]! - 5]! ^= 2;
    expectDamage(bytes, 2);
  });
});
