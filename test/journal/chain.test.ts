import { describe, expect, it } from 'vitest';
import type { Entry } from '../../machines/entries.ts';
import { genesis, readJournal, seal } from '../../src/journal/chain.ts';
import { created, entriesOf, taken } from '../machines/driver.ts';

const note = (text: string) => ({ type: 'note.added', text }) as const;
const entries = entriesOf([
  created,
  taken,
  note('first'),
  note('été ✓ \u2028 "quoted" \\ 🚦'),
  note('last'),
]);

function linesOf(list: readonly Entry[]): string[] {
  let prev = genesis;
  return list.map(entry => {
    const { line, hash } = seal(entry, prev);
    prev = hash;
    return line;
  });
}

const textOf = (lines: readonly string[]) => lines.map(line => `${line}\n`).join('');
const lines = linesOf(entries);
const text = textOf(lines);
const bytes = new TextEncoder().encode(text);

/** The lines with one of them replaced. */
const withLine = (number: number, line: string) => textOf(lines.with(number - 1, line));

describe('a line of the journal', () => {
  it('is one JSON object: the entry, the hash before, its own hash', () => {
    const { line, hash } = seal(entries[2]!, genesis);
    expect(JSON.parse(line)).toEqual({ ...entries[2], prev: genesis, hash });
    expect(line).not.toContain('\n');
    expect(line.endsWith(`,"prev":"${genesis}","hash":"${hash}"}`)).toBe(true);
  });

  it('is sealed by the sha256 of its text before the hash, so that any tool can check it', async () => {
    const { line, hash } = seal(entries[3]!, genesis);
    const covered = new TextEncoder().encode(line.slice(0, line.indexOf(',"hash":')));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', covered));
    expect(Buffer.from(digest).toString('hex')).toBe(hash);
  });
});

describe('reading a journal', () => {
  it('gives back the entries, from text or bytes', () => {
    const whole = { entries, lastHash: JSON.parse(lines.at(-1)!).hash, goodBytes: bytes.length };
    expect(readJournal(bytes)).toMatchObject(whole);
    expect(readJournal(text)).toEqual(readJournal(bytes));
    expect(readJournal(bytes).hashes).toEqual(lines.map(line => JSON.parse(line).hash));
  });

  it('has nothing to say of an empty file', () => {
    expect(readJournal('')).toEqual({ entries: [], hashes: [], lastHash: genesis, goodBytes: 0 });
  });

  it('goes on where a former reading stood', () => {
    const first = readJournal(textOf(lines.slice(0, 2)));
    const position = { seq: first.entries.length, hash: first.lastHash };
    const rest = readJournal(bytes.subarray(first.goodBytes), position);
    expect([...first.entries, ...rest.entries]).toEqual(entries);
    expect(rest.lastHash).toBe(readJournal(bytes).lastHash);
    expect(readJournal(bytes.subarray(first.goodBytes)).damage).toMatchObject({ line: 1 });
  });

  it('wherever it is cut, gives the whole entries before and says where the torn line begins', () => {
    const starts = lines.map(
      (_, index) => new TextEncoder().encode(textOf(lines.slice(0, index))).length,
    );
    for (let cut = 0; cut < bytes.length; cut++) {
      const whole = starts.findLastIndex(start => start <= cut);
      const reading = readJournal(bytes.subarray(0, cut));
      const fromByte = starts[whole]!;
      expect(reading.entries).toHaveLength(whole);
      expect(reading.goodBytes).toBe(fromByte);
      expect(reading.torn).toEqual(cut === fromByte ? undefined : { fromByte });
      expect(reading.damage).toBeUndefined();
    }
  });

  it.each([
    ['zeros after the last line', `${text}${'\0'.repeat(20)}`, 5],
    [
      'zeros in the last line, newline and all',
      `${textOf(lines.slice(0, 4))}{"type":"no\0\0\0\n`,
      4,
    ],
  ])('takes %s for a torn line', (_, torn, count) => {
    const reading = readJournal(torn);
    expect(reading.entries).toHaveLength(count);
    expect(reading.torn).toEqual({ fromByte: reading.goodBytes });
  });

  const foreign = seal({ ...entries[2]!, type: 'moon.risen' } as never, JSON.parse(lines[1]!).hash);
  const wrong = seal({ ...entries[2]!, text: '' } as never, JSON.parse(lines[1]!).hash);
  const gap = seal({ ...entries[2]!, seq: 7 }, JSON.parse(lines[1]!).hash);
  it.each([
    [
      'a changed letter',
      withLine(3, lines[2]!.replace('first', 'First')),
      3,
      /hash does not match/,
    ],
    ['a changed hash', withLine(3, lines[2]!.replace(/.{3}$/, 'f"}')), 3, /hash does not match/],
    ['a removed line', textOf(lines.toSpliced(2, 1)), 3, /does not follow the line before/],
    ['a removed first line', textOf(lines.slice(1)), 1, /does not follow the line before/],
    [
      'a repeated line',
      textOf(lines.toSpliced(2, 0, lines[2]!)),
      4,
      /does not follow the line before/,
    ],
    ['swapped lines', textOf([lines[1]!, lines[0]!, ...lines.slice(2)]), 1, /does not follow/],
    [
      'a line of another journal',
      withLine(2, seal(entries[1]!, genesis).line),
      2,
      /does not follow/,
    ],
    ['an empty line', textOf(lines.toSpliced(2, 0, '')), 3, /does not end with its hash/],
    [
      'a line without its hash',
      withLine(3, '{"type":"note.added"}'),
      3,
      /does not end with its hash/,
    ],
    ['zeros in the middle', withLine(3, '\0'.repeat(90)), 3, /does not end with its hash/],
    ['a line ending of another system', textOf(lines).replaceAll('\n', '\r\n'), 1, /does not end/],
    ['an unknown type', withLine(3, foreign.line), 3, /type is unknown: "moon\.risen"/],
    ['a field that no entry has', withLine(3, wrong.line), 3, /not an entry: text/],
    ['a gap in the numbers', withLine(3, gap.line), 3, /number is 7, not 2/],
  ])('reports %s, its line, and nothing after it', (_, damaged, line, why) => {
    const reading = readJournal(damaged);
    expect(reading.damage).toEqual({ line, why: expect.stringMatching(why) });
    expect(reading.entries).toEqual(entries.slice(0, line - 1));
    expect(reading.torn).toBeUndefined();
  });

  it('reports bytes that are not UTF-8', () => {
    const damaged = Uint8Array.from(bytes);
    damaged[bytes.indexOf(0xc3)] = 0xff;
    expect(readJournal(damaged).damage).toEqual({ line: 4, why: 'it is not valid UTF-8' });
  });

  it('notices every single flipped bit', () => {
    const size = new TextEncoder().encode(textOf(lines.slice(0, 3))).length;
    for (let bit = 0; bit < size * 8; bit += 7) {
      const flipped = bytes.slice(0, size);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const reading = readJournal(flipped);
      expect([bit, reading.damage !== undefined || reading.torn !== undefined]).toEqual([
        bit,
        true,
      ]);
    }
  });
});
